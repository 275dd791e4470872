import type { ASTNode } from '@marcbachmann/cel-js';
import type { Doubt } from './day-text.ts';
import type { VariableType } from './type.ts';

/** What a condition reads: one plain object per name. */
export type Env = Readonly<Record<string, unknown>>;

/** The value of a sub-expression; `undefined` when something it needs is not known. */
export type Held = number | string | boolean | readonly unknown[] | undefined;

/** A compiled sub-expression: its type, and a closure that yields its value or `undefined`. */
export interface Compiled {
  readonly type: VariableType;
  readonly run: (env: Env) => Held;
  /** Set when the value is written in the source. */
  readonly literal?: Held;
}

export type Scope = {
  readonly compile: (node: ASTNode) => Compiled;
  /** Keeps what can be worked out but cannot be meant. */
  readonly doubt: (found: Doubt | null) => void;
  /** Whether the place has a calendar of working days. */
  readonly hasCalendar: boolean;
  /** Resolves a dotted name; throws when it is not declared. */
  readonly resolve: (node: ASTNode) => { readonly path: readonly string[]; readonly type: VariableType };
};

export type Node = ASTNode;
export type NodeOf<T extends ASTNode['op']> = Extract<ASTNode, { op: T }>;
