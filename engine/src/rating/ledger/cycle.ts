import { type Length, lengthOn, shifted } from '../../measure/length.ts';
import type { At } from '../../measure/types.ts';
import { FIRST_DAY } from '../../measure/window.ts';
import type { Ledger } from '../../schema/rating/ledger.ts';
import type { Missing } from '../../value.ts';
import type { StepCompiler } from '../types.ts';

/** Days in which points add up: from a day up to the day before another. */
export interface Cycle {
  readonly from: string;
  readonly until: string;
}

/** The cycle a day lies in when the one before it is over. */
export type CycleOn = (day: string) => Cycle;

export type CycleRun = (at: At) => CycleOn | { readonly missing: readonly Missing[] };

/** Sorts after every day. */
export const NEVER = '9999-12-31';

/** Without cycles all days are one. */
export const ALL_DAYS: CycleOn = () => ({ from: FIRST_DAY, until: NEVER });

export function compileCycle({ cycle }: Ledger, { parts, compile }: StepCompiler): CycleRun {
  if (!cycle) return () => ALL_DAYS;
  const from = cycle.from === 'first-entry' ? null : compile(cycle.from);
  return (at) => {
    const length = lengthOn(cycle.lasts, parts, at.period.end);
    if ('missing' in length) return length;
    if (from === null) return (day) => ({ from: day, until: shifted(day, length, 1) });
    const first = from.evaluate(at);
    if (first.state !== 'known') return { missing: first.state === 'not-known' ? first.missing : [] };
    return (day) => oneAfterTheOther(String(first.value), length, day);
  };
}

/** The first cycle begins on a day, each further one when the one before it ends; what lies before the first is one too. */
function oneAfterTheOther(first: string, length: Length, day: string): Cycle {
  if (day < first) return { from: FIRST_DAY, until: first };
  const ends = (count: number): string => shifted(first, times(length, count), 1);
  let count = 1;
  while (ends(count) <= day) count++;
  return { from: ends(count - 1), until: ends(count) };
}

const times = (length: Length, count: number): Length =>
  Object.fromEntries(Object.entries(length).map(([unit, number]) => [unit, number * count])) as unknown as Length;
