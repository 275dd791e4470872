import { Decimal } from '../../decimal.ts';
import { toDecimal } from '../../measure/values.ts';
import { known, type Value } from '../../value.ts';
import { placesOf } from '../order.ts';

/**
 * Places of a group when some are put last: they share the place behind all others, who keep their order and move up or stay.
 */
export function lastPlaces(
  rows: readonly number[],
  places: readonly Value[],
  last: ReadonlySet<number>,
  others: 'move-up' | 'stay',
): ReadonlyMap<number, Value> {
  const placed = rows.filter((row) => places[row]?.state === 'known');
  const kept = placed.filter((row) => !last.has(row));
  const place = (row: number): Decimal => toDecimal(places[row] as Value);
  const moved = placesOf(kept, (a, b) => place(a).comparedTo(place(b)), 'shared-with-gap');
  const behind = known(new Decimal(kept.length + 1));
  return new Map(
    rows.map((row) => {
      const own = places[row] as Value;
      if (last.has(row)) return [row, own.state === 'known' ? behind : own];
      if (own.state !== 'known' || others === 'stay') return [row, own];
      return [row, known(new Decimal(moved.get(row) as number))];
    }),
  );
}
