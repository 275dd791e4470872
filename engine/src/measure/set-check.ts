import type { Variables } from '../condition.ts';
import { present } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { say } from '../words.ts';
import { checkAbout } from './about-check.ts';
import { checkBesideKeys, checkReads } from './others-check.ts';
import { isOfEntries, SET_KEYS, type SetKey, type SetPart, setKey, variablesOf } from './set.ts';
import { sharedNames } from './shared-names.ts';
import { checkThings } from './things-check.ts';
import type { Checker } from './types.ts';
import { duringProblems } from './window.ts';

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
  if (key === 'any_of') return checkUnion(set, at, checker);
  if (key === 'form' && set.on !== undefined) add(onOfEntries(`${at}/on`));
  if (key !== 'form' && set.apart !== undefined) add(apartOfSubjects(`${at}/apart`));
  if (key !== 'form' && set.predecessors !== undefined) add(joinedSubjects(`${at}/predecessors`));
  const odd = key === 'form' ? [] : (['reads', 'beside'] as const).filter((one) => set[one] !== undefined);
  for (const one of odd) add(besideSubjects(one, at));
  if (odd.length > 0) return null;
  const unknown = namesOf(set, key, at, parts);
  for (const finding of unknown) add(finding);
  if (unknown.length > 0) return null;
  for (const finding of neverReached(set, at, checker)) add(finding);
  for (const finding of [...checkAbout(set, at, parts), ...duringProblems(set.during, at, checker)]) add(finding);
  return checkNames(set, variablesOf({ ...set, reads: [] }, parts), at, checker);
}

/** Judges what stands over the names of a set; gives these. */
function checkNames(set: SetPart, own: Variables, at: string, checker: Checker): Variables | null {
  const variables = checkOthers(set, own, at, checker);
  if (!variables) return null;
  for (const finding of conditionProblems(set.where, variables, `${at}/where`)) checker.add(finding);
  return checkThings(set, variables, at, { ...checker, checkSet }) ? variables : null;
}

/** Judges what is read of other entries, and which of these let one count; gives all names, null when unsound. */
function checkOthers(set: SetPart, own: Variables, at: string, checker: Checker): Variables | null {
  const { reads, beside = [] } = set;
  const others = {
    check: (one: SetPart, here: string) => checkSet(one, here, checker),
    add: checker.add,
    parts: checker.parts,
  };
  const names = reads ? checkReads({ reads, entries: set, own }, `${at}/reads`, others) : own;
  if (!names) return null;
  const sound = beside.map((part, i) => checkBesideKeys(part, `${at}/beside/${i}`, names, others));
  return sound.includes(false) ? null : names;
}

/** Judges several sets together; gives the names that all of them know. */
function checkUnion(set: SetPart, at: string, checker: Checker): Variables | null {
  const parts = set.any_of ?? [];
  const all = parts.map((part, i) => checkSet(part, `${at}/any_of/${i}`, checker));
  const written = (['during', 'about', 'on', 'predecessors', 'reads', 'beside'] as const).filter(
    (key) => set[key] !== undefined,
  );
  for (const key of written) checker.add(ofEach(key, at));
  const entries = parts.every(isOfEntries);
  if (!entries && set.apart !== undefined) checker.add(apartOfSubjects(`${at}/apart`));
  const names = all.filter((one) => one !== null);
  if (names.length < all.length || written.length > 0) return null;
  return checkNames(set, sharedNames(names), at, checker);
}

const ofEach = (key: string, at: string): Finding => ({
  code: 'wrong-set',
  at: `${at}/${key}`,
  words: say(`${key} 由 any_of 中的各组自己写`, `${key} is said by each of the sets in any_of`),
  wayOut: say(`把 ${key} 移到 any_of 的各组中`, `Move ${key} into the sets of any_of`),
});

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

const besideSubjects = (key: string, at: string): Finding => ({
  code: 'wrong-set',
  at: `${at}/${key}`,
  words: say('只有记录才与别的记录相对照', 'Only entries are looked at beside others'),
  wayOut: say(`删去 ${key}，或以 form 数记录`, `Remove ${key}, or count entries with \`form\``),
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
