import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Rating } from '../../schema/rating.ts';
import type { Words } from '../../value.ts';
import { counted, say } from '../../words.ts';
import { ratingPeriodOn, ratingPeriodsWithin, weeksOf } from '../period.ts';
import type { StepChecker } from '../types.ts';
import { chosenRounds } from './count.ts';

/** Judges that the rounds fill the period, and that there is a weight for each and enough of them. */
export function checkRoundsFit(part: Rounds, at: string, { parts, rating, add }: StepChecker): boolean {
  const other = parts.ratings.get(part.rating);
  if (!other) return false;
  const counts = roundsIn(part, rating, other);
  const wanted = counts && Math.max(...counts);
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
  if (weights !== null && new Set(counts).size > 1) {
    return refuse(
      'take/weights',
      say(
        '各期的轮数不一（如每月的天数、周数），不能逐轮写权重',
        'Periods do not all have as many rounds, as months have not as many days or weeks: there can be no weight for each',
      ),
      say('写 take: mean 或其他取法', 'Write take: mean, or another'),
    );
  }
  if (weights !== null && weights !== wanted) {
    return refuse(
      'take/weights',
      say(
        `有 ${weights} 个权重，但有 ${wanted} 轮`,
        `${weights === 1 ? 'There is' : 'There are'} ${counted(weights, 'weight')} for ${counted(wanted, 'round')}`,
      ),
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

/** Years in which months, quarters and years have as many days and weeks as they ever have. */
const SAMPLE = { start: '2024-01-01', end: '2028-12-31' };

/** How many rounds the periods of a rating have; null when they do not fill one. */
function roundsIn(part: Rounds, rating: Rating, other: Rating): readonly number[] | null {
  const ofWeeks = weeksOf(other.period.every) !== null && weeksOf(rating.period.every) === null;
  const periods = [...ratingPeriodsWithin(rating, SAMPLE), ratingPeriodOn(rating, SAMPLE.end)].filter(
    (one) => one !== null,
  );
  const counts = periods.map((period) => {
    const rounds = ratingPeriodsWithin(other, period);
    const fill = ofWeeks || (rounds[0]?.start === period.start && rounds.at(-1)?.end === period.end);
    return rounds.length > 1 && fill ? chosenRounds(part, rounds).length : null;
  });
  return counts.some((count) => count === null) ? null : counts.filter((count) => count !== null);
}
