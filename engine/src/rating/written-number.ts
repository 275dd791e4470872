import type { Decimal } from '../decimal.ts';
import type { Parts } from '../parts.ts';
import type { Expression } from '../schema/expression.ts';
import { numberOf } from './weights-check.ts';

/** A number written in the rule, or the last value of a parameter; null when it is computed, or not set. */
export function writtenNumber(expression: Expression, { parameters }: Parts): Decimal | null {
  const number = numberOf(expression);
  if (number) return number;
  const named = parameterNamed(expression);
  const values = Object.entries(parameters.get(named ?? '')?.values ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const last = values.at(-1)?.[1];
  return last === undefined || last === null ? null : numberOf(last);
}

export const isParameter = (expression: Expression): boolean => parameterNamed(expression) !== undefined;

function parameterNamed(expression: Expression): string | undefined {
  if (typeof expression === 'string') return /^param\(\s*["']([^"']+)["']\s*\)$/.exec(expression)?.[1];
  return typeof expression === 'object' && 'parameter' in expression ? expression.parameter : undefined;
}
