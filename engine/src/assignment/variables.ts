import type { Env, Variables } from '../condition.ts';
import { present } from '../duty/binding.ts';
import type { Organisation, Posting } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Assignment } from '../schema/pack.ts';
import { organisationVariables, personVariables, postingVariables, subjectEnv } from '../variables.ts';
import type { WorldIndex } from '../world-index.ts';

/** Names usable in `each.check`: the posting, its person, the village it works in and the unit that sent it. */
export function postingNames({ postings }: Assignment, parts: Parts): Variables {
  const kinds = present([postings], parts.postingKinds);
  const organisations = (ids: readonly string[]) => organisationVariables(present(ids, parts.organisationKinds));
  return {
    posting: postingVariables(kinds),
    person: personVariables,
    village: organisations(kinds.flatMap(({ to }) => to)),
    unit: organisations(kinds.flatMap((kind) => kind.sent_by)),
  };
}

export function postingEnv(posting: Posting, index: WorldIndex): Env {
  const record = (one: object | undefined) => one && subjectEnv(one);
  return {
    posting: subjectEnv(posting),
    person: record(index.persons.get(posting.person)),
    village: record(index.organisations.get(posting.organisation)),
    unit: record(index.organisations.get(posting.sendingOrganisation)),
  };
}

/** Names usable in `all_posted.who`. */
export const PERSON_NAMES: Variables = { person: personVariables };

type Key = NonNullable<Assignment['per']>[number]['key'];

/** The name `per.among.where` gives an organisation: the village worked in, the unit that sends. */
const CALLED: Record<Key, string> = { organisation: 'village', 'sending-organisation': 'unit', person: 'organisation' };

/** Names usable in `per.among.where`: `organisation`, and what the key calls it. */
export function organisationNames(key: Key, kinds: readonly string[], parts: Parts): Variables {
  const type = organisationVariables(present(kinds, parts.organisationKinds));
  return { [CALLED[key]]: type, organisation: type };
}

export const organisationEnv = (key: Key, organisation: Organisation): Env => {
  const record = subjectEnv(organisation);
  return { [CALLED[key]]: record, organisation: record };
};
