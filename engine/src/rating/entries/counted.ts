import type { Micros } from '../../measure/micros.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { addUp } from '../../measure/set-micros.ts';
import { isLaidDown } from '../../measure/shared-number.ts';
import type { Figure, Rows } from '../../measure/types.ts';
import { windowOf } from '../../measure/window.ts';
import type { During } from '../../schema/set.ts';
import type { StepCompiler } from '../types.ts';
import { quickSum } from './quick/sum.ts';
import type { EntriesPart } from './run.ts';

/** What the entries of each row count, in one pass: a row without a number has to be looked at. */
export type SumsOf = (rows: Rows) => Micros | null;

/** Null where what others have, or what was before, may keep even a row without entries from being known. */
export function compileSums(
  part: EntriesPart,
  set: CompiledSet,
  { during, caps }: { readonly during: During; readonly caps: readonly { readonly most: Figure }[] },
  compiler: StepCompiler,
): SumsOf | null {
  const { repeat, only, beside, reads, one_matter, split, per } = part;
  const alone = repeat === 'single' && only === undefined && beside === undefined && reads === undefined;
  const counts = alone ? addUp({ ...part.entries, during }, set.predicate, compiler.parts) : undefined;
  if (!counts) return null;
  const plain = one_matter === 'each' && split === undefined && per === undefined;
  const sums = plain ? quickSum(part, set, compiler) : null;
  return (rows) => {
    const days = windowOf(during, rows, compiler.parts);
    if ('missing' in days || !caps.every(({ most }) => isLaidDown(most, rows))) return null;
    return sums?.(rows, days) ?? withoutEntries(counts(rows));
  };
}

/** A row without entries counts nothing; the others have to be looked at. */
function withoutEntries(counts: Micros | null): Micros | null {
  for (let row = 0; counts !== null && row < counts.length; row++) if (counts[row] !== 0) counts[row] = Number.NaN;
  return counts;
}
