import type { Finding } from '../../problem.ts';
import type { Takes } from '../../schema/rating/takes.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

/** Rows of how many are cut stand from the most raters down, and each leaves somebody. */
export function checkRows(takes: Takes, at: string, checker: StepChecker): boolean {
  if (typeof takes === 'string' || !('trimmed' in takes) || !('from' in takes.trimmed)) return true;
  const { from } = takes.trimmed;
  const findings = from.flatMap(({ raters, highest, lowest }, i) => {
    const above = from[i - 1]?.raters;
    return [
      ...(above !== undefined && raters >= above ? [outOfOrder(`${at}/${i}/raters`, raters, above)] : []),
      ...(highest + lowest >= raters ? [cutsAll(`${at}/${i}`, raters, highest + lowest)] : []),
    ];
  });
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

const outOfOrder = (at: string, raters: number, above: number): Finding => ({
  code: 'rows-out-of-order',
  at,
  words: say(
    `上一档满 ${above} 人起，这一档满 ${raters} 人起：永远轮不到这一档`,
    `The row above begins with ${above} raters and this one with ${raters}: it is never reached`,
  ),
  wayOut: say('自人数多的写起，每档人数只写一次', 'Write the rows from the most raters down, each number once'),
});

const cutsAll = (at: string, raters: number, cut: number): Finding => ({
  code: 'cuts-everything',
  at,
  words: say(
    `满 ${raters} 人时共去掉 ${cut} 个：${raters} 人时没有剩余`,
    `With ${raters} raters ${cut} are cut: nothing is left`,
  ),
  wayOut: say('少去几个，或从更多的人数起', 'Cut fewer, or begin with more raters'),
});
