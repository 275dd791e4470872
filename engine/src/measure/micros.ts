import { Decimal } from '../decimal.ts';
import { known, type Value } from '../value.ts';
import type { FigureType } from './types.ts';
import { figure, toDecimal } from './values.ts';

/**
 * Numbers as whole millionths, whole columns at a time: sums and products of marks stay exact in them and cost next to nothing.
 * `NaN` says that a row has no such number (not known, does not apply, too fine or too large): then the value itself is asked
 * for. Yes and no are one and zero.
 */
export type Micros = Float64Array;

/** A column, which whoever is given it may write into; or the one number that all rows share. */
export type Numbers = Micros | number;

export const MICRO = 1e6;
/** Up to here a number of millionths has at most 15 digits, so each is the one decimal it was written as. */
const LARGEST = 1e15;

/** Keeps a result that is a whole number of millionths of a size that stays exact. */
export const exactMicros = (micros: number): number =>
  Number.isInteger(micros) && Math.abs(micros) <= LARGEST ? micros : Number.NaN;

/** A product in millionths; `NaN` when it has more decimals or digits than fit. */
export function product(a: number, b: number): number {
  const millionths = a * b;
  return Math.abs(millionths) <= Number.MAX_SAFE_INTEGER ? exactMicros(millionths / MICRO) : Number.NaN;
}

export function microsOf(value: Value): number {
  if (value.state !== 'known' || typeof value.value === 'string') return Number.NaN;
  if (typeof value.value === 'boolean') return value.value ? MICRO : 0;
  return microsOfNumber(toDecimal(value).toNumber(), value.value);
}

/** The millionths of a number; `NaN` when it has more decimals than six. `exact` is the same number in full. */
export function microsOfNumber(number: number, exact?: Decimal): number {
  const micros = exactMicros(Math.round(number * MICRO));
  if (Number.isNaN(micros) || micros / MICRO !== number) return Number.NaN;
  return exact === undefined || exact.eq(number) ? micros : Number.NaN;
}

export const decimalOfMicros = (micros: number): Decimal => new Decimal(micros / MICRO);

export function valueOfMicros(micros: number, type: FigureType): Value {
  if (type.kind === 'boolean') return known(micros !== 0);
  return figure(decimalOfMicros(micros), type);
}

export const filled = (length: number, micros: number): Micros => new Float64Array(length).fill(micros);

export const numberAt = (numbers: Numbers, row: number): number =>
  typeof numbers === 'number' ? numbers : (numbers[row] as number);

export const asColumn = (numbers: Numbers, length: number): Micros =>
  typeof numbers === 'number' ? filled(length, numbers) : numbers;

/** A column with each number made another, in place. Numbers mostly come as runs of the same: each is worked out once a run. */
export function mapped(column: Micros, make: (micros: number) => number): Micros {
  let [given, made] = [Number.NaN, Number.NaN];
  for (let row = 0; row < column.length; row++) {
    const one = column[row] as number;
    if (one !== given) [given, made] = [one, make(one)];
    column[row] = made;
  }
  return column;
}

/** The same values as single objects: marks are few, and each is made once. */
export function valuesOfMicros(type: FigureType): (micros: number) => Value {
  const made = new Map<number, Value>();
  return (micros) => {
    const known = made.get(micros);
    if (known) return known;
    const value = valueOfMicros(micros, type);
    if (made.size < MANY) made.set(micros, value);
    return value;
  };
}

const MANY = 10_000;
