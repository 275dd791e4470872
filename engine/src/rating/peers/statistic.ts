import { Decimal, divide } from '../../decimal.ts';
import type { Crowd } from './crowd.ts';

/** Statistics of at least one number; the order in which the numbers came is of no matter. */
export const STATISTICS = {
  mean: (numbers: Crowd): Decimal => divide(numbers.sum, new Decimal(numbers.size)),
  median: (numbers: Crowd): Decimal => {
    const [low, high] = [Math.floor((numbers.size - 1) / 2), Math.floor(numbers.size / 2)];
    return divide(numbers.at(low).plus(numbers.at(high)), new Decimal(2));
  },
  min: (numbers: Crowd): Decimal => numbers.at(0),
  max: (numbers: Crowd): Decimal => numbers.at(numbers.size - 1),
  sum: (numbers: Crowd): Decimal => numbers.sum,
} as const;
