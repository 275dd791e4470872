import type { Predicate } from '../condition.ts';
import type { Parts } from '../parts.ts';
import { type EntryRows, entryRows, formInOnePass } from './entry-rows.ts';
import { fieldCodes } from './field-codes.ts';
import { exactMicros, filled, MICRO, type Micros, microsOfNumber } from './micros.ts';
import type { SetPart } from './set.ts';
import type { Rows } from './types.ts';

/** How much an entry is worth, in millionths; `NaN` when that is not known. */
type WorthOf = (entry: number, entries: EntryRows) => number;

const ONE: WorthOf = () => MICRO;

/**
 * Adds up what the entries of a set are worth, for all rows in one pass; null when the set has to be walked row by row. A row with an entry that is not known has no number.
 */
export function addUp(set: SetPart, where: Predicate | null, parts: Parts, worth: WorthOf = ONE) {
  const form = formInOnePass(set, parts);
  if (!form) return undefined;
  return (rows: Rows): Micros | null => {
    const entries = entryRows(form, set, rows, parts);
    if (!entries) return null;
    const sums = filled(rows.length, 0);
    const add = (entry: number): void => {
      const row = entries.row[entry] as number;
      sums[row] = exactMicros((sums[row] as number) + worth(entry, entries));
    };
    if (where === null) for (let entry = 0; entry < entries.length; entry++) add(entry);
    else if (where.equals) addEqual(where.equals, entries, rows, sums, add);
    else addWhere(where, entries, sums, add);
    return sums;
  };
}

function addWhere(where: Predicate, entries: EntryRows, sums: Micros, add: (entry: number) => void): void {
  for (let entry = 0; entry < entries.length; entry++) {
    const holds = where(entries.env(entry));
    if (holds === undefined) sums[entries.row[entry] as number] = Number.NaN;
    else if (holds) add(entry);
  }
}

type Equals = NonNullable<Predicate['equals']>;

/** Many items ask for one field’s values in turn (`data.kind == 'late'`): its entries are sorted by value once. */
function addEqual(
  { field, value }: Equals,
  entries: EntryRows,
  rows: Rows,
  sums: Micros,
  add: (entry: number) => void,
): void {
  const { order, start, byValue } = rows.once(`${entries.name} by ${field}`, () => sorted(field, entries));
  const code = byValue.get(value);
  const [from, to] = code === undefined ? [0, 0] : [start[code] as number, start[code + 1] as number];
  for (let i = from; i < to; i++) add(order[i] as number);
  const unknown = start[1] as number;
  for (let i = 0; i < unknown; i++) sums[entries.row[order[i] as number] as number] = Number.NaN;
}

/** Entries in the order of their codes: those of code `c` stand from `start[c]` to `start[c + 1]`, the unknown first. */
function sorted(field: string, { columns, entry, length }: EntryRows) {
  const { codes, byValue } = fieldCodes(columns, field);
  const start = new Int32Array(byValue.size + 2);
  for (let i = 0; i < length; i++) {
    const after = (codes[entry[i] as number] as number) + 1;
    start[after] = (start[after] as number) + 1;
  }
  for (let code = 1; code < start.length; code++) start[code] = (start[code] as number) + (start[code - 1] as number);
  const [next, order] = [start.slice(), new Int32Array(length)];
  for (let i = 0; i < length; i++) {
    const code = codes[entry[i] as number] as number;
    const place = next[code] as number;
    order[place] = i;
    next[code] = place + 1;
  }
  return { order, start, byValue };
}

/** What a number of the entry is worth. */
export const worthOf =
  (of: (env: never) => number | string | undefined): WorthOf =>
  (entry, entries) => {
    const number = of(entries.env(entry) as never);
    return typeof number === 'number' ? microsOfNumber(number) : Number.NaN;
  };
