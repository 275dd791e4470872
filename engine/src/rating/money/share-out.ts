import { Decimal, divide } from '../../decimal.ts';
import type { Distribute } from '../../schema/rating/distribute.ts';
import { type GoesTo, goesToOf } from './goes-to.ts';

/** One of those among whom a sum is shared out. */
export interface Sharer {
  readonly id: string;
  /** What it counts by; the exact parts stand to each other as these do. */
  readonly weight: Decimal;
  /** By what the highest and the lowest are told; null stands behind all others. */
  readonly standing: Decimal | null;
  /** Ends within which what is left over may change its part; null for none. */
  readonly least: Decimal | null;
  readonly most: Decimal | null;
}

interface Ways {
  readonly unit: Decimal;
  readonly leftover: Distribute['leftover'];
}

/** What one gets, and how much of it is what rounding left over; below zero where it gave out too much. */
export interface Share {
  readonly gets: Decimal;
  readonly over: Decimal;
}

/** A sum shared out by weights, in whole units, and what becomes of what rounding leaves over. */
export function shareOut(sum: Decimal, sharers: readonly Sharer[], { unit, leftover }: Ways): Share[] {
  const all = Decimal.sum(0, ...sharers.map(({ weight }) => weight));
  const exact = sharers.map(({ weight }) => divide(sum.times(weight), all));
  const mode = typeof leftover === 'object' && leftover.rounded === 'nearest' ? 'nearest' : 'down';
  const rounded = exact.map((one) => one.toNearest(unit, ROUNDED[mode]));
  const parts = [...rounded];
  if (leftover === 'largest-remainder') toRemainders(sum, parts, exact, sharers, unit);
  else toOne(sum, parts, sharers, goesToOf(leftover));
  return parts.map((gets, i) => ({ gets, over: gets.minus(rounded[i] as Decimal) }));
}

const ROUNDED = { down: Decimal.ROUND_DOWN, nearest: Decimal.ROUND_HALF_UP } as const;
type Sharers = readonly Sharer[];

const byId = (sharers: Sharers, a: number, b: number): number =>
  (sharers[a]?.id ?? '') < (sharers[b]?.id ?? '') ? -1 : 1;

/** Rows of those who count, in an order; by id where that does not tell them apart. */
const inOrder = (sharers: Sharers, compare: (a: number, b: number) => number): number[] =>
  [...sharers.keys()].filter((i) => !sharers[i]?.weight.isZero()).sort((a, b) => compare(a, b) || byId(sharers, a, b));

const leftOf = (sum: Decimal, parts: readonly Decimal[]): Decimal => sum.minus(Decimal.sum(0, ...parts));

/** A unit to each of the largest remainders; what is less than a unit goes to the first of them. */
function toRemainders(
  sum: Decimal,
  parts: Decimal[],
  exact: readonly Decimal[],
  sharers: Sharers,
  unit: Decimal,
): void {
  const remainders = exact.map((one, i) => one.minus(parts[i] as Decimal));
  const order = inOrder(sharers, (a, b) => (remainders[b] as Decimal).comparedTo(remainders[a] as Decimal));
  let left = leftOf(sum, parts);
  for (const i of order) {
    if (left.lt(unit)) break;
    parts[i] = (parts[i] as Decimal).plus(unit);
    left = left.minus(unit);
  }
  const [first] = order;
  if (first !== undefined && !left.isZero()) parts[first] = (parts[first] as Decimal).plus(left);
}

/** What is left, or given out too much, to the one that stands highest or lowest; beyond its ends to the next. */
function toOne(sum: Decimal, parts: Decimal[], sharers: Sharers, goesTo: GoesTo | null): void {
  if (goesTo === null) return;
  const standing = (i: number): Decimal | null => sharers[i]?.standing ?? null;
  const order = inOrder(sharers, (a, b) => {
    const [one, other] = [standing(a), standing(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return goesTo.whom === 'highest' ? other.comparedTo(one) : one.comparedTo(other);
  });
  let left = leftOf(sum, parts);
  for (const i of order) {
    const [part, { least, most }] = [parts[i] as Decimal, sharers[i] as Sharer];
    const [low, high] = [Decimal.min(part, least ?? 0), most === null ? null : Decimal.max(part, most)];
    const raised = Decimal.max(low, part.plus(left));
    const now = high === null ? raised : Decimal.min(high, raised);
    left = left.minus(now.minus(part));
    parts[i] = now;
    if (left.isZero()) return;
  }
}
