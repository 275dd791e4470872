import { Decimal, divide } from '../../decimal.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';

const meanOf = (numbers: readonly Decimal[]): Decimal =>
  divide(Decimal.sum(0, ...numbers), new Decimal(numbers.length));

/** What the scores of a group come to; null when nothing is left of them. The order of the scores does not matter. */
export function take(
  scores: readonly Decimal[],
  takes: ScorerGroup['takes'],
  share: Decimal | null,
): { readonly value: Decimal; readonly cut: number } | null {
  const range = takenOf(scores.length, takes, share);
  if (range === null) return null;
  const sorted = takes === 'mean' ? scores : scores.toSorted((a, b) => a.comparedTo(b));
  const left = sorted.slice(...range);
  return { value: meanOf(left), cut: typeof takes === 'object' ? sorted.length - left.length : 0 };
}

/** Which of so many scores in order the mean is taken of, from the first up to the one after the last; null when of none. */
export function takenOf(
  count: number,
  takes: ScorerGroup['takes'],
  share: Decimal | null,
): readonly [number, number] | null {
  if (count === 0) return null;
  if (takes === 'mean') return [0, count];
  if (takes === 'median') {
    const middle = Math.floor((count - 1) / 2);
    return [middle, count - middle];
  }
  const { trimmed } = takes;
  const each = 'share' in trimmed ? atEachEnd(count, share ?? new Decimal(0), trimmed.rounding) : 0;
  const [lowest, highest] = 'share' in trimmed ? [each, each] : [trimmed.lowest, trimmed.highest];
  if (lowest + highest < count) return [lowest, count - highest];
  return trimmed.too_few === 'mean' ? [0, count] : null;
}

const ROUNDED = { down: Decimal.ROUND_DOWN, nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP } as const;

const atEachEnd = (count: number, share: Decimal, rounding: keyof typeof ROUNDED): number =>
  share.times(count).toDecimalPlaces(0, ROUNDED[rounding]).toNumber();
