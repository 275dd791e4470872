import { longestOf } from '../../cadence.ts';
import { fromDay, toDay } from '../../day.ts';
import type { At } from '../../measure/types.ts';
import { dayBefore } from '../../measure/window.ts';
import type { Finding } from '../../problem.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Rating } from '../../schema/rating.ts';
import type { Period } from '../../standing.ts';
import { notApplicable, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import { readsItself, startOf, workOutSince } from '../earlier.ts';
import { stepMeant } from '../other.ts';
import { ratingPeriodBefore, ratingPeriodsWithin } from '../period.ts';
import type { Sheet, StepChecker } from '../types.ts';

type Last = NonNullable<Rounds['last']>;
const numberIn = (count: unknown): number | null => (typeof count === 'number' ? count : null);

/** Judges rounds that are the last of a rating, whichever year they lie in. */
export function checkLast(part: Rounds, last: Last, at: string, { parts, add }: StepChecker): boolean {
  const other = parts.ratings.get(part.rating);
  if (!other) return false;
  const found = lastProblems(part, last, other).map((one) => ({ ...one, at: `${at}/${one.at}` }));
  for (const finding of found) add(finding);
  return found.every(({ severity }) => severity === 'warning');
}

function lastProblems(part: Rounds, { periods, fewer }: Last, other: Rating): Finding[] {
  const { take, at_least, only_months } = part;
  const wanted = numberIn(periods);
  const named = typeof take === 'object' ? ('best' in take ? take.best : 'worst' in take ? take.worst : 0) : 0;
  const least = Math.max(numberIn(at_least) ?? 0, numberIn(named) ?? 0);
  const weights = typeof take === 'object' && 'weights' in take ? take.weights.length : null;
  return [
    ...(only_months === undefined ? [] : [notOfMonths]),
    ...(at_least !== undefined && fewer === 'not-applicable' ? [saidTwice] : []),
    ...(wanted !== null && least > wanted ? [tooMany(least, wanted)] : []),
    ...(weights !== null && weights !== wanted ? [otherWeights(weights, wanted)] : []),
    ...(other.since === undefined ? [noStart(other)] : []),
  ];
}

const notOfMonths: Finding = {
  code: 'rounds',
  at: 'only_months',
  words: say('近几期不能再按月份挑', 'The last periods are not chosen by month'),
  wayOut: say('删去 only_months 或 last', 'Remove only_months, or last'),
};

const saidTwice: Finding = {
  code: 'rounds',
  at: 'at_least',
  words: say('fewer: not-applicable 已要求各期齐全', 'fewer: not-applicable asks for all of them already'),
  wayOut: say('删去 at_least，或写 fewer: those-there', 'Remove at_least, or write fewer: those-there'),
};

const tooMany = (least: number, wanted: number): Finding => ({
  code: 'rounds',
  at: 'at_least',
  words: say(`须 ${least} 轮，但只取 ${wanted} 期`, `It needs ${least} rounds, and takes ${wanted} periods`),
  wayOut: say('写较小的数', 'Write a smaller number'),
});

const otherWeights = (weights: number, wanted: number | null): Finding => ({
  code: 'rounds',
  at: 'take/weights',
  words:
    wanted === null
      ? say(
          '期数由参数定，不能逐期写权重',
          'How many periods there are is a parameter: there can be no weight for each',
        )
      : say(`有 ${weights} 个权重，但取 ${wanted} 期`, `There are ${weights} weights for ${wanted} periods`),
  wayOut: say('每期写一个权重，最早的在前', 'Write one weight for each period, the earliest first'),
});

const noStart = (other: Rating): Finding => ({
  severity: 'warning',
  code: 'no-start',
  at: 'rating',
  words: say(
    `“${other.title['zh-CN']}”没有写明从哪一天开始评：从制度施行日或最早的记录起算`,
    `It is not said from which day “${other.title.en}” is done: the day the pack came into force, or the first entry, is taken`,
  ),
  wayOut: say('在该办法写 since: 2026-01-01', 'Write since: 2026-01-01 in that rating'),
});

/** The last so many periods of a rating, the earliest first; with its place, those before anybody was rated left out. */
export function lastPeriods(
  part: Rounds,
  last: Last,
  count: number,
  sheet: Sheet,
  at: At,
): (readonly [Period, number])[] {
  const { parts } = sheet.rating;
  const rating = parts.ratings.get(part.rating);
  if (!rating) return [];
  const start = startOf(rating, parts)(at.run.index.world);
  const { period } = sheet;
  const end = last.up_to === 'this' ? period.end : dayBefore(period.start);
  const from = fromDay(toDay(end) - (count + 2) * longestOf(rating.period.every));
  const found = ratingPeriodsWithin(rating, { start: from, end }).slice(-count);
  workOutBefore(part, rating, period, sheet, at);
  return found.map((one, index) => [one, index] as const).filter(([one]) => one.end >= start);
}

/** Where a step comes to read itself in an earlier period, the earliest is worked out first. */
function workOutBefore(part: Rounds, rating: Rating, period: Period, sheet: Sheet, at: At): void {
  const step = stepMeant(part, rating) ?? '';
  const before = (one: Period): Period | null => ratingPeriodBefore(rating, one.start);
  const first = before(period);
  if (first === null || !readsItself(rating, step)) return;
  workOutSince(first, before, { rating: rating.id, step, start: startOf(rating, sheet.rating.parts) }, at);
}

export const NONE_THERE = notApplicable(say('近几期内没有任何一期', 'None of the last periods is there'));

/** Which periods are taken, and that there are fewer. */
export function lastWords({ last }: Rounds, count: number | null, there: number): Words[] {
  if (last === undefined || count === null) return [];
  const taken =
    last.up_to === 'this'
      ? say(`近 ${count} 期（含本期）`, `the last ${count} periods, this one included`)
      : say(`此前 ${count} 期`, `the ${count} periods before`);
  if (there === 0 || there >= count || last.fewer === 'not-applicable') return [taken];
  return [taken, say(`只有 ${there} 期`, there === 1 ? 'only 1 is there' : `only ${there} are there`)];
}
