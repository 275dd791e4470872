import { compilePredicate, type Env, nameWords, type Predicate, type Variables } from '../condition.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type Case, type Found, named } from './case.ts';
import { exemptionOn, sinceEnded } from './exemption.ts';
import { servingNames } from './variables.ts';

/** Those who serve for whom a condition does not hold, or for whom it is not known whether it does. */
export function unfit(known: Case): Found[] {
  const { assignment, parts, serving } = known;
  const names = servingNames(assignment, parts);
  return (assignment.each ?? []).flatMap(({ check, message, excused_by }) => {
    const holds = compilePredicate(check, names);
    return serving.flatMap(({ subject, name, person, env }): Found[] => {
      const outcome = holds(env);
      if (outcome === true) return [];
      const posting = subject.kind === 'posting' ? { posting: subject.id } : {};
      const exemption = exemptionOn(excused_by, { ...posting, person }, known);
      if (exemption.state === 'held') return [];
      const words = sinceEnded(outcome === false ? message : cannotJudge(message, holds, [env], names), exemption);
      return [{ subject, words: named(name, words) }];
    });
  });
}

/** Says what would have to be recorded to judge. */
export const cannotJudge = (message: Words, reads: Reads, envs: readonly Env[], names: Variables): Words =>
  notJudged(message, lackingWords(reads, envs, names));

export const notJudged = (message: Words, lacking: Words): Words =>
  say(
    `无法判定（未填写 ${lacking['zh-CN']}）：${message['zh-CN']}`,
    `It cannot be judged (${lacking.en} is not recorded): ${message.en}`,
  );

type Reads = Pick<Predicate, 'reads'>;

/** What it reads that is not recorded of one of them. */
export function lackingWords({ reads }: Reads, envs: readonly Env[], names: Variables): Words {
  const empty = reads.filter((path) => envs.some((env) => isEmpty(env, path))).map((path) => nameWords(path, names));
  return say(empty.map((one) => one['zh-CN']).join('、'), empty.map((one) => one.en).join(', '));
}

function isEmpty(env: Env, path: string): boolean {
  let at: unknown = env;
  for (const key of path.split('.')) at = (at as Env | null | undefined)?.[key];
  return at === undefined || at === null || at === '';
}
