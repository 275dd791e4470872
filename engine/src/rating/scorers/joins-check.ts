import type { Finding } from '../../problem.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';
import { numberOf } from '../weights-check.ts';
import { parameterNamed } from '../written-number.ts';

/** A group joins another one of the step, on the same scale, and none in the end itself. */
export function checkJoins(groups: readonly ScorerGroup[], at: string, checker: StepChecker): boolean {
  const findings = groups.flatMap((group, i) => {
    if (group.joins === undefined) return [];
    const joined = groups.find(({ id }) => id === group.joins);
    const place = `${at}/${i}/joins`;
    if (!joined) return [unknown(place, group.joins, groups)];
    if (endsIn(group, groups)) return [circle(place, group.title)];
    return isAlike(joined, group) ? [] : [scales(place, group.title, joined.title)];
  });
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

/** Whether both are given on one scale: written alike, the same number, or the same parameter. */
function isAlike({ out_of: one }: ScorerGroup, { out_of: other }: ScorerGroup): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [a, b] = [numberOf(one), numberOf(other)];
  if (a && b) return a.eq(b);
  const named = parameterNamed(one);
  return (named !== undefined && named === parameterNamed(other)) || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a group joins itself, by way of others. */
function endsIn({ id, joins }: ScorerGroup, groups: readonly ScorerGroup[]): boolean {
  let at = joins;
  for (let steps = 0; at !== undefined && steps < groups.length; steps++) {
    if (at === id) return true;
    at = groups.find((one) => one.id === at)?.joins;
  }
  return false;
}

const unknown = (at: string, name: string, groups: readonly ScorerGroup[]): Finding => ({
  code: 'unknown-group',
  at,
  words: say(`没有评分组“${name}”`, `There is no group “${name}”`),
  wayOut: say(`可用：${groups.map(({ id }) => id).join('、')}`, `Possible: ${groups.map(({ id }) => id).join(', ')}`),
});

const circle = (at: string, title: Words): Finding => ({
  code: 'circle',
  at,
  words: say(`“${title['zh-CN']}”最终并入自己`, `“${title.en}” joins itself in the end`),
  wayOut: say('让其中一组不再并入别组', 'Let one of them join no other'),
});

const scales = (at: string, title: Words, other: Words): Finding => ({
  code: 'full-marks-differ',
  at,
  words: say(
    `“${title['zh-CN']}”与“${other['zh-CN']}”的 out_of 不同，分数不能放在一起`,
    `“${title.en}” and “${other.en}” have different out_of: their marks cannot be taken together`,
  ),
  wayOut: say('两组写同样的 out_of；满分不同的在 score 中折算', 'Write the same out_of for both, and rescale in score'),
});
