import { openRecord, type Variables, type VariableType } from '../condition.ts';
import { present, subjectType } from '../duty/binding.ts';
import type { Parts } from '../parts.ts';
import type { Who } from '../schema/obligation.ts';
import type { Measure } from '../schema/pack.ts';
import { organisationVariables, subjectEnv } from '../variables.ts';
import { recordOf } from './entries.ts';
import type { At } from './types.ts';

/** What expressions may read of the organisation a measure is worked out for, and of the one above it. */
export const namesOfMeasure = ({ at }: Measure, parts: Parts): Variables => around(at, parts, organisations(at, parts));

/** What expressions may read of the subjects of a rating. */
export const namesOfWho = (who: Who, parts: Parts): Variables =>
  around(kindsOfWho(who, parts), parts, subjectType(who, parts));

/** Kinds of the organisations somebody is, works at or belongs to. */
export function kindsOfWho(who: Who, parts: Parts): readonly string[] {
  if ('organisations' in who) return who.organisations;
  if ('members' in who) return who.members;
  if ('holders' in who) return who.of;
  return present('postings' in who ? who.postings : who.persons_posted, parts.postingKinds).flatMap(({ to }) => to);
}

/** What expressions over a group may read: of the organisation it stands under, else of its first subject. */
export const namesOver = (within: string | { readonly under?: string }, own: Variables, parts: Parts): Variables => {
  const kind = typeof within === 'object' ? within.under : undefined;
  return kind === undefined ? own : around([kind], parts, organisations([kind], parts));
};

function around(kinds: readonly string[], parts: Parts, subject: VariableType): Variables {
  const above = present(kinds, parts.organisationKinds).flatMap(({ parents }) => parents);
  return { subject, organisation: organisations(kinds, parts), parent: organisations(above, parts) };
}

const organisations = (kinds: readonly string[], parts: Parts): VariableType => {
  const known = present(kinds, parts.organisationKinds);
  return known.length > 0 ? organisationVariables(known) : openRecord();
};

/** The values of those names at a place. */
export function subjectNamesAt({ subject, organisation, run: { index } }: At) {
  const own = index.organisations.get(organisation);
  const parent = index.organisations.get(own?.parent ?? '');
  const record = recordOf(index, subject);
  return {
    subject: record && subjectEnv(record),
    organisation: own && subjectEnv(own),
    parent: parent && subjectEnv(parent),
  };
}
