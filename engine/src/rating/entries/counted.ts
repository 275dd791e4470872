import type { Micros } from '../../measure/micros.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { addUp } from '../../measure/set-micros.ts';
import type { Figure, Rows } from '../../measure/types.ts';
import type { Parts } from '../../parts.ts';
import type { During } from '../../schema/set.ts';
import type { EntriesPart } from './run.ts';

/** How many entries each row has, in one pass: a row without any counts nothing, and need not be looked at. */
export type CountsOf = (rows: Rows) => Micros | null;

/** Null where what others have, or what was before, may keep even a row without entries from being known. */
export function compileCounts(
  part: EntriesPart,
  set: CompiledSet,
  {
    during,
    caps,
    parts,
  }: { readonly during: During; readonly caps: readonly { readonly most: Figure }[]; readonly parts: Parts },
): CountsOf | null {
  const { repeat, only, beside, reads } = part;
  const alone = repeat === 'single' && only === undefined && beside === undefined && reads === undefined;
  const counts = alone ? addUp({ ...part.entries, during }, set.predicate, parts) : undefined;
  if (!counts) return null;
  return (rows) => (caps.every(({ most }) => isLaidDown(most, rows)) ? counts(rows) : null);
}

/** Whether a limit is one known number for all rows, not below zero. */
export function isLaidDown(limit: Figure, rows: Rows): boolean {
  const numbers = limit.micros?.(rows);
  return typeof numbers === 'number' && numbers >= 0;
}
