import { step } from '../../measure/values.ts';
import type { Below } from '../../schema/rating/below.ts';
import type { Others } from '../../schema/rating/others.ts';
import type { Words } from '../../value.ts';
import { formatValue } from '../../value-json.ts';
import { counted, say } from '../../words.ts';
import type { Bounded } from '../bounds.ts';
import { resultType } from '../other.ts';
import type { StepCompiler, StepExplanation } from '../types.ts';
import type { Taking } from './combine.ts';
import { byDays, type UnitBelow } from './units.ts';

/** Every unit below with its result, and how they were taken together. */
export function explainBelow(
  part: Below | Others,
  units: readonly UnitBelow[],
  { notes }: Bounded,
  { parts, type }: StepCompiler,
  whose: Words,
): StepExplanation {
  const said = [takeWords(part.take, whose, units.length), ...notes];
  const counts = typeof part.take === 'object' && !('mean_by' in part.take || 'worst' in part.take);
  const shown = counts ? resultType(part, parts) : type;
  return {
    words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
    details: { rating: part.rating, units: units.length },
    children: units.map((unit) =>
      step(parts, shown, {
        construct: 'part',
        words: unitWords(unit, byDays(part)),
        result: unit.value,
        details: { rating: part.rating, subject: unit.id },
      }),
    ),
  };
}

function unitWords({ title, weight }: UnitBelow, ofDays: boolean): Words {
  if (weight === null) return title;
  const [zh, en] = [formatValue(weight, undefined, 'zh-CN'), formatValue(weight, undefined, 'en')];
  if (ofDays) return say(`${title['zh-CN']}（${zh} 天）`, `${title.en} (${counted(en, 'day')})`);
  return say(`${title['zh-CN']}（权重 ${zh}）`, `${title.en} (weight ${en})`);
}

const TAKES: Readonly<Record<Extract<Taking['take'], string>, Words>> = {
  mean: say('的平均', 'mean'),
  'mean-by-days': say('按天数加权的平均', 'mean by days'),
  longest: say('中时间最长者', 'the longest'),
  sum: say('的合计', 'sum'),
  least: say('中最低者', 'lowest'),
  greatest: say('中最高者', 'highest'),
  median: say('的中位数', 'median'),
  number: say('的个数', 'number'),
};

function takeWords(take: Taking['take'], whose: Words, units: number): Words {
  const all = say(`${whose['zh-CN']} ${units} 个`, `${units} ${whose.en}`);
  if (typeof take === 'string') return say(`${all['zh-CN']}${TAKES[take]['zh-CN']}`, `${TAKES[take].en} of ${all.en}`);
  if ('mean_by' in take) return say(`${all['zh-CN']}的加权平均`, `weighted mean of ${all.en}`);
  if ('worst' in take) {
    const many = typeof take.worst === 'number' ? take.worst : take.worst.parameter;
    return say(`${all['zh-CN']}中最低 ${many} 个的平均`, `mean of the ${many} lowest of ${all.en}`);
  }
  return 'number_that' in take
    ? say(`${all['zh-CN']}中达到者的个数`, `how many of ${all.en} fulfil it`)
    : say(`${all['zh-CN']}中达到者的占比`, `share of ${all.en} that fulfil it`);
}
