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
    if (where?.equals) addEqual(where.equals, entries, rows, sums, worth);
    else addWhere(where, entries, sums, worth);
    return sums;
  };
}

function addWhere(where: Predicate | null, entries: EntryRows, sums: Micros, worth: WorthOf | null): void {
  for (let entry = 0; entry < entries.length; entry++) {
    const holds = where === null || where(entries.env(entry));
    if (holds === undefined) sums[entries.row[entry] as number] = Number.NaN;
    else if (holds) add(entry, entries, sums, worth);
  }
}

function add(entry: number, entries: EntryRows, sums: Micros, worth: WorthOf | null): void {
  const row = entries.row[entry] as number;
  sums[row] = exactMicros((sums[row] as number) + (worth === null ? MICRO : worth(entry, entries)));
}

type Equals = NonNullable<Predicate['equals']>;

/** Many items ask for one field’s values in turn (`data.kind == 'late'`): its entries are sorted by value once. */
function addEqual({ field, value }: Equals, entries: EntryRows, rows: Rows, sums: Micros, worth: WorthOf | null): void {
  const name = `${entries.name} by ${field}`;
  const rowsByCode = rows.once(name, () => rowsSorted(field, entries));
  const [from, to] = placesOf(rowsByCode, value);
  const { sorted } = rowsByCode;
  if (worth === null) {
    for (let i = from; i < to; i++) {
      const row = sorted[i] as number;
      sums[row] = (sums[row] as number) + MICRO;
    }
  } else {
    const order = rows.once(`${name}, entries`, () => entriesSorted(field, entries)).sorted;
    for (let i = from; i < to; i++) add(order[i] as number, entries, sums, worth);
  }
  const unknown = rowsByCode.start[1] as number;
  for (let i = 0; i < unknown; i++) sums[sorted[i] as number] = Number.NaN;
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
