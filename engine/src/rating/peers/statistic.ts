import { Decimal, divide } from '../../decimal.ts';

const count = (values: readonly Decimal[]): Decimal => new Decimal(values.length);
const sum = (values: readonly Decimal[]): Decimal => values.reduce((so, value) => so.plus(value), new Decimal(0));

/** Statistics of at least one number; the order of the numbers is of no matter. */
export const STATISTICS = {
  mean: (values: readonly Decimal[]) => divide(sum(values), count(values)),
  median: (values: readonly Decimal[]) => {
    const sorted = [...values].sort((a, b) => a.comparedTo(b));
    const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
    return divide((low as Decimal).plus(high as Decimal), new Decimal(2));
  },
  min: (values: readonly Decimal[]) => Decimal.min(...values),
  max: (values: readonly Decimal[]) => Decimal.max(...values),
  sum,
} as const;
