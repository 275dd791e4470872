import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { examplePackFiles } from '../../src/example-pack.ts';
import { compile, type Explanation, type Fact, loadPack, type Policy, type World } from '../../src/index.ts';
import { type Award, awards, plainAward, type Work, works } from './any-item.ts';
import { textOf } from './days.ts';

vi.setConfig({ testTimeout: 120_000 });

const say = (text: string) => ({ 'zh-CN': text, en: text });
const AWARDS = awards(60, 11);
const title = say('work');

const stepOf = (award: Award, i: number) => ({
  id: `s${i}`,
  title: say(`s${i}`),
  item: {
    ...{ full: 1000, starts: 'zero', award: [{ title, entries: { form: 'work' }, ...award }] },
    ...{ floor: 'none', cap: 'none', missing: 'stop' },
  },
});

let policy: Policy;
beforeAll(() => {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: say('village'), level: 5, parents: [] }],
        units: [{ id: 'point', title: say('point') }],
      },
      forms: [
        {
          id: 'work',
          subject: { organisation: ['village'] },
          date: 'on',
          fields: [
            { id: 'on', type: 'date' },
            { id: 'size', type: 'integer' },
            { id: 'matter', type: 'text' },
            { id: 'kind', type: 'choice', options: ['a', 'b', 'c'].map((id) => ({ id, title: say(id) })) },
          ],
        },
      ],
      ratings: [
        {
          id: 'year',
          of: { organisations: ['village'] },
          period: { every: 'year' },
          part_period: 'rated',
          unit: 'point',
          steps: AWARDS.map(stepOf),
          result: { score: 's0' },
        },
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

const worldOf = (list: readonly Work[]): World => ({
  organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
  persons: [],
  postings: [],
  tenures: [],
  facts: list.map(({ day, size, kind, matter }, i): Fact => {
    const date = textOf(day);
    return {
      id: `f${String(i).padStart(2, '0')}`,
      form: 'work',
      subject: { kind: 'organisation', id: 'v' },
      date,
      data: { on: date, size, kind, ...(matter === '' ? {} : { matter }) },
      recordedOn: date,
      recordedAt: `${date}T08:00:${String(i).padStart(2, '0')}Z`,
      recordedBy: { account: 'a', name: 'a' },
    };
  }),
});

const query = { rating: 'year', period: '2026', asOf: '2026-12-31' };
const cited = (step: Explanation): number[] => [
  ...(step.facts ?? []).map(({ worth = '0' }) => Number(worth.replace('≈', ''))),
  ...(step.children ?? []).flatMap(cited),
];

test('points for entries are what a hand works out, whatever the pack says of them', () => {
  fc.assert(
    fc.property(works, (list) => {
      const [row] = policy.rate(worldOf(list), query).rated;
      for (const [i, award] of AWARDS.entries()) {
        const value = row?.steps.get(`s${i}`);
        const told = value?.state === 'known' ? Number(value.value) : Number.NaN;
        expect(told, JSON.stringify(award)).toBeCloseTo(plainAward(award, list), 9);
      }
    }),
    { numRuns: 60 },
  );
});

test('what the entries of an explanation count comes to the points', () => {
  fc.assert(
    fc.property(works, fc.nat(AWARDS.length - 1), (list, i) => {
      const subject = { kind: 'organisation' as const, id: 'v' };
      const told = policy.explainRating(worldOf(list), { ...query, subject, step: `s${i}` });
      const sum = cited(told).reduce((so, one) => so + one, 0);
      expect(Math.abs(sum - plainAward(AWARDS[i] as Award, list)), JSON.stringify(AWARDS[i])).toBeLessThan(0.06);
    }),
    { numRuns: 60 },
  );
});
