import { Decimal, divide, root } from '../../decimal.ts';
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

/** The standard deviation; of a sample it is divided by one fewer. Zero where there is nothing to differ from. */
export function deviation(numbers: Crowd, of: 'population' | 'sample'): Decimal {
  const count = numbers.size - (of === 'sample' ? 1 : 0);
  if (count < 1) return new Decimal(0);
  const mean = STATISTICS.mean(numbers);
  let squares = new Decimal(0);
  for (let i = 0; i < numbers.size; i++) squares = squares.plus(numbers.at(i).minus(mean).pow(2));
  return root(divide(squares, new Decimal(count)));
}
