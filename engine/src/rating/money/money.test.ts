import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemsOf, type Rater, rater, type Village, villages } from '../../../test/rated.ts';
import { Decimal } from '../../decimal.ts';

const list = fc
  .array(
    fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) => all.map((marks, i): Village => ({ id: `v${i}`, marks })));

const distribute = (to: string, leftover: unknown = 'largest-remainder') => ({
  id: 'bonus',
  distribute: {
    unit: 'yuan',
    pool: 'param_pool',
    by: 'marks',
    within: 'all',
    to,
    leftover,
    negative: 'zero',
    nobody: 'equally',
    missing: 'stop',
  },
});
const shared = (pool: number) => rater([{ id: 'param_pool', formula: pool }, distribute('fen')]);

describe('a pool shared out', () => {
  it('makes exactly the pool, by no more than a fen from the exact share, whatever the points', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 1_000_000 }), (all, fen) => {
        const parts = shared(fen / 100).values(all, 'bonus');
        const sum = [...parts.values()].reduce((so, part) => so.plus(part), new Decimal(0));
        expect(sum.toFixed()).toBe(new Decimal(fen).div(100).toFixed());
        const points = all.reduce((so, { marks }) => so + marks, 0);
        for (const { id, marks } of all) {
          const exact = points === 0 ? fen / 100 / all.length : (fen / 100) * (marks / points);
          expect(Math.abs(Number(parts.get(id)) - exact)).toBeLessThanOrEqual(0.01 + 1e-6);
        }
      }),
    );
  });

  it('is in whole yuan whatever the ends of each, and exactly the pool where none is reached', () => {
    const ended = (each: object) => {
      const bonus = distribute('yuan');
      return rater([{ ...bonus, distribute: { ...bonus.distribute, pool: 100, each } }]);
    };
    const three = ['a', 'b', 'c'].map((id): Village => ({ id, marks: 50 }));
    const given = (each: object, all: readonly Village[]) => [...ended(each).values(all, 'bonus').values()].map(Number);
    expect(given({ at_least: 10, beyond: 'left-over' }, three)).toEqual([34, 33, 33]);
    expect(given({ at_most: 40, beyond: 'left-over' }, three)).toEqual([34, 33, 33]);
    expect(given({ at_most: 25.5, beyond: 'shared-again' }, three)).toEqual([25, 25, 25]);
    const uneven = [70, 20, 13].map((marks, i): Village => ({ id: `v${i}`, marks }));
    expect(given({ at_most: 40, beyond: 'left-over' }, uneven)).toEqual([40, 19, 12]);
  });

  it('rounds down and keeps the rest, or one makes up the difference, and no part is below zero', () => {
    const sumOf = (parts: ReadonlyMap<string, unknown>) => Decimal.sum(0, ...[...parts.values()].map(String));
    const pooled = (pool: number, leftover: unknown) =>
      rater([{ id: 'param_pool', formula: pool }, distribute('yuan', leftover)]);
    const ways = ['down', 'nearest'].flatMap((rounded) =>
      ['highest', 'lowest'].map((goes_to) => ({ rounded, goes_to })),
    );
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 5000 }), (all, pool) => {
        const kept = pooled(pool, 'kept').values(all, 'bonus');
        expect(sumOf(kept).lte(pool)).toBe(true);
        expect(sumOf(kept).gt(pool - all.length)).toBe(true);
        for (const way of ways) {
          const parts = pooled(pool, way).values(all, 'bonus');
          expect(sumOf(parts).toFixed()).toBe(String(pool));
          const others = [...parts].filter(
            ([id, part]) => way.rounded === 'down' && String(part) !== String(kept.get(id)),
          );
          expect(others.length).toBeLessThanOrEqual(1);
          expect([...parts.values()].every((part) => Number(part) >= 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the difference goes on to the next where one is at its end', () => {
    const given = (goes_to: string, each: object | null) => {
      const bonus = distribute('yuan', { rounded: 'down', goes_to });
      const part = { ...bonus.distribute, pool: 101, ...(each ? { each } : {}) };
      const all = [50, 25, 25.5].map((marks, i): Village => ({ id: `v${i}`, marks }));
      return [
        ...rater([{ ...bonus, distribute: part }])
          .values(all, 'bonus')
          .values(),
      ].map(Number);
    };
    expect(given('highest', null)).toEqual([51, 25, 25]);
    expect(given('lowest', null)).toEqual([50, 26, 25]);
    expect(given('highest', { at_most: 50, beyond: 'shared-again' })).toEqual([50, 25, 26]);
  });

  it('does not depend on the order of subjects', () => {
    const policy = shared(100);
    fc.assert(
      fc.property(
        list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const sorted = (villages: readonly Village[]) => [...policy.values(villages, 'bonus')].sort();
          expect(sorted(shuffled)).toEqual(sorted(all));
        },
      ),
    );
  });
});

describe('pay', () => {
  const pay = {
    id: 'pay',
    pay: {
      unit: 'yuan',
      base: 730,
      rate: { of: 'marks', out_of: 100, full_from: 86, at_most: 'full' },
      missing_points: { of: 'marks', below: 60, amount: 4 },
      floor: 0,
      cap: 'none',
      rounded: { to: 'fen', mode: 'half-up' },
    },
  };
  let policy: Rater;
  beforeAll(() => {
    policy = rater([pay]);
  });

  it('never falls when the score rises, and lies between nothing and the base', () => {
    fc.assert(
      fc.property(list, (all) => {
        const paid = policy.values(all, 'pay');
        for (const one of all) {
          const own = Number(paid.get(one.id));
          expect(own >= 0 && own <= 730).toBe(true);
          for (const other of all)
            if (one.marks >= other.marks) expect(own).toBeGreaterThanOrEqual(Number(paid.get(other.id)));
        }
      }),
    );
  });
});

describe('marginal brackets', () => {
  const brackets = [
    { up_to: 20, points: 1, per: 2 },
    { up_to: 60, points: 1, per: 5 },
    { points: 1, per: 10 },
  ];
  const marginal = (rows: readonly object[], units: string) => ({
    id: 'points',
    marginal: { of: 'marks', brackets: rows, units, below_zero: 'nothing', cap: 'none' },
  });
  let pro: Rater;
  let full: Rater;
  let begun: Rater;
  beforeAll(() => {
    pro = rater([marginal(brackets, 'pro-rata')]);
    full = rater([marginal(brackets, 'full')]);
    begun = rater([marginal(brackets, 'begun')]);
  });

  it('never fall when the value rises; full units are the fewest and begun ones the most', () => {
    fc.assert(
      fc.property(list, (all) => {
        const [exact, least, most] = [pro, full, begun].map((one) => one.values(all, 'points'));
        for (const one of all) {
          const own = Number(exact?.get(one.id));
          expect(Number(least?.get(one.id))).toBeLessThanOrEqual(own + 1e-9);
          expect(Number(most?.get(one.id))).toBeGreaterThanOrEqual(own - 1e-9);
          for (const other of all)
            if (one.marks >= other.marks) expect(own).toBeGreaterThanOrEqual(Number(exact?.get(other.id)));
        }
      }),
    );
  });

  it('that no value reaches are refused', () => {
    const codes = (rows: readonly object[]) => problemsOf([marginal(rows, 'full')]).map(({ code }) => code);
    expect(
      codes([
        { points: 1, per: 2 },
        { up_to: 9, points: 1, per: 2 },
      ]),
    ).toEqual(['unreachable-band']);
    expect(
      codes([
        { up_to: 9, points: 1, per: 2 },
        { up_to: 8, points: 1, per: 2 },
      ]),
    ).toEqual(['unreachable-band']);
  });
});

describe('sums that must match', () => {
  const steps = [
    {
      id: 'match',
      reconcile: { of: 'marks', within: { under: 'township' }, against: 60, tolerance: 0.5, missing: 'stop' },
    },
  ];

  it('are a finding of the result, once for each group, when they do not', () => {
    const { findings } = rater(steps).rate([
      { id: 'v0', marks: 40 },
      { id: 'v2', marks: 20.5 },
      { id: 'v1', marks: 61 },
    ]);
    expect(findings.map(({ step, organisation }) => `${step} ${organisation}`)).toEqual(['match t1']);
    expect(findings[0]?.words.en).toBe('t1: the parts make 61 instead of 60, a difference of 1');
  });
});

describe('a sample', () => {
  const sample = { id: 'drawn', sample: { draw: { number: 3 }, within: 'all', among: 'all', seed: 317 } };
  let policy: Rater;
  beforeAll(() => {
    policy = rater([sample]);
  });

  it('has the size asked for, and is the same whatever the order of subjects', () => {
    fc.assert(
      fc.property(
        list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const drawn = policy.values(all, 'drawn');
          expect([...drawn.values()].filter((one) => one === 'true')).toHaveLength(Math.min(3, all.length));
          expect([...policy.values(shuffled, 'drawn')].sort()).toEqual([...drawn].sort());
        },
      ),
    );
  });
});

it('each other size of a factor is told once, and not the one there is', () => {
  const rows = [
    { when: 'cases == 0', is: 1 },
    { when: 'cases == 1', is: 0.5 },
    { when: 'cases == 2', is: 0.5 },
  ];
  const factors = [{ title: { 'zh-CN': '案件系数', en: 'Factor of cases' }, rows, otherwise: 0 }];
  const pay = { id: 'pay', pay: { unit: 'yuan', base: 100, factors, floor: 0, cap: 'none', rounded: 'none' } };
  const told = (cases: number) => {
    const { policy } = rater([pay], { result: { score: 'pay' } });
    const subject = { kind: 'organisation', id: 'v0' } as const;
    const { change } = policy.explainRating(villages([{ id: 'v0', marks: 1, cases }]), {
      ...{ rating: 'year', period: '2026', asOf: '2026-12-31' },
      subject,
    });
    return change.map(({ words }) => words.en.replace(/ .score.*/, ''));
  };
  const being = (size: string, paid: string) => `“step”, with “Factor of cases” being ${size}: ${paid}`;
  expect(told(0)).toEqual([being('0.5', '50'), being('0', '0')]);
  expect(told(1)).toEqual([being('1', '100'), being('0', '0')]);
});
