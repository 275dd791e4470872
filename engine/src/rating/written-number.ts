import { Decimal, divide } from '../decimal.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Expression } from '../schema/expression.ts';
import { numberOf } from './weights-check.ts';

/** A number written in the rule, or the last value of a parameter; null when it is computed, or not set. */
export function writtenNumber(expression: Expression, { parameters }: Parts): Decimal | null {
  const number = numberOf(expression);
  if (number) return number;
  const named = parameterNamed(expression);
  const last = inOrder(parameters.get(named ?? '')?.values ?? {}).at(-1);
  return last === undefined || last === null ? null : numberOf(last);
}

export const isParameter = (expression: Expression): boolean => parameterNamed(expression) !== undefined;

/** The parameter that an expression is, when it is nothing else. */
export function parameterNamed(written: unknown): string | undefined {
  if (typeof written === 'string') return /^\s*param\(\s*["']([^"']+)["']\s*\)\s*$/.exec(written)?.[1];
  const named = isRecord(written) && !('over' in written) ? written.parameter : undefined;
  return typeof named === 'string' ? named : undefined;
}

/** A number or a fraction such as `1/3` as it is written; null when it is anything else. */
export function shareWritten(written: unknown): Decimal | null {
  const text = String(isRecord(written) ? written.number : written).trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return new Decimal(text);
  const [, over, under] = /^(-?\d+)\s*\/\s*(\d+)$/.exec(text) ?? [];
  return over && Number(under) > 0 ? divide(new Decimal(over), new Decimal(Number(under))) : null;
}

/** What is written where a number belongs: the number itself, or every value of the parameter that is named, the latest last. */
export function writtenNumbers(written: unknown, { parameters }: Pick<Parts, 'parameters'>): Decimal[] {
  const named = parameterNamed(written);
  const values = named === undefined ? [written] : inOrder(parameters.get(named)?.values ?? {});
  return values.map(shareWritten).filter((number) => number !== null);
}

const inOrder = <Value>(values: Readonly<Record<string, Value>>): Value[] =>
  Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
