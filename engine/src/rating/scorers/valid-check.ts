import type { Finding } from '../../problem.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

/** Judges what a rater's papers on all subjects must be like: somebody is named, something is demanded, numbers are sound. */
export function checkValid({ valid, rater }: ScorerGroup, at: string, checker: StepChecker): boolean {
  if (valid === undefined) return true;
  const { spread, shares, subjects } = valid;
  const findings = [
    ...(rater === 'not-recorded' ? [notTold(at)] : []),
    ...(spread === undefined && shares === undefined && subjects === undefined ? [nothing(at, DEMANDS)] : []),
    ...(shares ?? []).flatMap((row, i) => [
      ...(row.from === undefined && row.below === undefined ? [nothing(`${at}/shares/${i}`, 'from, below')] : []),
      ...(row.at_most === undefined && row.at_least === undefined
        ? [nothing(`${at}/shares/${i}`, 'at_most, at_least')]
        : []),
    ]),
  ];
  for (const finding of findings) checker.add(finding);
  const numbers = [
    { number: spread, at: `${at}/spread` },
    ...(shares ?? []).flatMap((row, i) =>
      (['from', 'below', 'at_most', 'at_least'] as const).map((key) => ({
        number: row[key],
        at: `${at}/shares/${i}/${key}`,
      })),
    ),
  ];
  const sound = numbers.map((one) => one.number === undefined || checker.number(one.number, one.at) !== null);
  return findings.length === 0 && !sound.includes(false);
}

const DEMANDS = 'spread, shares, subjects';

const notTold = (at: string): Finding => ({
  code: 'rater-not-recorded',
  at,
  words: say(
    '评分记录不写明评分人，无从一并看某人的全部评分',
    'Papers do not say who gave them, so nobody’s papers can be looked at together',
  ),
  wayOut: say(
    '以 rater: { field: … } 写明评分人，或删去 valid',
    'Name the rater with rater: { field: … }, or remove valid',
  ),
});

const nothing = (at: string, keys: string): Finding => ({
  code: 'says-nothing',
  at,
  words: say('没有写明要求什么', 'It does not say what is demanded'),
  wayOut: say(`至少写一项：${keys}`, `Write at least one of ${keys}`),
});
