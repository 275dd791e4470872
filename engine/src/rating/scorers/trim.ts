import { Decimal } from '../../decimal.ts';
import type { ByRaters, Takes, Trimmed } from '../../schema/rating/takes.ts';

/** Ways of taking that depend on the order of the scores alone. */
export type ByOrder = Exclude<Takes, { near_mean: unknown }>;

/** From the first in order up to the one after the last. */
export type Range = readonly [number, number];

/** Which of so many scores in order the mean is taken of; null when of none. */
export function takenOf(count: number, takes: ByOrder, share: Decimal | null): Range | null {
  if (count === 0) return null;
  if (takes === 'mean') return [0, count];
  if (takes === 'median') return middleOf(count);
  return trimmedTo(count, takes.trimmed, share) ?? (takes.trimmed.too_few === 'mean' ? [0, count] : null);
}

export const middleOf = (count: number): Range => [Math.floor((count - 1) / 2), count - Math.floor((count - 1) / 2)];

/** Which of so many scores in order are left; null when none is, or fewer than any row begins with. */
export function trimmedTo(count: number, trimmed: Trimmed, share: Decimal | null): Range | null {
  const ends = endsCut(count, trimmed, share);
  return ends !== null && ends.lowest + ends.highest < count ? [ends.lowest, count - ends.highest] : null;
}

function endsCut(
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

const ROUNDED = { down: Decimal.ROUND_DOWN, nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP } as const;

const atEachEnd = (count: number, share: Decimal, rounding: keyof typeof ROUNDED): number =>
  share.times(count).toDecimalPlaces(0, ROUNDED[rounding]).toNumber();
