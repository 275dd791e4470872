import type { Words } from '../value.ts';
import type { Env, Held } from './node.ts';
import type { VariableType } from './type.ts';

/** A function of the condition language: what it takes, and what it makes of known arguments. */
export interface Call {
  readonly takes: readonly ('date' | 'time' | 'number')[];
  readonly gives: VariableType;
  /** What it is called in explanations; $1 and $2 are its arguments. */
  readonly said: Words;
  /** How it is written, for whoever misused it. */
  readonly written: string;
  /** `undefined` when the arguments have no such value. */
  readonly apply: (args: readonly Held[], env: Env) => Held;
  readonly needsCalendar?: boolean;
  /** The result is in the unit of the first argument. */
  readonly keepsUnit?: boolean;
}
