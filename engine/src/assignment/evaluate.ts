import { compilePredicate, type Env, nameWords, type Predicate, type Variables } from '../condition.ts';
import { compileCount } from '../count.ts';
import type { RuleRef } from '../explanation.ts';
import type { Organisation, Posting, SubjectRef, World } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { subjectEnv } from '../variables.ts';
import { say } from '../words.ts';
import { indexOf, type WorldIndex } from '../world-index.ts';
import { type ExemptionState, exemptionOn } from './exemption.ts';
import { organisationEnv, organisationNames, PERSON_NAMES, postingEnv, postingNames } from './variables.ts';

/** Somebody or something that does not fit a rule over postings: a proposal to look, never a verdict. */
export interface AssignmentFinding {
  readonly assignment: string;
  readonly subject: SubjectRef;
  readonly words: Words;
  readonly rule: RuleRef;
}

interface Case {
  readonly parts: Parts;
  readonly index: WorldIndex;
  readonly asOf: string;
  readonly assignment: Assignment;
  /** Postings of the rule's kind that run on the day. */
  readonly postings: readonly Posting[];
}

type Found = Pick<AssignmentFinding, 'subject' | 'words'>;

/** Judges the postings that run on a day by one rule, or by all. @throws Error when there is no such rule */
export function evaluateAssignments(
  parts: Parts,
  world: World,
  { asOf, assignment: id }: { readonly asOf: string; readonly assignment?: string },
): AssignmentFinding[] {
  const rules = id === undefined ? [...parts.assignments.values()] : [parts.assignments.get(id)];
  return rules.flatMap((assignment) => {
    if (!assignment) throw new Error(`There is no assignment rule “${id}”`);
    const postings = world.postings.filter((one) => one.kind === assignment.postings && runs(one, asOf));
    const known: Case = { parts, index: indexOf(world), asOf, assignment, postings };
    const rule = parts.ruleOf('assignment', assignment.id);
    return [...unfit(known), ...miscounted(known), ...notPosted(known)].map((found) => ({
      assignment: assignment.id,
      ...found,
      rule,
    }));
  });
}

const runs = ({ from, to }: { readonly from: string; readonly to?: string }, day: string): boolean =>
  from <= day && (to === undefined || to >= day);

/** Postings for which a condition does not hold, or for which it is not known whether it does. */
function unfit(known: Case): Found[] {
  const { assignment, parts, index, postings } = known;
  const names = postingNames(assignment, parts);
  return (assignment.each ?? []).flatMap(({ check, message, excused_by }) => {
    const holds = compilePredicate(check, names);
    return postings.flatMap((posting): Found[] => {
      const env = postingEnv(posting, index);
      const outcome = holds(env);
      if (outcome === true) return [];
      const exemption = exemptionOn(excused_by, { posting: posting.id, person: posting.person }, known);
      if (exemption.state === 'held') return [];
      const words = sinceEnded(outcome === false ? message : cannotJudge(message, holds, env, names), exemption);
      return [{ subject: { kind: 'posting', id: posting.id }, words: named(postingName(posting, index), words) }];
    });
  });
}

function cannotJudge(message: Words, { reads }: Predicate, env: Env, names: Variables): Words {
  const empty = reads.filter((path) => isEmpty(env, path)).map((path) => nameWords(path, names));
  const [zh, en] = [empty.map((one) => one['zh-CN']).join('、'), empty.map((one) => one.en).join(', ')];
  return say(
    `无法判定（未填写 ${zh}）：${message['zh-CN']}`,
    `It cannot be judged (${en} is not recorded): ${message.en}`,
  );
}

function isEmpty(env: Env, path: string): boolean {
  let at: unknown = env;
  for (const key of path.split('.')) at = (at as Env | null | undefined)?.[key];
  return at === undefined || at === null || at === '';
}

/** Organisations and persons with too many postings, and organisations with too few. */
function miscounted({ assignment, parts, index, asOf, postings }: Case): Found[] {
  return (assignment.per ?? []).flatMap(({ key, at_least = 0, at_most = Number.MAX_SAFE_INTEGER, among, message }) => {
    const [least, most] = [at_least, at_most].map((count) => compileCount(count, parts).on(asOf));
    if (typeof least !== 'number' || typeof most !== 'number') return [];
    const keyOf = KEYS[key];
    const groups = Map.groupBy(postings, keyOf);
    const ids = among ? organisationsAmong(key, among, parts, index, asOf).map(({ id }) => id) : [...groups.keys()];
    return ids.flatMap((id): Found[] => {
      const count = groups.get(id)?.length ?? 0;
      if (count >= least && count <= most) return [];
      const kind = key === 'person' ? 'person' : 'organisation';
      const name = (kind === 'person' ? index.persons : index.organisations).get(id)?.name ?? id;
      const figures = say(`${message['zh-CN']}（现有 ${count}）`, `${message.en} (there are ${count})`);
      return [{ subject: { kind, id }, words: named(name, figures) }];
    });
  });
}

const KEYS: Record<'organisation' | 'person' | 'sending-organisation', (posting: Posting) => string> = {
  organisation: (posting) => posting.organisation,
  person: (posting) => posting.person,
  'sending-organisation': (posting) => posting.sendingOrganisation,
};

/** Organisations of the kinds that exist on the day and are known to fulfil the condition. */
function organisationsAmong(
  key: keyof typeof KEYS,
  { kinds, where }: { readonly kinds: readonly string[]; readonly where?: string },
  parts: Parts,
  index: WorldIndex,
  asOf: string,
): Organisation[] {
  const fulfils = where === undefined ? null : compilePredicate(where, organisationNames(key, kinds, parts));
  return index.world.organisations.filter(
    (one) => kinds.includes(one.kind) && runs(one, asOf) && (!fulfils || fulfils(organisationEnv(key, one)) === true),
  );
}

/** Persons known to be in scope who, after the day set, neither serve nor hold an accepted exemption. */
function notPosted(known: Case): Found[] {
  const { assignment, index, asOf, postings } = known;
  const rule = assignment.all_posted;
  if (!rule || (rule.by !== undefined && asOf <= rule.by)) return [];
  const inScope = compilePredicate(rule.who, PERSON_NAMES);
  const posted = new Set(postings.map(({ person }) => person));
  return index.world.persons
    .filter((person) => !posted.has(person.id) && inScope({ person: subjectEnv(person) }) === true)
    .flatMap(({ id, name }): Found[] => {
      const exemption = exemptionOn(rule.exempted_by, { person: id }, known);
      if (exemption.state === 'held') return [];
      return [{ subject: { kind: 'person', id }, words: named(name, sinceEnded(rule.message, exemption)) }];
    });
}

/** Says of an exemption that has run out when it did, so that nobody wonders why it no longer counts. */
const sinceEnded = (words: Words, exemption: ExemptionState): Words =>
  exemption.state === 'ended'
    ? say(
        `${words['zh-CN']}（豁免已于 ${exemption.lastDay} 到期）`,
        `${words.en} (the exemption ended on ${exemption.lastDay})`,
      )
    : words;

const named = (name: string, words: Words): Words => say(`${name}：${words['zh-CN']}`, `${name}: ${words.en}`);

function postingName({ person, organisation }: Posting, index: WorldIndex): string {
  const [who, where] = [index.persons.get(person)?.name ?? person, index.organisations.get(organisation)?.name];
  return where === undefined ? who : `${who}（${where}）`;
}
