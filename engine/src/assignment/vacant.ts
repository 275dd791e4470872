import { fromDay, toDay } from '../day.ts';
import { present } from '../duty/binding.ts';
import type { Organisation } from '../facts.ts';
import { lengthOn, shifted } from '../measure/length.ts';
import type { Parts } from '../parts.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type Case, type Found, named } from './case.ts';
import { organisationsAmong } from './miscounted.ts';
import { postsOf } from './posts.ts';
import { coveringOn, postTitle, type Stretch, stretchesOf } from './stretches.ts';

/** Organisations of which a post, or posting, has stood empty for longer than it may. */
export function vacant(known: Case): Found[] {
  const { assignment, parts, index, asOf } = known;
  const rule = assignment.vacant;
  if (!rule) return [];
  const length = lengthOn(rule.at_most, parts, asOf);
  if ('missing' in length) return [];
  const held = Map.groupBy(stretchesOf(assignment, index), ({ post, organisation }) => `${post} ${organisation}`);
  const among = rule.among ?? { kinds: kindsOf(assignment, parts) };
  return organisationsAmong('organisation', among, known).flatMap((organisation) =>
    (rule.posts ?? postsIn(assignment))
      .filter((post) => standsIn(post, organisation.kind, parts))
      .flatMap((post): Found[] => {
        const empty = emptySince(held.get(`${post} ${organisation.id}`) ?? [], organisation, asOf);
        if (empty === null || shifted(empty.since, length, 1) > asOf) return [];
        const words = said(rule.message, postTitle(post, parts), empty, asOf);
        return [{ subject: { kind: 'organisation', id: organisation.id }, words: named(organisation.name, words) }];
      }),
  );
}

const postsIn = (assignment: Assignment): readonly string[] =>
  assignment.postings === undefined ? postsOf(assignment) : [assignment.postings];

/** Kinds of organisations in which it stands. */
const kindsOf = ({ of, postings }: Assignment, { postingKinds }: Parts): string[] =>
  of ?? present([postings ?? ''], postingKinds).flatMap(({ to }) => to);

const standsIn = (post: string, kind: string, { postKinds, postingKinds }: Parts): boolean =>
  (postKinds.get(post)?.of ?? postingKinds.get(post)?.to ?? []).includes(kind);

interface Empty {
  readonly since: string;
  /** Whether somebody was there before. */
  readonly before: boolean;
}

/** Since when nobody has been there; null when somebody is. */
function emptySince(held: readonly Stretch[], { from }: Organisation, day: string): Empty | null {
  const today = toDay(day);
  if (coveringOn(held, today)) return null;
  const ended = held.map(({ to }) => to).filter((to) => to < today);
  return ended.length === 0 ? { since: from, before: false } : { since: fromDay(Math.max(...ended) + 1), before: true };
}

function said(message: Words, post: Words, { since, before }: Empty, day: string): Words {
  const days = toDay(day) - toDay(since) + 1;
  return before
    ? say(
        `${message['zh-CN']}（${post['zh-CN']}自 ${since} 起空缺 ${days} 天）`,
        `${message.en} (${post.en} has stood empty since ${since}, for ${days} days)`,
      )
    : say(
        `${message['zh-CN']}（没有${post['zh-CN']}的任何记载）`,
        `${message.en} (nobody was ever recorded as ${post.en})`,
      );
}
