import type { Explanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Period } from '../standing.ts';
import type { WorldIndex } from '../world-index.ts';

/** E2 replaces this file: the value of an expression for one subject and period, with its explanation. */
export function baseOf(
  _expression: Expression,
  _parts: Parts,
  _index: WorldIndex,
  _query: {
    readonly subject: SubjectRef;
    readonly organisation: string;
    readonly period: Period;
    readonly asOf: string;
  },
): Explanation {
  throw new Error('expressions are not compiled');
}

export const baseProblems = (_expression: Expression, _parts: Parts, _at: string): Finding[] => [];
