import { Decimal, divide } from '../../decimal.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import { known, type Value, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { Neighbour } from '../types.ts';
import type { Round } from './count.ts';

export type Holds = (value: Value) => boolean | Value;
/** What rounds come to; where those that fulfil something are counted, as judged. */
type Taken = (rounds: readonly Round[], holds: Holds | null) => Value;

interface Read {
  readonly rating: string;
  readonly step: string;
  /** The values that fulfil, or do not fulfil, what rounds are counted by, where they can be listed. */
  readonly valuesThat: ((held: boolean) => readonly Value[]) | null;
}

/** The latest round otherwise, and the next one. */
export function roundNeighbours(
  all: readonly Round[],
  taken: Taken,
  holds: Holds | null,
  { rating, step, valuesThat }: Read,
): Neighbour[] {
  const last = all.findLast(({ over, value }) => over && value.state === 'known');
  const next = all.find(({ over }) => !over);
  const of = ({ id }: Round, values: readonly Value[]) => ({ round: { rating, step, period: id, values } });
  if (holds) {
    const judged = last ? holds(last.value) : null;
    const other = known('otherwise');
    const counted = (round: Round, held: boolean): Neighbour => ({
      words: held
        ? say(`：${round.title['zh-CN']} 符合`, `with ${round.title.en} fulfilling it`)
        : say(`：${round.title['zh-CN']} 不符合`, `with ${round.title.en} not fulfilling it`),
      value: taken(otherwise(all, round.id, other), (value) => (value === other ? held : holds(value))),
      ...of(round, valuesThat?.(held) ?? []),
    });
    return [
      ...(last && typeof judged === 'boolean' ? [counted(last, !judged)] : []),
      ...(next ? [counted(next, true)] : []),
    ];
  }
  if (last?.value.state !== 'known' || !Decimal.isDecimal(last.value.value)) return [];
  const own = last.value;
  const moved = (by: 1 | -1, words: Words): Neighbour => {
    const value = { ...own, value: toDecimal(own).plus(by) };
    return { words, value: taken(otherwise(all, last.id, value), null), ...of(last, [value]) };
  };
  return [
    moved(1, say(`：${last.title['zh-CN']} 高 1`, `with ${last.title.en} one higher`)),
    moved(-1, say(`：${last.title['zh-CN']} 低 1`, `with ${last.title.en} one lower`)),
  ];
}

/** The rounds with another value in one of them. */
export const otherwise = (all: readonly Round[], id: string, value: Value): readonly Round[] =>
  all.map((one) => (one.id === id ? { ...one, value, over: true } : one));

/** What the rounds must come to together, and those still open on the mean; null where they are not added up alike. */
export function sumToReach({ take, part_round }: Rounds, all: readonly Round[], goal: Decimal): Words | null {
  if ((take !== 'mean' && take !== 'sum') || (part_round === 'by-days' && all.some(({ share }) => share.lt(1))))
    return null;
  const [over, open] = [
    all.filter((one) => one.over),
    all.filter((one) => !one.over && one.value.state !== 'not-applicable'),
  ];
  if (over.some(({ value }) => value.state === 'not-known')) return null;
  const counted = over.filter(({ value }) => value.state === 'known');
  const sum = Decimal.sum(0, ...counted.map(({ value }) => toDecimal(value)));
  const whole = take === 'sum' ? goal : goal.times(counted.length + open.length);
  const [needed, now, left] = [numberShown(whole), numberShown(sum), open.length];
  if (left === 0) return say(`各轮合计须为 ${needed}（现 ${now}）`, `the rounds must make ${needed} (now ${now})`);
  const each = numberShown(divide(whole.minus(sum), new Decimal(left)));
  return say(
    `各轮合计须为 ${needed}（现 ${now}，其余 ${left} 轮平均 ${each}）`,
    `the rounds must make ${needed} (now ${now}, the ${left} still open ${each} on the mean)`,
  );
}
