import type { Decimal } from '../../decimal.ts';
import type { Relative } from '../../schema/rating/relative.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import { tieBreaker } from '../order.ts';
import { distanceTo, rivalBorder, rivalName, rivalsOf } from '../rivals.ts';
import type { Border, Sheet } from '../types.ts';
import type { How, Standing } from './how.ts';
import { STATISTICS } from './statistic.ts';

interface Asked {
  readonly sheet: Sheet;
  readonly row: number;
  /** Rows it is compared with, its own among them. */
  readonly rows: readonly number[];
  readonly titleOf: (step: string) => Words;
}

/** Who is next or best, how far away, and what it would be beyond them; against a mean or median, how far that is. */
export function relativeBorders(part: Relative, how: How, standing: Standing, asked: Asked): Border[] {
  if ('against' in part.how) return middleBorder(part.how.against, part, how, standing);
  return 'share_of_best' in part.how ? bestBorder(part, how, standing, asked) : nextBorders(part, how, standing, asked);
}

/** The same subject with another value of its own. */
const withOwn = ({ own: inside }: Relative, standing: Standing, own: Decimal): Standing => ({
  ...standing,
  own,
  compared: inside === 'inside' ? standing.others.with(own) : standing.others,
});

const HAIR = '0.000000000001';

function nextBorders(part: Relative, how: How, standing: Standing, { sheet, row, rows, titleOf }: Asked): Border[] {
  const key = { step: part.of, best: part.best };
  const compare = tieBreaker({ of: part.of, best: part.best, ties: 'shared-with-gap' });
  return rivalsOf(rows, row, compare, sheet).flatMap((rival) => {
    const found = distanceTo(rival, row, [key], sheet, titleOf);
    if (!found) return [];
    const up = (rival.side === 'ahead') === (part.best === 'highest');
    const beyond = found.at.plus(up ? HAIR : `-${HAIR}`);
    return [rivalBorder(found, how.value(withOwn(part, standing, beyond)))];
  });
}

function bestBorder(part: Relative, how: How, standing: Standing, { sheet, row, rows }: Asked): Border[] {
  const compare = tieBreaker({ of: part.of, best: part.best, ties: 'shared-with-gap' });
  const [best] = rows.toSorted((a, b) => compare(sheet, a, b));
  if (best === undefined || compare(sheet, best, row) === 0) return [];
  const at = STATISTICS[part.best === 'highest' ? 'max' : 'min'](standing.others);
  const { own: now } = standing;
  const name = rivalName(sheet, best, say('最好者', 'the best'));
  const distance = numberShown(now.minus(at).abs());
  return [
    {
      ...{ at, now, included: true, gives: how.value(withOwn(part, standing, at)) },
      words: say(
        `比最好的${name['zh-CN']}差 ${distance}，追平它`,
        `${distance} behind the best, ${name.en}; level with it`,
      ),
    },
  ];
}

function middleBorder(statistic: 'mean' | 'median', part: Relative, how: How, standing: Standing): Border[] {
  const { own: now, others } = standing;
  const at = STATISTICS[statistic](others);
  if (at.eq(now)) return [];
  const name =
    statistic === 'mean'
      ? say('其他对象平均数', 'the mean of the others')
      : say('其他对象中位数', 'the median of the others');
  const [distance, better] = [numberShown(now.minus(at).abs()), now.gt(at) === (part.best === 'highest')];
  return [
    {
      ...{ at, now, included: true, gives: how.value(withOwn(part, standing, at)) },
      words: better
        ? say(`比${name['zh-CN']}好 ${distance}，降到与之相等`, `${distance} better than ${name.en}; down to it`)
        : say(`比${name['zh-CN']}差 ${distance}，升到与之相等`, `${distance} short of ${name.en}; level with it`),
    },
  ];
}
