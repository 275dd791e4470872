import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../../example-pack.ts';
import type { Fact, World } from '../../facts.ts';
import { checkPacks, compile, loadPack, type Policy, renderExplanation } from '../../index.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Value } from '../../value.ts';

const [example] = parse(readFileSync(new URL('../../../examples/ballots.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as { pack: Record<string, unknown> }[];
const written = JSON.stringify(example?.pack);
const load = (pack: string) => {
  const { pack: made, problems } = loadPack(examplePackFiles(JSON.parse(pack)));
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
};
let policy: Policy;
beforeAll(() => {
  policy = compile([load(written)]);
});

const FIELDS = ['good', 'fair', 'weak', 'bad', 'blank', 'spoiled'] as const;
type Papers = Record<(typeof FIELDS)[number], number>;
const count = fc.nat(20);
const papers: fc.Arbitrary<Papers> = fc.record({
  good: count,
  fair: count,
  weak: count,
  bad: count,
  blank: count,
  spoiled: count,
});

const factOf = (data: Papers, i: number): Fact => ({
  id: `f${i}`,
  form: 'vote',
  subject: { kind: 'organisation', id: 'v' },
  date: '2026-11-01',
  data: { ...data, entitled: 1 },
  recordedOn: '2026-11-01',
  recordedAt: `2026-11-01T08:00:00.${String(i).padStart(6, '0')}Z`,
  recordedBy: { account: 'a', name: 'a' },
});
const worldOf = (list: readonly Papers[]): World => ({
  organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
  persons: [],
  postings: [],
  tenures: [],
  facts: list.map(factOf),
});
const QUERY = { rating: 'year', period: '2026', asOf: '2026-12-31' };
const steps = (...list: Papers[]): ReadonlyMap<string, Value> =>
  policy.rate(worldOf(list), QUERY).rated[0]?.steps ?? new Map();
const base = ({ good, fair, weak, bad, blank }: Papers): number => good + fair + weak + bad + blank;
const hasValid = (one: Papers): boolean => base(one) - one.blank > 0;

describe('ballots', () => {
  it('give what a hand would count', () => {
    fc.assert(
      fc.property(papers.filter(hasValid), (one) => {
        const found = steps(one);
        const points = ((one.good + one.fair * 0.75 + one.weak * 0.3) * 14) / base(one);
        expect(toDecimal(found.get('points') as Value).toNumber()).toBeCloseTo(points, 9);
        expect(toDecimal(found.get('dissatisfied') as Value).toNumber()).toBeCloseTo(
          (one.weak + one.bad) / base(one),
          9,
        );
      }),
    );
  });

  it('do not change when one ballot is counted in two parts', () => {
    fc.assert(
      fc.property(papers, papers, (a, b) => {
        const whole = Object.fromEntries(FIELDS.map((field) => [field, a[field] + b[field]])) as Papers;
        expect(steps(a, b)).toEqual(steps(whole));
      }),
    );
  });

  it('have no value without a valid paper', () => {
    fc.assert(
      fc.property(papers, (one) => {
        const none = { ...one, good: 0, fair: 0, weak: 0, bad: 0, blank: one.blank + 1 };
        expect(steps(none).get('points')?.state).toBe('not-known');
      }),
    );
  });

  it('show no distribution of few papers', () => {
    const few = { good: 3, fair: 2, weak: 1, bad: 1, blank: 0, spoiled: 0 };
    const shown = (list: Papers[]) =>
      renderExplanation(
        policy.explainRating(worldOf(list), { ...QUERY, subject: { kind: 'organisation', id: 'v' }, step: 'points' }),
        'en',
      );
    expect(shown([few])).not.toMatch(/Good ·/);
    expect(shown([few, few])).toMatch(/Good ·/);
  });

  it('need fields that hold whole numbers, and points for each', () => {
    const codes = (pack: string) => checkPacks([load(pack)]).map(({ code }) => code);
    expect(codes(written)).toEqual([]);
    expect(codes(written.replace('{"field":"bad","points":0}', '{"field":"bad"}'))).toEqual(['missing-key']);
    expect(codes(written.replace('{"field":"bad","points":0}', '{"field":"held_on","points":0}'))).toContain(
      'wrong-kind',
    );
  });
});
