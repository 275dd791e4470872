import { compilePredicate, type Predicate } from '../condition.ts';
import { compileCount } from '../count.ts';
import type { Organisation } from '../facts.ts';
import type { Assignment } from '../schema/pack.ts';
import { say } from '../words.ts';
import { type Case, type Found, named, organisationName, runs } from './case.ts';
import { postsOf, setOf } from './posts.ts';
import type { Serving } from './serving.ts';
import { cannotJudge } from './unfit.ts';
import { type Key, organisationEnv, organisationNames, servingNames } from './variables.ts';

type Per = NonNullable<Assignment['per']>[number];
export type Among = NonNullable<Per['among']>;

/** Organisations and persons with too many, and organisations with too few, of those that serve and fulfil what is asked. */
export const miscounted = (known: Case): Found[] =>
  (known.assignment.per ?? []).flatMap((per) => countedBy(per, known));

function countedBy(per: Per, known: Case): Found[] {
  const { assignment, parts, index, asOf, serving } = known;
  const { key, that, at_least = 0, at_most = Number.MAX_SAFE_INTEGER } = per;
  const [least, most] = [at_least, at_most].map((count) => compileCount(count, parts).on(asOf));
  if (typeof least !== 'number' || typeof most !== 'number') return [];
  const holds = that === undefined ? null : compilePredicate(that, servingNames(assignment, parts));
  const groups = Map.groupBy(serving, (one) => KEYS[key](one));
  const among = amongOf(key, per.among, assignment);
  const ids = among ? organisationsAmong(key, among, known).map(({ id }) => id) : [...groups.keys()];
  return ids.flatMap((id): Found[] => {
    const words = judged(groups.get(id) ?? [], { least, most, holds }, per, known);
    if (words === null) return [];
    const isPerson = key === 'person';
    const name = isPerson ? (index.persons.get(id)?.name ?? id) : organisationName(id, index);
    return [{ subject: { kind: isPerson ? 'person' : 'organisation', id }, words: named(name, words) }];
  });
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly holds: Predicate | null;
}

/** What is to be said of a group; null when its number fits. Those of whom it is open decide only where they could. */
function judged(group: readonly Serving[], { least, most, holds }: Bounds, { message }: Per, known: Case) {
  const answers = group.map(({ env }) => (holds === null ? true : holds(env)));
  const count = answers.filter((answer) => answer === true).length;
  const open = group.filter((_, i) => answers[i] === undefined).map(({ env }) => env);
  const figures = say(`${message['zh-CN']}（现有 ${count}）`, `${message.en} (there are ${count})`);
  if (count > most || count + open.length < least) return figures;
  if (holds === null || open.length === 0 || (count >= least && count + open.length <= most)) return null;
  return cannotJudge(figures, holds, open, servingNames(known.assignment, known.parts));
}

const KEYS: Record<Key, (one: Serving) => string> = {
  organisation: ({ organisation }) => organisation,
  person: ({ person }) => person,
  'sending-organisation': ({ sending }) => sending ?? '',
};

/** Organisations in which posts stand or members are, where a rule says nothing else. */
function amongOf(key: Key, among: Among | undefined, assignment: Assignment): Among | undefined {
  if (among !== undefined || key === 'person' || setOf(assignment) === 'postings') return among;
  return { kinds: (postsOf(assignment).length > 0 ? assignment.of : assignment.members) ?? [] };
}

/** Organisations of the kinds that exist on the day and are known to fulfil the condition. */
export function organisationsAmong(key: Key, { kinds, where }: Among, { parts, index, asOf }: Case): Organisation[] {
  const fulfils = where === undefined ? null : compilePredicate(where, organisationNames(key, kinds, parts));
  return index.world.organisations.filter(
    (one) => kinds.includes(one.kind) && runs(one, asOf) && (!fulfils || fulfils(organisationEnv(key, one)) === true),
  );
}
