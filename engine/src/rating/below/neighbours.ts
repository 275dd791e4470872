import { Decimal, divide } from '../../decimal.ts';
import type { FigureType } from '../../measure/types.ts';
import { figure, toDecimal } from '../../measure/values.ts';
import { known, type Value, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { Neighbour } from '../types.ts';
import type { Taking } from './combine.ts';
import type { UnitBelow } from './units.ts';

type Combine = (units: readonly UnitBelow[]) => Value;

const rated = (units: readonly UnitBelow[]): UnitBelow[] => units.filter(({ value }) => value.state === 'known');

/** One unit more or fewer that fulfils it; or the lowest unit one higher. */
export function belowNeighbours(
  { take }: Pick<Taking, 'take'>,
  units: readonly UnitBelow[],
  combine: Combine,
  type: FigureType,
): Neighbour[] {
  const [now, all] = [combine(units), rated(units)];
  if (now.state !== 'known' || take === 'number' || all.length === 0) return [];
  if (typeof take === 'object' && !('mean_by' in take || 'worst' in take)) {
    const by = 'number_that' in take ? new Decimal(1) : divide(new Decimal(1), new Decimal(all.length));
    const [most, value] = ['number_that' in take ? new Decimal(all.length) : new Decimal(1), toDecimal(now)];
    const other = (to: Decimal): Value => figure(Decimal.min(most, Decimal.max(0, to)), type);
    return [
      { words: say('：多一个达到', 'with one more that fulfils it'), value: other(value.plus(by)) },
      { words: say('：少一个达到', 'with one fewer that fulfils it'), value: other(value.minus(by)) },
    ];
  }
  const lowest = all.reduce((least, one) => (toDecimal(one.value).lt(toDecimal(least.value)) ? one : least));
  const raised = { ...lowest, value: known(toDecimal(lowest.value).plus(1)) };
  return [
    {
      words: say('：最低的一个高 1', 'with the lowest of them one higher'),
      value: combine(units.map((one) => (one === lowest ? raised : one))),
    },
  ];
}

/** What the units must come to together, or how many must fulfil it; null where that says nothing more. */
export function unitsToReach(
  { take }: Pick<Taking, 'take'>,
  units: readonly UnitBelow[],
  now: Value,
  goal: Decimal,
  whose: Words,
): Words | null {
  const n = rated(units).length;
  if (now.state !== 'known' || n === 0 || rated(units).length !== units.length) return null;
  if (take === 'mean') {
    const [whole, sum] = [goal.times(n), toDecimal(now).times(n)].map((one) => numberShown(one));
    return say(
      `${whose['zh-CN']} ${n} 个合计须为 ${whole}（现 ${sum}）`,
      `the ${n} ${whose.en} must make ${whole} (now ${sum})`,
    );
  }
  if (typeof take !== 'object' || !('share_that' in take)) return null;
  const [needed, have] = [goal.times(n).ceil(), toDecimal(now).times(n).round()].map((one) => numberShown(one));
  return say(
    `${whose['zh-CN']} ${n} 个中须有 ${needed} 个达到（现 ${have}）`,
    `${needed} of the ${n} ${whose.en} must fulfil it (now ${have})`,
  );
}
