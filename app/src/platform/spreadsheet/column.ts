import type { Words } from '@luoshi/engine';

export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'time' | 'boolean' | 'choice' | 'choices';

/** One column of a template, an import or an export. The header is what people see and fill in. */
export interface Column {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  /** Shown as a comment on the header cell and when a cell is chosen. */
  readonly hint?: string;
  /** Texts to choose from, for `choice` and `choices`. */
  readonly options?: readonly string[];
  readonly required?: boolean;
  /** On import the column may be missing from the file altogether. */
  readonly mayBeAbsent?: boolean;
  /** Digits after the point of a `decimal`, for display. */
  readonly decimals?: number;
  /** Of a computed `decimal`: the 15 digits Excel keeps are enough. */
  readonly rounded?: boolean;
  /** In characters; guessed from type and header when absent. */
  readonly width?: number;
}

/**
 * What a cell holds after reading. `integer` → number, `decimal` → exact decimal text, `date` →
 * `YYYY-MM-DD`, `time` → `HH:MM`, `boolean`, `choice` → the option as written in the column, `choices` → options.
 */
export type CellContent = string | number | boolean | readonly string[] | null;

export type CellProblemCode =
  | 'not-an-integer'
  | 'not-a-number'
  | 'digits-lost'
  | 'not-a-date'
  | 'not-a-time'
  | 'not-yes-or-no'
  | 'not-an-option'
  | 'formula-without-value'
  | 'error-value';

/** Why the cell's text could not be understood; `value` is then null. */
export interface CellProblem {
  readonly code: CellProblemCode;
  readonly words: Words;
}

export interface ReadCell {
  /** As the person sees it: trimmed text, `''` when blank. */
  readonly raw: string;
  readonly value: CellContent;
  readonly problem?: CellProblem;
}

export interface ReadRow {
  /** The row's number in the sheet, counted from 1 as Excel shows it. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, ReadCell>>;
}

/** The column of reasons that `markErrors` adds; ignored when the file comes back. */
export const REASON_HEADER = '导入问题';

/** The mark of a column that must be filled in, as it stands in the template's header. */
export const REQUIRED_MARK = '*';

export const headerOf = (column: Column): string =>
  column.required ? `${column.header}${REQUIRED_MARK}` : column.header;

/** Headers are compared without blanks, required marks and differences of width. */
export const normaliseHeader = (header: string): string => header.normalize('NFKC').replaceAll(/[\s*]/g, '');

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** `('B', 5)` style reference of a cell: column counted from 0, row from 1. */
export const cellName = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** `AB12` → `{ column: 27, row: 12 }`; null when it is no reference. */
export function cellOf(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}
