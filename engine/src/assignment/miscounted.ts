import { compilePredicate } from '../condition.ts';
import type { Organisation } from '../facts.ts';
import { compare } from '../fraction.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type Bounds, compileBounds, type Per } from './bounds.ts';
import { type Case, type Found, named, organisationName, runs } from './case.ts';
import { postsOf, setOf } from './posts.ts';
import { compileReckoning, type Reckoned } from './reckoned.ts';
import type { Serving } from './serving.ts';
import { notJudged } from './unfit.ts';
import { type Key, organisationEnv, organisationNames } from './variables.ts';

export type Among = NonNullable<Per['among']>;

/** Organisations and persons with too many, and organisations with too few, of those that serve and fulfil what is asked; or whose share or mean does not fit. */
export const miscounted = (known: Case): Found[] =>
  (known.assignment.per ?? []).flatMap((per) => countedBy(per, known));

function countedBy(per: Per, known: Case): Found[] {
  const { assignment, index, serving } = known;
  const { key, message } = per;
  const bounds = compileBounds(per, known);
  if (bounds === null) return [];
  const reckoned = compileReckoning(per, known);
  const groups = Map.groupBy(serving, (one) => KEYS[key](one));
  const among = amongOf(key, per.among, assignment);
  const ids = among ? organisationsAmong(key, among, known).map(({ id }) => id) : [...groups.keys()];
  return ids.flatMap((id): Found[] => {
    const words = judged(reckoned(groups.get(id) ?? []), bounds(id), message);
    if (words === null) return [];
    const isPerson = key === 'person';
    const name = isPerson ? (index.persons.get(id)?.name ?? id) : organisationName(id, index);
    return [{ subject: { kind: isPerson ? 'person' : 'organisation', id }, words: named(name, words) }];
  });
}

/** What is to be said of a group; null when it fits. What is not recorded decides only where it could. */
function judged(group: Reckoned | null, { least, most, lacking }: Bounds, message: Words): Words | null {
  if (group === null) return null;
  const { low, high, figure } = group;
  const figures = say(`${message['zh-CN']}（${figure['zh-CN']}）`, `${message.en} (${figure.en})`);
  if (lacking !== null) return notJudged(figures, lacking);
  const open = group.lacking;
  if (low === null || high === null) return open && notJudged(figures, open);
  if ((most !== null && compare(low, most) > 0) || (least !== null && compare(high, least) < 0)) return figures;
  const fits = (least === null || compare(low, least) >= 0) && (most === null || compare(high, most) <= 0);
  return open === null || fits ? null : notJudged(figures, open);
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
    (one) =>
      kinds.includes(one.kind) && runs(one, asOf) && (!fulfils || fulfils(organisationEnv(key, one, asOf)) === true),
  );
}
