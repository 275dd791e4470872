import { examplePackFiles } from '../src/example-pack.ts';
import type { Fact, World } from '../src/facts.ts';
import { checkPacks, compile, loadPack, type Pack, type Problem, type RatingResult, type Value } from '../src/index.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const kind = (id: string, level: number, parents: string[]) => ({ id, title: say(id), level, parents });

/** A pack with one rating of villages by the sum of their marks (`marks`) and the number of their cases (`cases`). */
export function ratingPack(
  steps: readonly object[],
  more: object = {},
  values: readonly object[] = [],
  besides: readonly object[] = [],
): Pack {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [kind('county', 3, []), kind('township', 4, ['county']), kind('village', 5, ['township'])],
        units: [
          { id: 'point', title: say('point') },
          { id: 'yuan', title: { 'zh-CN': '元', en: 'yuan' } },
        ],
      },
      values,
      forms: [
        {
          id: 'check',
          subject: { organisation: ['village'] },
          date: 'on',
          fields: [
            { id: 'on', type: 'date' },
            { id: 'marks', type: 'decimal', unit: 'point', decimals: 2 },
          ],
        },
        { id: 'case', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] },
      ],
      ratings: [
        {
          id: 'year',
          of: { organisations: ['village'] },
          period: { every: 'year' },
          part_period: 'rated',
          unit: 'point',
          scales: [{ id: 'class', title: say('class'), grades: ['a', 'b', 'c'].map((id) => ({ id, title: say(id) })) }],
          steps: [
            { id: 'marks', title: say('marks'), formula: { sum: { form: 'check', of: 'data.marks' } } },
            { id: 'cases', title: say('cases'), formula: { count: { form: 'case' } } },
            ...steps.map((step) => ({ title: say('step'), ...step })),
          ],
          result: { score: 'marks' },
          ...more,
        },
        ...besides,
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

/** What the check says about a rating with these steps, by code; dead steps are of no matter here. */
export const problemsOf = (steps: readonly object[], more: object = {}, values: readonly object[] = []): Problem[] =>
  checkPacks([ratingPack(steps, more, values)]).filter(({ code }) => code !== 'dead-step');

/** Bands that make classes of marks: a from 80, b from 60, c below. */
export const CLASSES = {
  id: 'class',
  bands: {
    of: 'marks',
    scale: 'class',
    rows: [
      { at_least: 80, gives: { grade: 'a' } },
      { at_least: 60, gives: { grade: 'b' } },
    ],
    otherwise: { grade: 'c' },
  },
};

export interface Village {
  readonly id: string;
  readonly marks: number;
  readonly cases?: number;
}

/** Villages, every second one in the other township, with what was recorded about them. */
export function villages(list: readonly Village[]): World {
  const organisation = (id: string, of: string, parent: string | null) => ({
    id,
    kind: of,
    name: id,
    parent,
    from: '2000-01-01',
  });
  const fact = (form: string, id: string, n: number, data: Fact['data']): Fact => ({
    id: `${form}-${id}-${n}`,
    form,
    subject: { kind: 'organisation', id },
    date: '2026-03-01',
    data,
    recordedOn: '2026-03-01',
    recordedAt: `2026-03-01T08:00:${String(n).padStart(2, '0')}Z`,
    recordedBy: { account: 'a', name: 'a' },
  });
  return {
    organisations: [
      organisation('county', 'county', null),
      organisation('t0', 'township', 'county'),
      organisation('t1', 'township', 'county'),
      ...list.map(({ id }) => organisation(id, 'village', `t${Number(id.slice(1)) % 2}`)),
    ],
    persons: [],
    postings: [],
    tenures: [],
    facts: list.flatMap(({ id, marks, cases = 0 }) => [
      fact('check', id, 0, { on: '2026-03-01', marks }),
      ...Array.from({ length: cases }, (_, n) => fact('case', id, n, { on: '2026-03-01' })),
    ]),
  };
}

export type Rater = ReturnType<typeof rater>;

/** A function that rates villages and gives the values of a step by village. */
export function rater(steps: readonly object[], more: object = {}) {
  const policy = compile([ratingPack(steps, more)]);
  return {
    policy,
    rate: (list: readonly Village[]): RatingResult =>
      policy.rate(villages(list), { rating: 'year', period: '2026', asOf: '2026-12-31' }),
    values: (list: readonly Village[], step: string): Map<string, string> => {
      const { rated } = policy.rate(villages(list), { rating: 'year', period: '2026', asOf: '2026-12-31' });
      return new Map(rated.map(({ subject, steps: all }) => [subject.id, shown(all.get(step))]));
    },
  };
}

/** A known value as text, else its state. */
const shown = (value: Value | undefined): string =>
  value?.state === 'known' ? String(value.value) : (value?.state ?? 'none');
