import { Decimal, divide } from '../../decimal.ts';
import type { Expression } from '../../schema/expression.ts';
import type { ByRaters, NearMean, Takes } from '../../schema/rating/takes.ts';
import { nearMean } from './near-mean.ts';

const meanOf = (numbers: readonly Decimal[]): Decimal =>
  divide(Decimal.sum(0, ...numbers), new Decimal(numbers.length));

export interface Taken {
  readonly value: Decimal;
  readonly cut: number;
  /** Whether nothing would have been left, so that all count. */
  readonly all: boolean;
}

/**
 * What the scores of a group come to; null when nothing is left of them. The order of the scores does not matter.
 * `number` is the one that the way of taking reads.
 */
export function take(scores: readonly Decimal[], takes: Takes, number: Decimal | null): Taken | null {
  if (typeof takes === 'object' && 'near_mean' in takes) return takeNear(scores, takes.near_mean, number ?? ZERO);
  const range = takenOf(scores.length, takes, number);
  if (range === null) return null;
  const sorted = takes === 'mean' ? scores : scores.toSorted((a, b) => a.comparedTo(b));
  const left = sorted.slice(...range);
  return { value: meanOf(left), cut: typeof takes === 'object' ? sorted.length - left.length : 0, all: false };
}

const ZERO = new Decimal(0);

function takeNear(scores: readonly Decimal[], part: NearMean, limit: Decimal): Taken | null {
  if (scores.length === 0) return null;
  const left = nearMean(scores, part, limit);
  if (left.length > 0) return { value: meanOf(left), cut: scores.length - left.length, all: false };
  return part.too_few === 'mean' ? { value: meanOf(scores), cut: 0, all: true } : null;
}

/** Ways of taking that depend on the order of the scores alone. */
export type ByOrder = Exclude<Takes, { near_mean: unknown }>;

/** Which of so many scores in order the mean is taken of, from the first up to the one after the last; null when of none. */
export function takenOf(count: number, takes: ByOrder, share: Decimal | null): readonly [number, number] | null {
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

/** The number that a way of taking reads, and where it stands: the share that is cut, how far from the mean. */
export function readBy(takes: Takes): { readonly number: Expression; readonly at: string } | null {
  if (typeof takes === 'string') return null;
  if ('trimmed' in takes) return 'share' in takes.trimmed ? { number: takes.trimmed.share, at: 'trimmed/share' } : null;
  const { near_mean } = takes;
  return 'share' in near_mean
    ? { number: near_mean.share, at: 'near_mean/share' }
    : { number: near_mean.points, at: 'near_mean/points' };
}

const ROUNDED = { down: Decimal.ROUND_DOWN, nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP } as const;

const atEachEnd = (count: number, share: Decimal, rounding: keyof typeof ROUNDED): number =>
  share.times(count).toDecimalPlaces(0, ROUNDED[rounding]).toNumber();
