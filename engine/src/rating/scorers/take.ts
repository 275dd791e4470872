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
  if (scores.length === 0) return null;
  if (takes === 'mean') return { value: meanOf(scores), cut: 0 };
  const sorted = scores.toSorted((a, b) => a.comparedTo(b));
  if (takes === 'median') return { value: median(sorted), cut: 0 };
  const { trimmed } = takes;
  const each = 'share' in trimmed ? atEachEnd(scores.length, share ?? new Decimal(0), trimmed.rounding) : 0;
  const [lowest, highest] = 'share' in trimmed ? [each, each] : [trimmed.lowest, trimmed.highest];
  const left = sorted.slice(lowest, Math.max(lowest, sorted.length - highest));
  if (left.length > 0) return { value: meanOf(left), cut: sorted.length - left.length };
  return trimmed.too_few === 'mean' ? { value: meanOf(sorted), cut: 0 } : null;
}

function median(sorted: readonly Decimal[]): Decimal {
  const middle = Math.floor((sorted.length - 1) / 2);
  return meanOf(sorted.slice(middle, sorted.length - middle));
}

const ROUNDED = { down: Decimal.ROUND_DOWN, nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP } as const;

const atEachEnd = (count: number, share: Decimal, rounding: keyof typeof ROUNDED): number =>
  share.times(count).toDecimalPlaces(0, ROUNDED[rounding]).toNumber();
