import { compileReads, type Joined } from '../../measure/reads.ts';
import { compileSet, type SetPart } from '../../measure/set.ts';
import type { Parts } from '../../parts.ts';
import type { Reads } from '../../schema/rating/reads.ts';

/** Entries of which each counts, and what it reads of others. */
export interface Reading {
  readonly entries: SetPart & { readonly form: string };
  readonly reads?: Reads;
}

/** The set of the entries that count, of whatever days, with the names they read. */
export function compileJoined(part: Reading, parts: Parts): Joined {
  const { during: _, apart: __, ...entries } = part.entries;
  const { reads } = part;
  if (reads === undefined) return { set: compileSet(entries, parts), join: (gathered) => gathered };
  return compileReads({ reads, entries, written: part }, parts, (set) => compileSet(set, parts));
}
