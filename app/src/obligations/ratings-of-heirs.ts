import type { Policy, Rating } from '@luoshi/engine';

/** What a rating does with organisations that came from others, as its pack says. */
export interface HeirRating {
  readonly title: Rating['title'];
  /** Whether some figure of it counts entries of those an organisation came from. */
  readonly records: boolean;
  /** Whether their days in the period are days of its own. */
  readonly days: boolean;
  /** Whether one that ended within the period is still rated; `by-days` from so many days on. */
  readonly ended: 'rated' | 'not-rated' | 'by-days';
}

/** The ratings of some kinds of organisations. */
export const ratingsOfHeirs = (policy: Policy, kinds: ReadonlySet<string>): HeirRating[] =>
  [...policy.ratings.values()]
    .filter(({ of }) => 'organisations' in of && of.organisations.some((kind) => kinds.has(kind)))
    .map(({ title, steps, predecessors, part_period }) => {
      const days = predecessors === 'joined';
      return { title, records: readsPredecessors(steps), days, ended: days ? 'not-rated' : endedOf(part_period) };
    });

const endedOf = (part: Rating['part_period']): HeirRating['ended'] => (typeof part === 'string' ? part : 'by-days');

const readsPredecessors = (part: unknown): boolean =>
  typeof part === 'object' &&
  part !== null &&
  Object.entries(part).some(
    ([key, value]) => (key === 'predecessors' && value === 'joined') || readsPredecessors(value),
  );
