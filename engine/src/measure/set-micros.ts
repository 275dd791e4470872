import type { Predicate } from '../condition.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Parts } from '../parts.ts';
import { type EntryRows, entryRows, formInOnePass } from './entry-rows.ts';
import { fieldCodes } from './field-codes.ts';
import { exactMicros, MICRO, type Micros, microsOfNumber } from './micros.ts';
import type { SetPart } from './set.ts';
import type { Rows } from './types.ts';

/** How much an entry is worth, in millionths; `NaN` when that is not known. */
type WorthOf = (entry: number, entries: EntryRows) => number;

/**
 * Adds up what the entries of a set are worth, or counts them, for all rows in one pass; null when the set has to be walked row by
 * row. A row with an entry that is not known has no number.
 */
export function addUp(set: SetPart, where: Predicate | null, parts: Parts, worth: WorthOf | null = null) {
  const form = formInOnePass(set, parts);
  if (!form) return undefined;
  return (rows: Rows): Micros | null => {
    const entries = entryRows(form, set, rows, parts);
    if (!entries) return null;
    const sums = rows.blank();
    if (worth === null && where?.equals) countEqual(where.equals, entries, rows, sums);
    else
      addEach(where, entries, rows, sums, (entry) => {
        const row = entries.row[entry] as number;
        sums[row] = exactMicros((sums[row] as number) + (worth === null ? MICRO : worth(entry, entries)));
      });
    return sums;
  };
}

/** Gives the entries that belong, row by row and by time within; a row with one of which that is open has no number. */
export function addEach(
  where: Predicate | null,
  entries: EntryRows,
  rows: Rows,
  sums: Micros,
  add: (entry: number) => void,
): void {
  const rowOf = entries.row;
  if (where?.equals) {
    const { field, value } = where.equals;
    const byCode = rows.once(`${entries.name} by ${field}, entries`, () => entriesSorted(field, entries));
    const { sorted, start } = byCode;
    const [from, to] = placesOf(byCode, value);
    for (let i = from; i < to; i++) add(sorted[i] as number);
    for (let i = 0; i < (start[1] as number); i++) sums[rowOf[sorted[i] as number] as number] = Number.NaN;
    return;
  }
  for (let entry = 0; entry < entries.length; entry++) {
    const holds = where === null || where(entries.env(entry));
    if (holds === undefined) sums[rowOf[entry] as number] = Number.NaN;
    else if (holds) add(entry);
  }
}

type Equals = NonNullable<Predicate['equals']>;

/** Many items ask for one field’s values in turn (`data.kind == 'late'`): its entries are sorted by value once. */
function countEqual({ field, value }: Equals, entries: EntryRows, rows: Rows, sums: Micros): void {
  const byCode = rows.once(`${entries.name} by ${field}`, () => rowsSorted(field, entries));
  const [from, to] = placesOf(byCode, value);
  const { sorted, start } = byCode;
  for (let i = from; i < to; i++) {
    const row = sorted[i] as number;
    sums[row] = (sums[row] as number) + MICRO;
  }
  for (let i = 0; i < (start[1] as number); i++) sums[sorted[i] as number] = Number.NaN;
}

interface Sorted {
  /** The row, or the index, of each entry in the order of their codes: those of code `c` stand from `start[c]` to `start[c + 1]`, the unknown first. */
  readonly sorted: Int32Array;
  readonly start: Int32Array;
  readonly byValue: ReadonlyMap<unknown, number>;
}

function placesOf({ byValue, start }: Sorted, value: unknown): readonly [number, number] {
  const code = byValue.get(value);
  return code === undefined ? [0, 0] : [start[code] as number, start[code + 1] as number];
}

const rowsSorted = (field: string, entries: EntryRows): Sorted =>
  sortedByCode(field, entries.columns, (visit) => entries.walk(visit));

const entriesSorted = (field: string, { columns, entry, length }: EntryRows): Sorted =>
  sortedByCode(field, columns, (visit) => {
    for (let i = 0; i < length; i++) visit(entry[i] as number, i);
  });

function sortedByCode(field: string, columns: FactColumns, walk: EntryRows['walk']): Sorted {
  const { codes, byValue } = fieldCodes(columns, field);
  const start = new Int32Array(byValue.size + 2);
  walk((entry) => {
    const after = (codes[entry] as number) + 1;
    start[after] = (start[after] as number) + 1;
  });
  for (let code = 1; code < start.length; code++) start[code] = (start[code] as number) + (start[code - 1] as number);
  const [next, sorted] = [start.slice(), new Int32Array(start[start.length - 1] as number)];
  walk((entry, noted) => {
    const code = codes[entry] as number;
    const place = next[code] as number;
    sorted[place] = noted;
    next[code] = place + 1;
  });
  return { sorted, start, byValue };
}

/** What a number of the entry is worth. */
export const worthOf =
  (of: (env: never) => number | string | undefined): WorthOf =>
  (entry, entries) => {
    const number = of(entries.env(entry) as never);
    return typeof number === 'number' ? microsOfNumber(number) : Number.NaN;
  };
