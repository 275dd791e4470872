import { type DayNumber, NEVER, toDay } from '../day.ts';
import { joinedDays } from '../duty/spells.ts';
import type { Parts } from '../parts.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import { postsOf } from './posts.ts';

/** Days on which somebody is in a post of an organisation, or posted there. */
export interface Stretch {
  /** A post, or the kind of the posting. */
  readonly post: string;
  readonly organisation: string;
  readonly person: string;
  readonly from: DayNumber;
  /** `NEVER` while it runs. */
  readonly to: DayNumber;
}

/** Everybody’s days in the posts, or postings, of a rule. */
export function stretchesOf(assignment: Assignment, index: WorldIndex): Stretch[] {
  const { postings: kind } = assignment;
  if (kind !== undefined) {
    return index.world.postings
      .filter((one) => one.kind === kind)
      .map(({ organisation, person, from, to }) => ({ post: kind, organisation, person, ...daysOf(from, to) }));
  }
  return postsOf(assignment).flatMap((post) =>
    index
      .tenuresOf(post)
      .map(({ organisation, person, from, to }) => ({ post, organisation, person, ...daysOf(from, to) })),
  );
}

const daysOf = (from: string, to: string | undefined) => ({
  from: toDay(from),
  to: to === undefined ? NEVER : toDay(to),
});

/** The stretch without a break that covers a day; null where there is none. */
export const coveringOn = (stretches: readonly Stretch[], day: DayNumber) =>
  joinedDays(stretches).find(({ from, to }) => from <= day && day <= to) ?? null;

export const postTitle = (post: string, { postKinds, postingKinds }: Parts): Words =>
  (postKinds.get(post) ?? postingKinds.get(post))?.title ?? say(post, post);
