import type { About, During } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import type { Missing } from '../value.ts';
import { say } from '../words.ts';
import type { At } from './types.ts';

/** Days before those that are rated; a figure to date reads whatever there is. */
const EARLIER: ReadonlySet<unknown> = new Set(['previous-period', 'previous-year', 'previous-year-to-date']);

/** Entries of those above may be older than the subject. */
const isOfOthers = (about: About | undefined): boolean =>
  about === 'above' || (typeof about === 'object' && 'field' in about);

/**
 * What keeps earlier days from being known: an organisation that did not exist on any of them has nothing there, and that is
 * not zero. Null where it did exist, or its own days are read.
 */
export function notThere(
  { during, about }: { readonly during?: During; readonly about?: About },
  window: Period,
  { organisation, run }: Pick<At, 'organisation' | 'run'>,
): Missing | null {
  if (!EARLIER.has(during) || isOfOthers(about)) return null;
  const record = run.index.organisations.get(organisation);
  if (record === undefined || record.from <= window.end) return null;
  return {
    what: 'organisation',
    words: say(
      `“${record.name}”自 ${record.from} 才有，${window.start} 至 ${window.end} 还没有它的记录`,
      `“${record.name}” exists since ${record.from}; there is nothing of it from ${window.start} to ${window.end}`,
    ),
  };
}
