import type { Env, Variables } from '../condition.ts';
import { present } from '../duty/binding.ts';
import type { Organisation, Posting } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Assignment } from '../schema/pack.ts';
import { organisationVariables, personVariables, postingVariables, subjectEnv } from '../variables.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import { postsOf } from './posts.ts';

/** The day on which a rule over teams is judged, as all its conditions may read it. */
const ON_DAY: Variables = { as_of: { type: 'date', title: say('截至日', 'the day it is judged on') } };

/** Names usable in `each.check`, `per.that` and `per.mean`: of holders and members the person and organisation, of holders also the posts there and since when. */
export function servingNames(assignment: Assignment, parts: Parts): Variables {
  const { postings, of = [], members = [] } = assignment;
  if (postings !== undefined) return postingNames(postings, parts);
  const organisation = organisationVariables(present([...of, ...members], parts.organisationKinds));
  const posts = postsOf(assignment);
  if (posts.length === 0) return { ...ON_DAY, person: personVariables, organisation };
  const titles = posts.map((post) => [post, parts.postKinds.get(post)?.title ?? say(post, post)] as const);
  return {
    ...ON_DAY,
    person: personVariables,
    organisation,
    posts: {
      type: 'list',
      title: say('所任职务', 'posts held'),
      options: posts,
      optionTitles: Object.fromEntries(titles),
    },
    since: { type: 'date', title: say('连续在任的首日', 'there without a break since') },
  };
}

/** Those of postings: the posting, its person, the village it works in and the unit that sent it. */
function postingNames(postings: string, parts: Parts): Variables {
  const kinds = present([postings], parts.postingKinds);
  const organisations = (ids: readonly string[]) => organisationVariables(present(ids, parts.organisationKinds));
  return {
    ...ON_DAY,
    posting: postingVariables(kinds),
    person: personVariables,
    village: organisations(kinds.flatMap(({ to }) => to)),
    unit: organisations(kinds.flatMap((kind) => kind.sent_by)),
  };
}

export function postingEnv(posting: Posting, index: WorldIndex, day: string): Env {
  const record = (one: object | undefined) => one && subjectEnv(one);
  return {
    as_of: day,
    posting: subjectEnv(posting),
    person: record(index.persons.get(posting.person)),
    village: record(index.organisations.get(posting.organisation)),
    unit: record(index.organisations.get(posting.sendingOrganisation)),
  };
}

/** Names usable in `all_posted.who`. */
export const PERSON_NAMES: Variables = { ...ON_DAY, person: personVariables };

type Per = NonNullable<Assignment['per']>[number];
export type Key = Per['key'];

/** The name `per.among.where` gives an organisation: the village worked in, the unit that sends. */
const CALLED: Record<Key, string> = { organisation: 'village', 'sending-organisation': 'unit', person: 'organisation' };

/** Names usable in `per.among.where`: `organisation`, and what the key calls it. */
export function organisationNames(key: Key, kinds: readonly string[], parts: Parts): Variables {
  const type = organisationVariables(present(kinds, parts.organisationKinds));
  return { ...ON_DAY, [CALLED[key]]: type, organisation: type };
}

/** Names usable in a bound that is worked out: those of the organisations that are counted by. */
export function boundNames({ key, among }: Per, assignment: Assignment, parts: Parts): Variables {
  const { postings, of = [], members = [] } = assignment;
  const sent = present(postings === undefined ? [] : [postings], parts.postingKinds);
  const receiving = postings === undefined ? [...of, ...members] : sent.flatMap(({ to }) => to);
  const kinds = key === 'sending-organisation' ? sent.flatMap(({ sent_by }) => sent_by) : receiving;
  return organisationNames(key, among?.kinds ?? kinds, parts);
}

export const organisationEnv = (key: Key, organisation: Organisation, day: string): Env => {
  const record = subjectEnv(organisation);
  return { as_of: day, [CALLED[key]]: record, organisation: record };
};
