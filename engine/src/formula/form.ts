import type { Expression, ExpressionForm } from '../schema/expression.ts';
import { parseFormula } from './parse.ts';

/** An expression as a construct: numbers, yes and no, and formulas are short for one. @throws ConditionError when a formula cannot be read */
export function formOf(expression: Expression): ExpressionForm {
  if (typeof expression === 'number') return { number: expression };
  if (typeof expression === 'boolean') return { truth: expression };
  return typeof expression === 'string' ? parseFormula(expression) : expression;
}
