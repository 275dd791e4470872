import { Decimal, divide } from '../../decimal.ts';
import { type FigureType, SHARE } from '../../measure/types.ts';
import { figure } from '../../measure/values.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Value } from '../../value.ts';
import type { That } from '../below/that.ts';
import type { Round } from './count.ts';

const KEYS = ['number_that', 'share_that', 'longest_run_that'] as const;
type Key = (typeof KEYS)[number];

/** What rounds must fulfil to be counted; null where they are taken together otherwise. */
export function countedThat({ take }: Rounds): { readonly key: Key; readonly that: That } | null {
  if (typeof take !== 'object') return null;
  if ('number_that' in take) return { key: 'number_that', that: take.number_that };
  if ('share_that' in take) return { key: 'share_that', that: take.share_that };
  return 'longest_run_that' in take ? { key: 'longest_run_that', that: take.longest_run_that } : null;
}

export const typeOfCount = ({ take }: Rounds): FigureType =>
  typeof take === 'object' && 'share_that' in take ? { kind: 'number', unit: SHARE } : { kind: 'number' };

/** How many of the rounds fulfil it, which share, or how many in a row at most; not known while an end is not. */
export function countRounds(part: Rounds, counted: readonly Round[], holds: (value: Value) => boolean | Value): Value {
  const judged: boolean[] = [];
  for (const { value } of counted) {
    const held = holds(value);
    if (typeof held !== 'boolean') return held;
    judged.push(held);
  }
  const all = judged.filter(Boolean).length;
  const type = typeOfCount(part);
  const { key } = countedThat(part) ?? { key: 'number_that' };
  if (key === 'number_that') return figure(all, type);
  if (key === 'longest_run_that') return figure(longestRun(judged), type);
  return figure(divide(new Decimal(all), new Decimal(judged.length)), type);
}

function longestRun(judged: readonly boolean[]): number {
  let [longest, run] = [0, 0];
  for (const held of judged) {
    run = held ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
