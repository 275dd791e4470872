import { Decimal, divide } from '../../decimal.ts';

/**
 * A sum shared out by points, in whole units; the parts make exactly the sum as far as it is whole units itself. What is left
 * by rounding down goes to the largest remainders, then by id; what is less than a unit goes to the first of them.
 */
export function shareOut(sum: Decimal, points: readonly Decimal[], ids: readonly string[], unit: Decimal): Decimal[] {
  const all = points.reduce((so, one) => so.plus(one), new Decimal(0));
  const exact = points.map((one) => divide(sum.times(one), all));
  const parts = exact.map((one) => one.toNearest(unit, Decimal.ROUND_DOWN));
  const remainder = (i: number): Decimal => (exact[i] as Decimal).minus(parts[i] as Decimal);
  const order = parts
    .map((_, i) => i)
    .filter((i) => !(points[i] as Decimal).isZero())
    .sort((a, b) => remainder(b).comparedTo(remainder(a)) || ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  let left = sum.minus(parts.reduce((so, one) => so.plus(one), new Decimal(0)));
  for (const i of order) {
    if (left.lt(unit)) break;
    parts[i] = (parts[i] as Decimal).plus(unit);
    left = left.minus(unit);
  }
  const [first] = order;
  if (first !== undefined && !left.isZero()) parts[first] = (parts[first] as Decimal).plus(left);
  return parts;
}
