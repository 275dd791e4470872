import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { ratingPeriod, ratingPeriodsWithin } from '../period.ts';
import type { StepChecker } from '../types.ts';

const SAMPLE = { month: '2027-01', quarter: '2027-Q1', 'half-year': '2027-H1', year: '2027' } as const;
const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Judges that the rounds fill the period, and that there is a weight for each and enough of them. */
export function checkRoundsFit(part: Rounds, at: string, { parts, rating, add }: StepChecker): boolean {
  const other = parts.ratings.get(part.rating);
  if (!other) return false;
  const { every } = rating.period;
  const period = ratingPeriod(rating, SAMPLE[every]);
  const found = period ? ratingPeriodsWithin(other, period).length : 0;
  const wanted = MONTHS[every] / MONTHS[other.period.every];
  const refuse = (key: string, words: Words, wayOut: Words): false => {
    add({ code: 'rounds', at: `${at}/${key}`, words, wayOut });
    return false;
  };
  if (wanted <= 1 || found !== wanted) {
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
  const weights = typeof part.take === 'object' && 'weights' in part.take ? part.take.weights.length : wanted;
  if (weights !== wanted) {
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
