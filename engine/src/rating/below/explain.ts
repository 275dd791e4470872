import { step } from '../../measure/values.ts';
import type { Below } from '../../schema/rating/below.ts';
import type { Words } from '../../value.ts';
import { formatValue } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Bounded } from '../bounds.ts';
import type { StepCompiler, StepExplanation } from '../types.ts';
import type { UnitBelow } from './units.ts';

/** Every unit below with its result, and how they were taken together. */
export function explainBelow(
  part: Below,
  units: readonly UnitBelow[],
  { notes }: Bounded,
  { parts, type }: StepCompiler,
): StepExplanation {
  const said = [takeWords(part, units.length), ...notes];
  const { unit: _, ...bare } = type;
  const shown = typeof part.take === 'object' && !('mean_by' in part.take) ? bare : type;
  return {
    words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
    details: { rating: part.rating, units: units.length },
    children: units.map((unit) =>
      step(parts, shown, {
        construct: 'part',
        words: unitWords(unit),
        result: unit.value,
        details: { rating: part.rating, subject: unit.id },
      }),
    ),
  };
}

function unitWords({ title, weight }: UnitBelow): Words {
  if (weight === null) return title;
  return say(
    `${title['zh-CN']}（权重 ${formatValue(weight, undefined, 'zh-CN')}）`,
    `${title.en} (weight ${formatValue(weight, undefined, 'en')})`,
  );
}

const TAKES: Readonly<Record<Extract<Below['take'], string>, Words>> = {
  mean: say('的平均', 'mean'),
  sum: say('的合计', 'sum'),
  least: say('中最低者', 'lowest'),
  greatest: say('中最高者', 'highest'),
  number: say('的个数', 'number'),
};

function takeWords({ take }: Below, units: number): Words {
  if (typeof take === 'string')
    return say(`下级 ${units} 个${TAKES[take]['zh-CN']}`, `${TAKES[take].en} of ${units} below`);
  if ('mean_by' in take) return say(`下级 ${units} 个的加权平均`, `weighted mean of ${units} below`);
  return 'number_that' in take
    ? say(`下级 ${units} 个中达到者的个数`, `how many of ${units} below fulfil it`)
    : say(`下级 ${units} 个中达到者的占比`, `share of ${units} below that fulfil it`);
}
