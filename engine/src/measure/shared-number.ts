import type { Decimal } from '../decimal.ts';
import { decimalOfMicros } from './micros.ts';
import type { Figure, Rows } from './types.ts';

/** The one number, in millionths, that a figure has for all rows; `NaN` when it has none or several. */
export function sharedNumber(figure: Figure, rows: Rows): number {
  const numbers = figure.micros?.(rows);
  return typeof numbers === 'number' ? numbers : Number.NaN;
}

/** The same as a decimal; null when it has none or several. */
export function sharedDecimal(figure: Figure, rows: Rows): Decimal | null {
  const number = sharedNumber(figure, rows);
  return Number.isNaN(number) ? null : decimalOfMicros(number);
}

/** Whether a limit is one known number for all rows, not below zero. */
export const isLaidDown = (limit: Figure, rows: Rows): boolean => sharedNumber(limit, rows) >= 0;
