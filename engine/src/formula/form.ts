import type { Expression, ExpressionForm } from '../schema/expression.ts';
import { parseFormula } from './parse.ts';

/** An expression as a construct: numbers and formulas are short for one. @throws ConditionError when a formula cannot be read */
export function formOf(expression: Expression): ExpressionForm {
  if (typeof expression === 'number') return { number: expression };
  return typeof expression === 'string' ? parseFormula(expression) : expression;
}
