import { timeHint } from '../pack/text-words.ts';
import { say } from '../words.ts';
import { ConditionError } from './error.ts';
import type { Held } from './node.ts';
import type { VariableType } from './type.ts';

const WRITTEN = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of day as forms hold it: `08:30`. */
export const isTime = (value: Held): value is string => typeof value === 'string' && WRITTEN.test(value);

/** `08:30` → 510 minutes of the day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A time goes with a time, or with one that is written out. */
export const isTimed = (a: VariableType, b: VariableType): boolean =>
  (a.type === 'time' && isWritable(b)) || (b.type === 'time' && isWritable(a));

const isWritable = (type: VariableType): boolean =>
  type.type === 'time' || (type.type === 'text' && type.options === undefined);

/** A time written another way, such as 8:30, would never be equal nor in order: a slip, found here. */
export function requireTime(type: VariableType, literal: Held, offset: number): void {
  if (type.type !== 'time' || literal === undefined || isTime(literal)) return;
  throw new ConditionError(
    say(`“${String(literal)}”不是钟点`, `“${String(literal)}” is not a time of day`),
    timeHint(literal),
    offset,
  );
}
