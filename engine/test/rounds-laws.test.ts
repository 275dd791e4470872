import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../src/decimal.ts';
import { type Round, resolveRounds } from '../src/rating/rounds/count.ts';
import { countRounds } from '../src/rating/rounds/that.ts';
import type { Rounds } from '../src/schema/rating/rounds.ts';
import { known, type Value } from '../src/value.ts';

const base = {
  rating: 'month',
  missing: 'stop',
  not_applicable: 'left-out',
  not_over: 'left-out',
  part_round: 'whole',
} as const;
const TYPE = { kind: 'number' } as const;
const words = { 'zh-CN': '月', en: 'month' };

const round = (marks: number, index: number): Round => ({
  id: `${index}`,
  title: words,
  value: known(new Decimal(marks)),
  full: null,
  period: { key: `${index}`, start: '2026-01-01', end: '2026-01-31' },
  index,
  share: new Decimal(1),
  over: true,
});
const numberOf = (value: Value): Decimal => {
  if (value.state !== 'known' || !(value.value instanceof Decimal)) throw new Error('no number');
  return value.value;
};
const come = (take: Rounds['take'], all: readonly Round[]): Decimal =>
  numberOf(
    resolveRounds({ ...base, take }, all, {
      type: TYPE,
      count: null,
      counts: { least: 0, best: bestOf(take), worst: null, periods: null },
    }).value,
  );
const bestOf = (take: Rounds['take']): number | null =>
  typeof take === 'object' && 'best' in take ? Number(take.best) : null;

const marks = fc.array(fc.integer({ min: -20, max: 100 }), { minLength: 1, maxLength: 12 });

it('takes a mean between the worst and the best, and the best of one is the best', () => {
  fc.assert(
    fc.property(marks, (numbers) => {
      const all = numbers.map(round);
      const mean = come('mean', all);
      expect(mean.gte(come('worst', all)) && mean.lte(come('best', all))).toBe(true);
      expect(come({ best: 1 }, all).eq(come('best', all))).toBe(true);
      expect(come({ best: 12 }, all).eq(mean)).toBe(true);
    }),
  );
});

it('comes to the mean with equal weights', () => {
  fc.assert(
    fc.property(marks, (numbers) => {
      const all = numbers.map(round);
      expect(come({ weights: Array.from({ length: 12 }, () => 3) }, all).toFixed(20)).toBe(
        come('mean', all).toFixed(20),
      );
    }),
  );
});

it('never falls when one round is better', () => {
  fc.assert(
    fc.property(marks, fc.nat(), fc.integer({ min: 1, max: 30 }), (numbers, at, by) => {
      const better = numbers.map((one, i) => (i === at % numbers.length ? one + by : one));
      for (const take of ['mean', 'sum', 'last', 'best', 'worst', { best: 2 }] as const)
        expect(come(take, better.map(round)).gte(come(take, numbers.map(round)))).toBe(true);
    }),
  );
});

it('counts no longer run than there are rounds that fulfil it, and all of them when all do', () => {
  const fulfilled = (take: Rounds['take'], all: readonly Round[], least: number): Decimal =>
    numberOf(countRounds({ ...base, take }, all, (value) => numberOf(value).gte(least)));
  fc.assert(
    fc.property(marks, fc.integer({ min: -20, max: 100 }), (numbers, least) => {
      const all = numbers.map(round);
      const that = { at_least: least };
      const number = fulfilled({ number_that: that }, all, least);
      const run = fulfilled({ longest_run_that: that }, all, least);
      expect(run.lte(number)).toBe(true);
      expect(run.isZero()).toBe(number.isZero());
      expect(run.eq(numbers.length)).toBe(number.eq(numbers.length));
      expect(fulfilled({ share_that: that }, all, least).times(numbers.length).toFixed(20)).toBe(number.toFixed(20));
    }),
  );
});
