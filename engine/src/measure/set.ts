import { compilePredicate, nameWords, type Predicate, type Variables } from '../condition.ts';
import { compileUnion } from '../constructs/any-of.ts';
import { present } from '../duty/binding.ts';
import { formVariables } from '../duty/form-variables.ts';
import type { Parts } from '../parts.ts';
import type { Apart } from '../schema/apart.ts';
import type { SetBeside } from '../schema/rating/beside.ts';
import type { Reads } from '../schema/rating/reads.ts';
import type { About, During, Joined, On } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import type { Missing, Words } from '../value.ts';
import { organisationVariables, personVariables, postingVariables } from '../variables.ts';
import { say } from '../words.ts';
import { compileApart } from './apart.ts';
import type { Gathered } from './element.ts';
import { isHeld, tenureVariables } from './held.ts';
import { gatherJoined, inheritedAt } from './joined.ts';
import { narrowed } from './narrowed.ts';
import { notThere } from './not-there.ts';
import { ON_WORDS } from './on-words.ts';
import { placeEnv, placeVariables } from './place.ts';
import { ratedEnv, ratedVariables } from './rated.ts';
import { variablesRead } from './reads.ts';
import { membersOfSet } from './set-members.ts';
import { sharedNames } from './shared-names.ts';
import { ofThings } from './things.ts';
import type { At } from './types.ts';
import { fieldNaming, namedVariables } from './whom-named.ts';
import { duringWords, windowOf } from './window.ts';
import { withOthers } from './with-others.ts';

/** The set an aggregate runs over, as written. */
export interface SetPart {
  readonly form?: string;
  readonly postings?: string;
  readonly organisations?: string;
  readonly holders?: string;
  readonly members?: true;
  readonly where?: string;
  readonly during?: During;
  readonly about?: About;
  readonly on?: On;
  readonly apart?: Apart;
  readonly predecessors?: Joined;
  readonly any_of?: readonly SetPart[];
  readonly same?: string | readonly string[];
  readonly keeps?: 'first' | 'latest';
  readonly also_in?: readonly SetPart[];
  readonly not_in?: readonly SetPart[];
  readonly reads?: Reads;
  readonly beside?: SetBeside;
}

const ONE = ['form', 'postings', 'organisations', 'holders', 'members'] as const;
export const SET_KEYS = [...ONE, 'any_of'] as const;
/** How a set of one kind of thing is named. */
export type SetKey = (typeof ONE)[number];

export const setKey = (set: SetPart): SetKey | 'any_of' | null => {
  const named = SET_KEYS.filter((key) => set[key] !== undefined);
  return named.length === 1 ? (named[0] ?? null) : null;
};

const oneKey = (set: SetPart): SetKey => ONE.find((key) => set[key] !== undefined) ?? 'form';

/** Names usable over the members of a sound set: those of the member, and of the place. */
export const variablesOf = (set: SetPart, parts: Parts): Variables => ({
  ...(set.any_of
    ? sharedNames(set.any_of.map((one) => variablesOf(one, parts)))
    : memberVariables(set, oneKey(set), parts)),
  ...variablesRead(set.reads ?? [], parts),
  ...placeVariables(parts),
  rated: ratedVariables,
});

/** Whether all its members are entries. */
export const isOfEntries = (set: SetPart): boolean =>
  set.form !== undefined || (set.any_of?.every(isOfEntries) ?? false);

function memberVariables(set: SetPart, key: SetKey, parts: Parts): Variables {
  const form = parts.forms.get(set.form ?? '');
  if (key === 'form' && form) {
    const held = isHeld(set.about) ? { tenure: tenureVariables } : {};
    return { ...formVariables(form, parts), ...namedVariables(fieldNaming(form, set.about)), ...held };
  }
  if (key === 'postings') return { subject: postingVariables(present([set.postings ?? ''], parts.postingKinds)) };
  if (key === 'organisations') {
    return { subject: organisationVariables(present([set.organisations ?? ''], parts.organisationKinds)) };
  }
  if (key === 'members') return { subject: personVariables };
  return {
    subject: personVariables,
    tenure: tenureVariables,
  };
}

export interface CompiledSet {
  readonly key: SetKey | 'any_of';
  readonly variables: Variables;
  /** What the set is called: a form, a kind, a post. */
  readonly title: Words;
  /** What it is called when that is no title of one thing: several sets together. */
  readonly called?: Words;
  readonly where: string | undefined;
  /** Which days it reads, when not those of the period. */
  readonly during: Words | null;
  /** On which days its members must be there, when not on any. */
  readonly on: Words | null;
  /** How far its entries must lie apart, when they must. */
  readonly apart: Words | null;
  /** What else is said of its members. */
  readonly notes: readonly Words[];
  readonly predicate: Predicate | null;
  /** Its members; with `days`, of those instead of the ones it names. Conditions read the period of `at` either way. */
  readonly gather: (at: At, days?: Period) => Gathered;
  /** What would have to be recorded, by the name that reads it. */
  readonly missingName: (path: string) => Missing;
}

export function compileSet(set: SetPart, parts: Parts): CompiledSet {
  return compile(set, parts, true);
}

/** Within another set members only say what they speak of; `once` keeps one of each. */
function compile(set: SetPart, parts: Parts, once: boolean): CompiledSet {
  const inner = (one: SetPart): CompiledSet => compile(one, parts, false);
  const plain = set.any_of
    ? compileUnion(set, set.any_of.map(inner), variablesOf(set, parts), parts)
    : set.reads || set.beside
      ? withOthers(set, parts, (one) => compileOne(one, oneKey(one), parts))
      : compileOne(set, oneKey(set), parts);
  return ofThings(set, plain, once, inner);
}

function compileOne(set: SetPart, key: SetKey, parts: Parts): CompiledSet {
  const variables = variablesOf(set, parts);
  const missingName = (path: string): Missing => nameMissing(set, path, variables);
  const where = set.where === undefined ? null : compilePredicate(set.where, variables);
  const members = membersOfSet(set, key, parts, where?.equals ?? null);
  const apart = set.apart === undefined ? null : compileApart(set.apart, parts);
  return {
    key,
    variables,
    title: titleOf(set, key, parts),
    where: set.where,
    during: duringWords(set.during, parts),
    on: set.on === undefined ? null : ON_WORDS[set.on],
    apart: apart?.words ?? null,
    notes: [],
    predicate: where,
    missingName,
    gather: (at, days) => {
      const period = days ?? windowOf(set.during, at, parts);
      if ('missing' in period) return { elements: [], doubt: period.missing };
      const absent = key === 'form' ? notThere(set, period, at) : null;
      if (absent !== null) return { elements: [], doubt: [absent] };
      const inherited = set.predecessors === 'joined' ? inheritedAt(at) : null;
      const there = { ...at, period };
      const found = inherited ? gatherJoined(members, inherited, there) : members(there);
      return narrowed(named(found, at, parts), { where, apart, missingName });
    },
  };
}

/** The members with the names of the place; each list is made for this call, so that names may be added rather than copied. */
function named(gathered: Gathered, at: At, parts: Parts): Gathered {
  const place = { ...placeEnv(at, parts), rated: ratedEnv(at) };
  for (const { env } of gathered.elements) Object.assign(env, place);
  return gathered;
}

function titleOf(set: SetPart, key: SetKey, parts: Parts): Words {
  if (key === 'members') return say('党员', 'members');
  const known = {
    form: parts.forms,
    postings: parts.postingKinds,
    organisations: parts.organisationKinds,
    holders: parts.postKinds,
  }[key];
  const id = set[key] ?? '';
  return known.get(id)?.title ?? say(id, id);
}

function nameMissing(set: SetPart, path: string, variables: Variables): Missing {
  const field = path.startsWith('data.') ? path.slice('data.'.length) : null;
  const title = nameWords(path, variables);
  return {
    what: field === null ? path : `form:${set.form}.${field}`,
    words: say(`未填写“${title['zh-CN']}”`, `“${title.en}” is not recorded`),
  };
}
