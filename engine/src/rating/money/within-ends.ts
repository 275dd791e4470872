import { Decimal, divide } from '../../decimal.ts';

/** The least and the most of one part, in the order of the points; null where there is no end. */
export interface PartEnds {
  readonly least: readonly (Decimal | null)[];
  readonly most: readonly (Decimal | null)[];
  readonly beyond: 'shared-again' | 'left-over';
}

/**
 * What each part weighs when it is kept within its ends: parts at an end are taken out with what they get, the rest is shared out
 * by points, until nobody is beyond an end. Where the sum does not reach for the least of all, nobody has one.
 */
export function weightsWithin(sum: Decimal, points: readonly Decimal[], { least, most, beyond }: PartEnds): Decimal[] {
  const floors = points.map((_, i) => least[i] ?? new Decimal(0));
  const lowest = Decimal.sum(0, ...floors);
  const low = lowest.gt(sum) ? points.map(() => new Decimal(0)) : floors;
  const fixed = new Map<number, Decimal>();
  for (;;) {
    const open = points.map((_, i) => i).filter((i) => !fixed.has(i));
    const left = sum.minus(Decimal.sum(0, ...fixed.values()));
    const all = Decimal.sum(0, ...open.map((i) => points[i] as Decimal));
    const shareOf = (i: number): Decimal =>
      all.isZero() ? new Decimal(0) : divide(left.times(points[i] as Decimal), all);
    const under = open.filter((i) => shareOf(i).lt(low[i] as Decimal));
    const over = open.filter((i) => {
      const end = most[i];
      return end !== null && end !== undefined && shareOf(i).gt(end);
    });
    const lacking = Decimal.sum(0, ...under.map((i) => (low[i] as Decimal).minus(shareOf(i))));
    const excess = Decimal.sum(0, ...over.map((i) => shareOf(i).minus(most[i] as Decimal)));
    if (under.length + over.length === 0) return points.map((_, i) => fixed.get(i) ?? shareOf(i));
    if (over.length > 0 && (under.length === 0 || excess.gte(lacking))) {
      if (beyond === 'left-over' && under.length === 0) {
        return points.map((_, i) => fixed.get(i) ?? (over.includes(i) ? (most[i] as Decimal) : shareOf(i)));
      }
      for (const i of over) fixed.set(i, most[i] as Decimal);
    } else for (const i of under) fixed.set(i, low[i] as Decimal);
  }
}
