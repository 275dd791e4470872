import { compilePredicate, nameWords, type Predicate, record, type Variables } from '../condition.ts';
import { present } from '../duty/binding.ts';
import { formVariables } from '../duty/form-variables.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Apart } from '../schema/apart.ts';
import type { About, During, Joined, On } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import type { Missing, Words } from '../value.ts';
import { organisationVariables, personVariables, postingVariables } from '../variables.ts';
import { say } from '../words.ts';
import { checkAbout } from './about-check.ts';
import { type ApartRun, compileApart } from './apart.ts';
import { type Element, type Gathered, missingIn, type Unclear } from './element.ts';
import { gatherJoined, inheritedAt } from './joined.ts';
import { notThere } from './not-there.ts';
import { ON_WORDS } from './on-words.ts';
import { placeEnv, placeVariables } from './place.ts';
import { ratedEnv, ratedVariables } from './rated.ts';
import { membersOfSet } from './set-members.ts';
import type { At, Checker } from './types.ts';
import { fieldNaming, namedVariables } from './whom-named.ts';
import { duringProblems, duringWords, windowOf } from './window.ts';

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
}

export const SET_KEYS = ['form', 'postings', 'organisations', 'holders', 'members'] as const;
export type SetKey = (typeof SET_KEYS)[number];

export const setKey = (set: SetPart): SetKey | null => {
  const named = SET_KEYS.filter((key) => set[key] !== undefined);
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** Whose entries others beside them are: as theirs, unless something else is said. */
export const whoseOf = (
  { about: theirs, predecessors }: Pick<SetPart, 'about' | 'predecessors'>,
  about: About | undefined = theirs,
): Pick<SetPart, 'about' | 'predecessors'> => ({
  ...(about === undefined ? {} : { about }),
  ...(predecessors === undefined ? {} : { predecessors }),
});

/** Judges a set; gives the names its conditions may use, or null when the set itself is unsound. */
export function checkSet(set: SetPart, at: string, checker: Checker): Variables | null {
  const { parts, add } = checker;
  const key = setKey(set);
  if (key === null) {
    add({
      code: 'one-set',
      at,
      words: say('须且只能写一个集合', 'Exactly one set must be named'),
      wayOut: say(`在 ${SET_KEYS.join('、')} 中只写一个`, `Write only one of ${SET_KEYS.join(', ')}`),
    });
    return null;
  }
  if (key === 'form' && set.on !== undefined) add(onOfEntries(`${at}/on`));
  if (key !== 'form' && set.apart !== undefined) add(apartOfSubjects(`${at}/apart`));
  if (key !== 'form' && set.predecessors !== undefined) add(joinedSubjects(`${at}/predecessors`));
  const unknown = namesOf(set, key, at, parts);
  for (const finding of unknown) add(finding);
  if (unknown.length > 0) return null;
  for (const finding of neverReached(set, at, checker)) add(finding);
  for (const finding of [...checkAbout(set, at, parts), ...duringProblems(set.during, at, checker)]) add(finding);
  const variables = variablesOf(set, key, parts);
  for (const finding of conditionProblems(set.where, variables, `${at}/where`)) add(finding);
  return variables;
}

const onOfEntries = (at: string): Finding => ({
  code: 'wrong-set',
  at,
  words: say('记录没有“在哪一天在任”', 'Entries are not in office on a day'),
  wayOut: say(
    '记录写 during；on 用于 holders、members、postings、organisations',
    'For entries write `during`; `on` is for holders, members, postings and organisations',
  ),
});

const apartOfSubjects = (at: string): Finding => ({
  code: 'wrong-set',
  at,
  words: say('只有记录才相隔几天', 'Only entries lie days apart'),
  wayOut: say('删去 apart，或以 form 数记录', 'Remove apart, or count entries with `form`'),
});

const joinedSubjects = (at: string): Finding => ({
  code: 'wrong-set',
  at,
  words: say('只有记录才由合并而来的组织承继', 'Only entries are carried on by an organisation that succeeds others'),
  wayOut: say('删去 predecessors，或以 form 数记录', 'Remove predecessors, or count entries with `form`'),
});

/** Entries about subjects that no organisation of the measure's kinds has: the set would always be empty. */
function neverReached({ form: id, about }: SetPart, at: string, { parts, measure }: Checker): Finding[] {
  const subject = parts.forms.get(id ?? '')?.subject;
  if (!subject || !measure || subject.person || about !== undefined) return [];
  const postings = present(subject.posting ?? [], parts.postingKinds);
  const kinds = [...(subject.organisation ?? []), ...postings.flatMap(({ to }) => to)];
  if (kinds.length === 0 || kinds.some((kind) => measure.at.includes(kind))) return [];
  const [reached, computed] = [kinds.join(', '), measure.at.join(', ')];
  return [
    {
      code: 'never-reached',
      at: `${at}/form`,
      words: say(
        `“${id}”的记录属于 ${reached}，指标却在 ${computed} 计算：永远为空`,
        `Entries of “${id}” belong to ${reached}, but the measure is computed at ${computed}: it would always be empty`,
      ),
      wayOut: say(`把 at 改为 ${reached}，上级由 rollup 汇总`, `Set at to ${reached}; organisations above roll it up`),
    },
  ];
}

function namesOf(set: SetPart, key: SetKey, at: string, parts: Parts) {
  if (key === 'form') return unknownName('form', set.form ?? '', parts.forms, `${at}/form`);
  if (key === 'members') return [];
  const [noun, known] = {
    postings: ['posting-kind', parts.postingKinds] as const,
    organisations: ['organisation-kind', parts.organisationKinds] as const,
    holders: ['post-kind', parts.postKinds] as const,
  }[key];
  return unknownName(noun, set[key] ?? '', known, `${at}/${key}`);
}

/** Names usable over the members of a sound set: those of the member, and of the place. */
const variablesOf = (set: SetPart, key: SetKey, parts: Parts): Variables => ({
  ...memberVariables(set, key, parts),
  ...placeVariables(parts),
  rated: ratedVariables,
});

function memberVariables(set: SetPart, key: SetKey, parts: Parts): Variables {
  const form = parts.forms.get(set.form ?? '');
  if (key === 'form' && form) return { ...formVariables(form, parts), ...namedVariables(fieldNaming(form, set.about)) };
  if (key === 'postings') return { subject: postingVariables(present([set.postings ?? ''], parts.postingKinds)) };
  if (key === 'organisations') {
    return { subject: organisationVariables(present([set.organisations ?? ''], parts.organisationKinds)) };
  }
  if (key === 'members') return { subject: personVariables };
  return {
    subject: personVariables,
    tenure: record({ organisation: { type: 'text' }, from: { type: 'date' }, to: { type: 'date' } }),
  };
}

export interface CompiledSet {
  readonly key: SetKey;
  readonly variables: Variables;
  /** What the set is called: a form, a kind, a post. */
  readonly title: Words;
  readonly where: string | undefined;
  /** Which days it reads, when not those of the period. */
  readonly during: Words | null;
  /** On which days its members must be there, when not on any. */
  readonly on: Words | null;
  /** How far its entries must lie apart, when they must. */
  readonly apart: Words | null;
  readonly predicate: Predicate | null;
  /** Its members; with `days`, of those instead of the ones it names. Conditions read the period of `at` either way. */
  readonly gather: (at: At, days?: Period) => Gathered;
  /** What would have to be recorded, by the name that reads it. */
  readonly missingName: (path: string) => Missing;
}

export function compileSet(set: SetPart, parts: Parts): CompiledSet {
  const key = setKey(set) ?? 'form';
  const variables = variablesOf(set, key, parts);
  const missingName = (path: string): Missing => nameMissing(set, path, variables);
  const where = set.where === undefined ? null : compilePredicate(set.where, variables);
  const members = membersOfSet(set, key, parts, where?.equals ?? null);
  const apart = set.apart === undefined ? null : compileApart(set.apart, parts);
  const leaveNear = (gathered: Gathered): Gathered => (apart === null ? gathered : withoutNear(gathered, apart));
  return {
    key,
    variables,
    title: titleOf(set, key, parts),
    where: set.where,
    during: duringWords(set.during, parts),
    on: set.on === undefined ? null : ON_WORDS[set.on],
    apart: apart?.words ?? null,
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
      const { elements: all, doubt, ...joined } = named(found, at, parts);
      if (where === null) return leaveNear({ elements: all, doubt, ...joined });
      const elements: Element[] = [];
      const unclear: Unclear[] = [];
      for (const element of all) {
        const belongs = where(element.env);
        if (belongs === true) elements.push(element);
        else if (belongs === undefined)
          unclear.push({ element, missing: missingIn(element, where.reads, missingName) });
      }
      const missing = unclear.flatMap((one) => one.missing);
      return leaveNear({ elements, doubt: [...doubt, ...missing], unclear, ...joined });
    },
  };
}

/** What is left when entries too near to one before do not count again. */
function withoutNear({ elements, doubt, ...joined }: Gathered, apart: ApartRun): Gathered {
  const near = apart.near(elements);
  const missing = elements.flatMap(({ fact }) => (fact ? apart.missing(fact.date) : []));
  return { elements: elements.filter((one) => !near.has(one)), doubt: [...doubt, ...missing], ...joined };
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
