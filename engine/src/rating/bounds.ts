import type { Decimal } from '../decimal.ts';
import { column, type Micros } from '../measure/micros.ts';
import type { Figure, FigureType } from '../measure/types.ts';
import { figure, toDecimal } from '../measure/values.ts';
import type { Expression } from '../schema/expression.ts';
import type { Value, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import type { Sheet, StepChecker, StepCompiler } from './types.ts';

interface Written {
  readonly floor: Expression;
  readonly cap: Expression;
}

/** The ends of a figure: an expression, the full marks, or none. */
export interface Bounds {
  readonly floor: Figure | null;
  readonly cap: Figure | 'full' | null;
}

export function checkBounds({ floor, cap }: Written, at: string, checker: StepChecker): boolean {
  const low = floor === 'none' || checker.number(floor, `${at}/floor`) !== null;
  const high = cap === 'none' || cap === 'full' || checker.number(cap, `${at}/cap`) !== null;
  return low && high;
}

export const boundsOf = ({ floor, cap }: Written, { compile }: StepCompiler): Bounds => ({
  floor: floor === 'none' ? null : compile(floor),
  cap: cap === 'none' ? null : cap === 'full' ? 'full' : compile(cap),
});

/** Keeps a column within its ends; null when an end cannot be had in one pass. */
export function boundedMicros(
  raw: Micros,
  { floor, cap }: Bounds,
  full: ((sheet: Sheet) => Micros | null) | undefined,
  sheet: Sheet,
): Micros | null {
  const high = cap === null ? undefined : cap === 'full' ? full?.(sheet) : cap.micros?.(sheet);
  const low = floor?.micros?.(sheet);
  if ((cap !== null && !high) || (floor !== null && !low)) return null;
  return column(sheet.length, (row) => {
    let value = raw[row] as number;
    if (high) value = Math.min(value, high[row] as number);
    return low ? Math.max(value, low[row] as number) : value;
  });
}

export interface Bounded {
  readonly value: Value;
  /** Which end was reached, with the figure before. */
  readonly notes: readonly Words[];
}

/** A figure kept within its ends; not known as long as an end is not. */
export function bounded(
  raw: Decimal,
  { floor, cap }: Bounds,
  full: (sheet: Sheet, row: number) => Value,
  sheet: Sheet,
  row: number,
  type: FigureType,
): Bounded {
  const high = cap === null ? null : cap === 'full' ? full(sheet, row) : cap.evaluate(sheet.at(row));
  const low = floor === null ? null : floor.evaluate(sheet.at(row));
  const open = [high, low].find((end) => end !== null && end.state !== 'known');
  if (open) return { value: open, notes: [] };
  const notes: Words[] = [];
  let value = raw;
  if (high !== null && value.gt(toDecimal(high))) {
    value = toDecimal(high);
    notes.push(
      say(`${plain(raw)} 超过上限，按 ${plain(value)} 计`, `${plain(raw)} is above the cap, so ${plain(value)}`),
    );
  }
  if (low !== null && value.lt(toDecimal(low))) {
    value = toDecimal(low);
    notes.push(
      say(`${plain(raw)} 低于下限，按 ${plain(value)} 计`, `${plain(raw)} is below the floor, so ${plain(value)}`),
    );
  }
  return { value: figure(value, type), notes };
}
