import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePackFiles } from '../../example-pack.ts';
import type { Fact, World } from '../../facts.ts';
import { compile, loadPack, PolicyError } from '../../index.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Once } from '../../schema/rating/once.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const form = (id: string) => ({
  id,
  subject: { organisation: ['village'] },
  date: 'done_on',
  fields: [
    { id: 'done_on', type: 'date' },
    { id: 'matter', type: 'text' },
    { id: 'points', type: 'integer' },
  ],
});
const item = (id: string, from: string) => ({
  id,
  title: say(id),
  item: {
    full: 100,
    starts: 'zero',
    award: [
      {
        title: say(id),
        entries: { form: from },
        points: { of: 'data.points', from: 0, to: 9, reason: 'not-required' },
        one_matter: { same: ['data.matter'], counts: 'highest' },
        repeat: 'single',
      },
    ],
    floor: 0,
    cap: 'none',
    missing: 'stop',
  },
});

function policyWith(once: readonly object[]) {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: say('village'), level: 5, parents: [] }],
        units: [{ id: 'point', title: say('point') }],
      },
      forms: [form('praise'), form('spread')],
      ratings: [
        {
          id: 'year',
          of: { organisations: ['village'] },
          period: { every: 'year' },
          part_period: 'rated',
          unit: 'point',
          ...(once.length > 0 ? { once } : {}),
          steps: [
            item('a', 'praise'),
            item('b', 'spread'),
            { id: 'all', title: say('all'), formula: 'a + b' },
            { id: 'plain', title: say('plain'), formula: '1' },
          ],
          result: { score: 'all' },
        },
      ],
    }),
  );
  if (!pack) throw new PolicyError(problems);
  return compile([pack]);
}

type Deed = { readonly form: 'praise' | 'spread'; readonly matter: string; readonly points: number };
const deeds = fc.array(
  fc.record({
    form: fc.constantFrom('praise' as const, 'spread' as const),
    matter: fc.constantFrom('road', 'well', 'school'),
    points: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 10 },
);

const worldOf = (all: readonly (Deed & { readonly id: number })[]): World => ({
  organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
  persons: [],
  postings: [],
  tenures: [],
  facts: all.map(
    ({ form: of, matter, points, id }): Fact => ({
      id: `f${id}`,
      form: of,
      subject: { kind: 'organisation', id: 'v' },
      date: `2026-03-${String(id + 1).padStart(2, '0')}`,
      data: { matter, points },
      recordedOn: '2026-04-01',
      recordedAt: '2026-04-01T08:00:00.000Z',
      recordedBy: { account: 'x', name: 'x' },
    }),
  ),
});

function valuesOf(policy: ReturnType<typeof policyWith>, world: World) {
  const row = policy.rate(world, { rating: 'year', period: '2026', asOf: '2026-12-31' }).rated[0];
  const number = (step: string): number => {
    const value = row?.steps.get(step);
    if (!value) throw new Error(step);
    return toDecimal(value).toNumber();
  };
  return { a: number('a'), b: number('b') };
}

const rule = (counts: Once['counts']) => policyWith([{ items: ['a', 'b'], same: ['data.matter'], counts }]);
const best = (all: readonly Deed[]): number => Math.max(0, ...all.map(({ points }) => points));
const matters = (all: readonly Deed[]): Deed[][] =>
  ['road', 'well', 'school'].map((matter) => all.filter((one) => one.matter === matter));
const sum = (numbers: readonly number[]): number => numbers.reduce((so, one) => so + one, 0);

describe('one act named in two items', () => {
  const [highest, listed, each] = [rule('highest'), rule('first-listed'), rule('each')];

  it('counts its highest once, whatever the order of the entries', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const numbered = all.map((one, id) => ({ ...one, id }));
        const { a, b } = valuesOf(highest, worldOf(numbered));
        expect(a + b).toBe(sum(matters(all).map(best)));
        expect(valuesOf(highest, worldOf(numbered.toReversed()))).toEqual({ a, b });
      }),
    );
  });

  it('counts in the item listed first where that has it', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const { a, b } = valuesOf(listed, worldOf(all.map((one, id) => ({ ...one, id }))));
        const of = (from: Deed['form'], list: readonly Deed[]) => list.filter((one) => one.form === from);
        expect(a).toBe(sum(matters(all).map((one) => best(of('praise', one)))));
        expect(b).toBe(sum(matters(all).map((one) => (of('praise', one).length > 0 ? 0 : best(of('spread', one))))));
      }),
    );
  });

  it('counts in each where the pack says so', () => {
    const all: Deed[] = [
      { form: 'praise', matter: 'road', points: 2 },
      { form: 'spread', matter: 'road', points: 3 },
    ];
    expect(valuesOf(each, worldOf(all.map((one, id) => ({ ...one, id }))))).toEqual({ a: 2, b: 3 });
  });

  it('is refused for steps that count no entries, unknown steps and unknown fields', () => {
    const codes = (once: object): string[] => {
      try {
        policyWith([{ items: ['a', 'b'], same: ['data.matter'], counts: 'highest', ...once }]);
        return [];
      } catch (error) {
        if (error instanceof PolicyError) return error.problems.map(({ code }) => code);
        throw error;
      }
    };
    expect(codes({ items: ['a', 'plain'] })).toContain('no-entries');
    expect(codes({ items: ['a', 'c'] })).toContain('unknown-step');
    expect(codes({ same: ['data.topic'] })).toContain('condition');
  });
});
