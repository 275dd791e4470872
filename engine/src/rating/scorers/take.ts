import { Decimal, divide } from '../../decimal.ts';
import type { Expression } from '../../schema/expression.ts';
import type { ByRaters, Takes } from '../../schema/rating/takes.ts';

const meanOf = (numbers: readonly Decimal[]): Decimal =>
  divide(Decimal.sum(0, ...numbers), new Decimal(numbers.length));

/** What the scores of a group come to; null when nothing is left of them. The order of the scores does not matter. */
export function take(
  scores: readonly Decimal[],
  takes: Takes,
  share: Decimal | null,
): { readonly value: Decimal; readonly cut: number } | null {
  const range = takenOf(scores.length, takes, share);
  if (range === null) return null;
  const sorted = takes === 'mean' ? scores : scores.toSorted((a, b) => a.comparedTo(b));
  const left = sorted.slice(...range);
  return { value: meanOf(left), cut: typeof takes === 'object' ? sorted.length - left.length : 0 };
}

/** Which of so many scores in order the mean is taken of, from the first up to the one after the last; null when of none. */
export function takenOf(count: number, takes: Takes, share: Decimal | null): readonly [number, number] | null {
  if (count === 0) return null;
  if (takes === 'mean') return [0, count];
  if (takes === 'median') {
    const middle = Math.floor((count - 1) / 2);
    return [middle, count - middle];
  }
  const { trimmed } = takes;
  const ends = cutOf(count, trimmed, share);
  if (ends !== null && ends.lowest + ends.highest < count) return [ends.lowest, count - ends.highest];
  return trimmed.too_few === 'mean' ? [0, count] : null;
}

type Trimmed = Extract<Takes, { trimmed: unknown }>['trimmed'];

/** How many are cut at each end; null with fewer raters than any row begins with. */
function cutOf(
  count: number,
  trimmed: Trimmed,
  share: Decimal | null,
): { readonly lowest: number; readonly highest: number } | null {
  if ('from' in trimmed) return rowFor(count, trimmed);
  if (!('share' in trimmed)) return trimmed;
  const each = atEachEnd(count, share ?? new Decimal(0), trimmed.rounding);
  return { lowest: each, highest: each };
}

/** The row that holds for so many raters. */
export const rowFor = (count: number, { from }: Pick<ByRaters, 'from'>) =>
  from.find(({ raters }) => count >= raters) ?? null;

/** The number that a way of taking reads: the share that is cut. */
export const readBy = (takes: Takes): Expression | undefined =>
  typeof takes === 'object' && 'share' in takes.trimmed ? takes.trimmed.share : undefined;

const ROUNDED = { down: Decimal.ROUND_DOWN, nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP } as const;

const atEachEnd = (count: number, share: Decimal, rounding: keyof typeof ROUNDED): number =>
  share.times(count).toDecimalPlaces(0, ROUNDED[rounding]).toNumber();
