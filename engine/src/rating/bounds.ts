import type { Decimal } from '../decimal.ts';
import { mapped, type Numbers, numberAt } from '../measure/micros.ts';
import type { Figure, FigureType } from '../measure/types.ts';
import { figure, toDecimal } from '../measure/values.ts';
import type { Expression } from '../schema/expression.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';
import { numberShown } from './number-shown.ts';
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

/** Keeps numbers within their ends; null when an end cannot be had in one pass. */
export function boundedMicros(
  raw: Numbers,
  { floor, cap }: Bounds,
  full: ((sheet: Sheet) => Numbers | null) | undefined,
  sheet: Sheet,
): Numbers | null {
  const high = cap === null ? Infinity : ((cap === 'full' ? full?.(sheet) : cap.micros?.(sheet)) ?? null);
  const low = floor === null ? -Infinity : (floor.micros?.(sheet) ?? null);
  if (high === null || low === null) return null;
  if (typeof raw !== 'number' && typeof high === 'number' && typeof low === 'number')
    return mapped(raw, (value) => within(value, high, low));
  const into = [raw, high, low].find((one) => typeof one !== 'number');
  if (into === undefined) return within(raw as number, high as number, low as number);
  for (let row = 0; row < into.length; row++)
    into[row] = within(numberAt(raw, row), numberAt(high, row), numberAt(low, row));
  return into;
}

const within = (value: number, high: number, low: number): number => Math.max(Math.min(value, high), low);

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
  const shown = (number: Decimal) => numberShown(number, type.unit);
  let value = raw;
  if (high !== null && value.gt(toDecimal(high))) {
    value = toDecimal(high);
    notes.push(
      say(`${shown(raw)} 超过上限，按 ${shown(value)} 计`, `${shown(raw)} is above the cap, so ${shown(value)}`),
    );
  }
  if (low !== null && value.lt(toDecimal(low))) {
    value = toDecimal(low);
    notes.push(
      say(`${shown(raw)} 低于下限，按 ${shown(value)} 计`, `${shown(raw)} is below the floor, so ${shown(value)}`),
    );
  }
  return { value: figure(value, type), notes };
}
