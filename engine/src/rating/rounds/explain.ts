import type { FigureType } from '../../measure/types.ts';
import { step } from '../../measure/values.ts';
import type { Parts } from '../../parts.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Bounded } from '../bounds.ts';
import { textOf } from '../drawn.ts';
import { resultType } from '../other.ts';
import type { StepExplanation } from '../types.ts';
import type { Round } from './count.ts';
import { lastWords } from './last.ts';
import type { Holds } from './neighbours.ts';

interface Told {
  readonly parts: Parts;
  readonly type: FigureType;
  readonly that: Words | undefined;
  /** Whether a value fulfils what rounds are counted by; null where they are not counted. */
  readonly holds: Holds | null;
  /** Of how many of the highest or lowest the mean is taken. */
  readonly best: Words | undefined;
  /** How many of the last periods are taken. */
  readonly periods: number | null;
}

/** The rounds with what each came to, and how they were taken together. */
export function explainRounds(
  part: Rounds,
  all: readonly Round[],
  { notes }: Bounded,
  { parts, type, that, holds, best, periods }: Told,
): StepExplanation {
  const said = [takeWords(part, that, best), ...monthsSaid(part), ...lastWords(part, periods, all.length), ...notes];
  return {
    words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
    details: {
      rating: part.rating,
      weighted: typeof part.take === 'object' && 'weights' in part.take,
      rounds: all.map((one) => drawnRound(one, holds)),
    },
    children: all.map((round) =>
      step(parts, holds ? resultType(part, parts) : type, {
        construct: 'part',
        words: roundWords(round, part),
        result: round.value,
        details: { rating: part.rating, period: round.id },
      }),
    ),
  };
}

const monthsSaid = ({ only_months }: Rounds): Words[] =>
  only_months === undefined
    ? []
    : [say(`只取 ${only_months.join('、')} 月`, `of months ${only_months.join(', ')} only`)];

const drawnRound = ({ id, over, value }: Round, holds: Holds | null) => ({
  id,
  over,
  value: textOf(value),
  held: holds && over && value.state === 'known' ? holds(value) === true : null,
});

function roundWords({ title, share, index, over, carried }: Round, { part_round, take }: Rounds): Words {
  const weight = typeof take === 'object' && 'weights' in take ? take.weights[index] : undefined;
  const notes = [
    ...(carried === undefined ? [] : [carried]),
    ...(over ? [] : [say('尚未结束，未计', 'not over, left out')]),
    ...(weight === undefined ? [] : [say(`权重 ${weight}`, `weight ${weight}`)]),
    ...(part_round === 'by-days' && share.lt(1)
      ? [
          say(
            `在任 ${plain(share.times(100).toDecimalPlaces(1))}%`,
            `there for ${plain(share.times(100).toDecimalPlaces(1))}%`,
          ),
        ]
      : []),
  ];
  if (notes.length === 0) return title;
  return say(
    `${title['zh-CN']}（${notes.map((one) => one['zh-CN']).join('，')}）`,
    `${title.en} (${notes.map((one) => one.en).join(', ')})`,
  );
}

const TAKES = {
  mean: say('各轮平均', 'mean of the rounds'),
  sum: say('各轮合计', 'sum of the rounds'),
  last: say('以最后一轮为准', 'the last round'),
  best: say('取最高一轮', 'the highest round'),
  worst: say('取最低一轮', 'the lowest round'),
  median: say('各轮中位数', 'median of the rounds'),
} as const;

function takeWords({ take }: Rounds, that: Words | undefined, best: Words | undefined): Words {
  if (typeof take === 'string') return TAKES[take];
  if (that) return countWords(take, that);
  if ('worst' in take) return say(`最低 ${best?.['zh-CN']} 轮的平均`, `mean of the ${best?.en} lowest rounds`);
  return 'best' in take
    ? say(`最高 ${best?.['zh-CN']} 轮的平均`, `mean of the ${best?.en} highest rounds`)
    : say('各轮加权平均', 'weighted mean of the rounds');
}

function countWords(take: object, that: Words): Words {
  if ('share_that' in take) return say(`${that['zh-CN']} 的轮次所占比例`, `the share of rounds whose value ${that.en}`);
  return 'number_that' in take
    ? say(`${that['zh-CN']} 的轮次个数`, `how many rounds whose value ${that.en}`)
    : say(`${that['zh-CN']} 的轮次最多连续几轮`, `how many rounds in a row at most whose value ${that.en}`);
}
