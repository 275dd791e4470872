import { asColumn, exactMicros, mapped, type Numbers, numberAt } from '../../measure/micros.ts';
import type { Sheet } from '../types.ts';
import type { ItemChange } from './effective.ts';

/** What all changes together do to an item, for all rows in one pass; null when one of them has no such way. */
export function changesMicros(changes: readonly ItemChange[], start: Numbers, sheet: Sheet): Numbers | null {
  const sizes: Numbers[] = [];
  for (const { run } of changes) {
    const size = run.micros?.(sheet) ?? null;
    if (size === null) return null;
    sizes.push(size);
  }
  if (changes.some(({ unless }) => unless.length > 0)) keepAway(changes, sizes, sheet.length);
  let sum = start;
  for (const [i, { sign }] of changes.entries()) sum = plus(sum, sizes[i] as Numbers, sign);
  return sum;
}

/** Adds a change to what there is so far, into whichever of the two is a column. */
function plus(sum: Numbers, size: Numbers, sign: 1 | -1): Numbers {
  const into = typeof sum === 'number' ? size : sum;
  if (typeof into === 'number') return exactMicros((sum as number) + sign * into);
  if (typeof sum === 'number') return mapped(into, (number) => exactMicros(sum + sign * number));
  for (let row = 0; row < into.length; row++) into[row] = exactMicros(numberAt(sum, row) + sign * numberAt(size, row));
  return into;
}

/** Sets to nothing what another change that takes effect keeps away. */
function keepAway(changes: readonly ItemChange[], sizes: Numbers[], length: number): void {
  const places = new Map(changes.map(({ id }, i) => [id, i]));
  const others = changes.map(({ unless }) => unless.flatMap((id) => places.get(id) ?? []));
  const given = sizes.map((size) => (typeof size === 'number' ? size : size.slice()));
  const effective = (change: number, row: number): number => {
    const kept = others[change]?.some((other) => effective(other, row) !== 0) ?? false;
    return kept ? 0 : numberAt(given[change] as Numbers, row);
  };
  for (const [i, other] of others.entries()) {
    if (other.length === 0) continue;
    const into = asColumn(sizes[i] as Numbers, length);
    for (let row = 0; row < length; row++) into[row] = effective(i, row);
    sizes[i] = into;
  }
}
