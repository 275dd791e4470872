import type { Variables } from '../condition.ts';
import type { Explanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import { formOf } from '../formula/form.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression, ExpressionForm } from '../schema/expression.ts';
import type { Period } from '../standing.ts';
import type { WorldIndex } from '../world-index.ts';
import { checkExpression } from './check.ts';
import { compileExpression } from './expression.ts';
import { startRun } from './run.ts';
import type { Figure, Run } from './types.ts';

const figures = new WeakMap<ExpressionForm, Figure>();
const runs = new WeakMap<WorldIndex, { readonly parts: Parts; readonly asOf: string; readonly run: Run }>();

/** The value of an expression for one subject and period, with its explanation; `result` is the value. */
export function baseOf(
  expression: Expression,
  parts: Parts,
  index: WorldIndex,
  query: {
    readonly subject: SubjectRef;
    readonly organisation: string;
    readonly period: Period;
    readonly asOf: string;
  },
  names: Variables,
): Explanation {
  const form = formOf(expression);
  const figure = figures.get(form) ?? compileExpression(form, parts, null, undefined, names);
  figures.set(form, figure);
  return figure.explain({ ...query, run: runFor(parts, index, query.asOf), steps: null });
}

/** One pass serves all subjects of a world on one day. */
function runFor(parts: Parts, index: WorldIndex, asOf: string): Run {
  const last = runs.get(index);
  if (last?.parts === parts && last.asOf === asOf) return last.run;
  const run = startRun(parts, index, () => []);
  runs.set(index, { parts, asOf, run });
  return run;
}

export const baseProblems = (expression: Expression, parts: Parts, at: string, names: Variables): Finding[] =>
  checkExpression(expression, parts, at, names);
