import { NEVER, toDay } from '../day.ts';
import type { Posting, Tenure } from '../facts.ts';
import type { At } from './types.ts';

/** Days from the first to the last. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Days of the period on which a person holds one of the posts, or an organisation has somebody in them; joined, in order. */
export const daysInPosts = (posts: readonly string[], at: At): Days[] => joined(timesInPosts(posts, at));

/** Each time a person took up one of the posts or was posted so, as far as it lies in the period. */
export function timesInPosts(posts: readonly string[], { subject, period, run: { index } }: At): Days[] {
  const isPlace = subject.kind === 'organisation';
  const person = subject.kind === 'posting' ? index.postings.get(subject.id)?.person : subject.id;
  const theirs = (post: string): readonly (Tenure | Posting)[] => [
    ...(isPlace ? index.tenuresAt(post, subject.id) : index.tenuresHeldBy(post, person ?? '')),
    ...(isPlace ? index.postingsAt(subject.id) : index.postingsOf(person ?? '')).filter(({ kind }) => kind === post),
  ];
  return posts
    .flatMap(theirs)
    .flatMap(({ from, to }) => within(toDay(from), to === undefined ? NEVER : toDay(to), period));
}

/** Days as far as they lie in the period. */
export function within(from: number, to: number, period: At['period']): Days[] {
  const days = { from: Math.max(from, toDay(period.start)), to: Math.min(to, toDay(period.end)) };
  return days.from <= days.to ? [days] : [];
}

function joined(all: readonly Days[]): Days[] {
  const found: Days[] = [];
  for (const days of all.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && days.from <= last.to + 1) found.splice(-1, 1, { from: last.from, to: Math.max(last.to, days.to) });
    else found.push(days);
  }
  return found;
}

/** The days that are left when others are taken away; both joined and in order. */
export const without = (all: readonly Days[], others: readonly Days[]): Days[] =>
  others.reduce<Days[]>(
    (left, gone) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, gone.from - 1) },
          { from: Math.max(from, gone.to + 1), to },
        ].filter((days) => days.from <= days.to),
      ),
    [...all],
  );
