import { column, exactMicros, type Micros } from '../../measure/micros.ts';
import type { Sheet } from '../types.ts';
import type { ItemChange } from './effective.ts';

/** What all changes together do to an item, for all rows in one pass; null when one of them has no such way. */
export function changesMicros(changes: readonly ItemChange[], start: Micros, sheet: Sheet): Micros | null {
  const sizes = new Map<string, Micros>();
  for (const { id, run } of changes) {
    const size = run.micros?.(sheet);
    if (!size) return null;
    sizes.set(id, size);
  }
  const effective = (id: string, row: number): number => {
    const change = changes.find((one) => one.id === id);
    const kept = change?.unless.some((other) => sizes.has(other) && effective(other, row) !== 0) ?? false;
    return kept ? 0 : ((sizes.get(id) as Micros)[row] as number);
  };
  const simple = changes.every(({ unless }) => unless.length === 0);
  return column(sheet.length, (row) => {
    let value = start[row] as number;
    for (const { id, sign } of changes) {
      value += sign * (simple ? ((sizes.get(id) as Micros)[row] as number) : effective(id, row));
    }
    return exactMicros(value);
  });
}
