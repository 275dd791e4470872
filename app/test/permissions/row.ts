import type { Role } from '../../src/platform/access/scope.ts';
import type { Maker, Targets } from './place.ts';

export type Input = Readonly<Record<string, unknown>>;

/** How one action is tried by every role. */
export interface Row {
  /** An input that stays within what the role reaches. */
  inside(at: Targets, make: Maker): Input | Promise<Input>;
  /** An input that names something outside; absent when the action names nothing. */
  outside?(away: Targets, make: Maker, at: Targets, makeInside: Maker): Input | Promise<Input>;
  /**
   * What the answer to `outside` is: `not-found`; `nothing` for a filter, under which nothing of outside may
   * come out; `rows` for files, whose rows are refused one by one.
   */
  readonly answers?: 'not-found' | 'nothing' | 'rows';
  /** With `nothing`: the whole answer, where it can be told. */
  readonly empty?: unknown;
  /** Roles that include the action and yet reach nothing it could name: within reach is 404 for them too. */
  readonly beyond?: readonly Role[];
  /** A named refusal that depends on the role and the form alone, and so may come before anything is looked up. */
  readonly refusal?: string;
}
