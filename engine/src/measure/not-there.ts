import type { Organisation } from '../facts.ts';
import type { About, During, Joined } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import type { Inherited } from '../succession.ts';
import type { Missing } from '../value.ts';
import { say } from '../words.ts';
import { isHeld } from './held.ts';
import { inheritedAt } from './joined.ts';
import type { At } from './types.ts';
import { isNaming } from './whom-named.ts';

/** Days before those that are rated; a figure to date reads whatever there is. */
const EARLIER: ReadonlySet<unknown> = new Set(['previous-period', 'previous-year', 'previous-year-to-date']);

interface Asking {
  readonly during?: During;
  readonly about?: About;
  readonly predecessors?: Joined;
}

/** Entries of those above may be older than the subject. */
const isOfOthers = (about: About | undefined): boolean => about === 'above' || isNaming(about) || isHeld(about);

/**
 * What keeps earlier days from being known: an organisation that did not exist on any of them has nothing there, and that is
 * not zero. Null where it did exist, or its own days are read.
 */
export function notThere(
  { during, about, predecessors }: Asking,
  window: Period,
  at: Pick<At, 'organisation' | 'run' | 'period' | 'asOf' | 'joinedOn'>,
): Missing | null {
  const { organisation, run } = at;
  if (!EARLIER.has(during) || isOfOthers(about)) return null;
  const record = run.index.organisations.get(organisation);
  if (record === undefined || record.from <= window.end) return null;
  const before = (inheritedAt(at) ?? []).filter(({ organisation: one }) => one.from <= window.end);
  if (before.length > 0) return predecessors === 'joined' ? null : notJoined(record, before, window);
  return {
    what: 'organisation',
    words: say(
      `“${record.name}”自 ${record.from} 才有，${window.start} 至 ${window.end} 还没有它的记录`,
      `“${record.name}” exists since ${record.from}; there is nothing of it from ${window.start} to ${window.end}`,
    ),
  };
}

function notJoined({ name, from }: Organisation, before: readonly Inherited[], { start, end }: Period): Missing {
  const names = [...new Set(before.map(({ organisation }) => `“${organisation.name}”`))];
  return {
    what: 'organisation',
    words: say(
      `“${name}”自 ${from} 由${names.join('')}而来，办法没有写 predecessors: joined，不读它们 ${start} 至 ${end} 的记录`,
      `“${name}” came from ${names.join(', ')} on ${from}; the rule does not say predecessors: joined, so that their entries from ${start} to ${end} are not read`,
    ),
  };
}
