import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Rating } from '../../schema/rating.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { ratingPeriodOn, ratingPeriodsWithin, weeksOf } from '../period.ts';
import type { StepChecker } from '../types.ts';
import { chosenRounds } from './count.ts';

/** A day of a period by which one can see which rounds it has. */
const SAMPLE = '2027-02-15';

/** Judges that the rounds fill the period, and that there is a weight for each and enough of them. */
export function checkRoundsFit(part: Rounds, at: string, { parts, rating, add }: StepChecker): boolean {
  const other = parts.ratings.get(part.rating);
  if (!other) return false;
  const wanted = roundsIn(part, rating, other);
  const refuse = (key: string, words: Words, wayOut: Words): false => {
    add({ code: 'rounds', at: `${at}/${key}`, words, wayOut });
    return false;
  };
  if (wanted === null) {
    return refuse(
      'rating',
      say(
        `“${other.title['zh-CN']}”的期间不能填满本办法的期间`,
        `The periods of “${other.title.en}” do not fill one of this rating`,
      ),
      say(
        '轮次须更短，且从同一天起（period.begins）',
        'Rounds must be shorter and begin on the same day (period.begins)',
      ),
    );
  }
  if (wanted === 0) {
    return refuse(
      'only_months',
      say('没有一轮在这些月份结束', 'No round ends in these months'),
      say('写轮次结束的月份：各季为 3、6、9、12 月', 'Write months in which rounds end: 3, 6, 9 and 12 for quarters'),
    );
  }
  const weights = typeof part.take === 'object' && 'weights' in part.take ? part.take.weights.length : null;
  if (weights !== null && isOfWeeks(other) && !isOfWeeks(rating)) {
    return refuse(
      'take/weights',
      say(
        '每月、每年的周数不一，不能逐周写权重',
        'Months and years do not all have as many weeks: there can be no weight for each',
      ),
      say('写 take: mean 或其他取法', 'Write take: mean, or another'),
    );
  }
  if (weights !== null && weights !== wanted) {
    return refuse(
      'take/weights',
      say(`有 ${weights} 个权重，但有 ${wanted} 轮`, `There are ${weights} weights for ${wanted} rounds`),
      say('每轮写一个权重', 'Write one weight for each round'),
    );
  }
  const best =
    typeof part.take !== 'object'
      ? 1
      : 'best' in part.take
        ? part.take.best
        : 'worst' in part.take
          ? part.take.worst
          : 1;
  const least = Math.max(...[part.at_least ?? 1, best].map((count) => (typeof count === 'number' ? count : 1)));
  if (least <= wanted) return true;
  return refuse(
    'at_least',
    say(`须 ${least} 轮，但只有 ${wanted} 轮`, `It needs ${least} rounds, and there are ${wanted}`),
    say('写较小的数', 'Write a smaller number'),
  );
}

const isOfWeeks = ({ period }: Rating): boolean => weeksOf(period.every) !== null;

/** How many rounds a period has, the most where that differs; null when they do not fill it. */
function roundsIn(part: Rounds, rating: Rating, other: Rating): number | null {
  const period = ratingPeriodOn(rating, SAMPLE);
  const rounds = period ? ratingPeriodsWithin(other, period) : [];
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (!period || !first || !last || rounds.length < 2) return null;
  const chosen = chosenRounds(part, rounds).length;
  if (isOfWeeks(other) && !isOfWeeks(rating)) return chosen === 0 ? 0 : chosen + 1;
  return first.start === period.start && last.end === period.end ? chosen : null;
}
