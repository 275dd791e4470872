import type { Language, Words } from '@luoshi/engine';
import { type Cell, openXlsx, type Sheet, saveXlsx, writeXlsx } from 'hucre';
import { type Column, normaliseHeader, REASON_HEADER } from './column.ts';
import { findHeaderRow, type HeaderRow } from './header-row.ts';
import { DEFAULT_LIMITS, type SheetLimits } from './limits.ts';
import { openRawSheet, type RawSheet } from './raw-sheet.ts';
import { HEADER, PROBLEM, PROBLEM_FILL, REASON } from './sheet-look.ts';

/** A problem of one row (number as Excel shows it), of one column of it when `key` is given. */
export interface SheetProblem {
  readonly row: number;
  readonly key?: string;
  readonly words: Words;
}

export interface MarkOptions extends Partial<SheetLimits> {
  readonly columns: readonly Column[];
  readonly language?: Language;
}

const AUTHOR = '导入检查';
/** In characters; a Chinese one takes two. */
const REASON_WIDTH = 72;

/**
 * The workbook that came in, with every problem shown where it is: red cells with a comment, and
 * the reasons of each row in a last column. Everything else stays as it was. Marks of an earlier
 * check are taken away first. A CSV comes back as a workbook.
 * @throws SpreadsheetError when the file cannot be read at all.
 */
export async function markErrors(
  bytes: Uint8Array,
  problems: readonly SheetProblem[],
  options: MarkOptions,
): Promise<Uint8Array> {
  const raw = await openRawSheet(bytes, { ...DEFAULT_LIMITS, ...options });
  const header = await findHeaderRow(raw, options.columns);
  const workbook = await openXlsx(raw.kind === 'csv' ? await asWorkbook(raw) : bytes, { readStyles: true });
  const sheet = workbook.sheets.find((candidate) => candidate.name === raw.name) ?? workbook.sheets[0];
  if (!sheet) throw new Error('a sheet that was read before is gone');
  mark(sheet, header, problems, options.language ?? 'zh-CN');
  return saveXlsx(workbook);
}

function mark(sheet: Sheet, header: HeaderRow, problems: readonly SheetProblem[], language: Language): void {
  const cells = sheet.cells ?? new Map<string, Cell>();
  sheet.cells = cells;
  const reasonColumn = placeOfReasons(sheet, header);
  clearEarlierMarks(sheet, cells, header, reasonColumn);
  put(sheet, cells, header.rowNumber - 1, reasonColumn, REASON_HEADER, HEADER);
  widen(sheet, reasonColumn);
  for (const [rowNumber, ofRow] of Map.groupBy(problems, (problem) => problem.row)) {
    const row = rowNumber - 1;
    const reasons = ofRow.map((problem) => problem.words[language]);
    put(sheet, cells, row, reasonColumn, [...new Set(reasons)].join('；'), REASON);
    for (const [key, ofCell] of Map.groupBy(ofRow, (problem) => problem.key)) {
      const column = key === undefined ? undefined : header.places.get(key);
      if (column !== undefined)
        paint(sheet, cells, row, column, ofCell.map((problem) => problem.words[language]).join('\n'));
    }
  }
}

/** Rows do not grow by themselves: a reason stands on one line, in a column wide enough to read most. */
function widen(sheet: Sheet, column: number): void {
  const columns = [...(sheet.columns ?? [])];
  while (columns.length <= column) columns.push({});
  columns[column] = { ...columns[column], width: REASON_WIDTH };
  sheet.columns = columns;
}

function placeOfReasons(sheet: Sheet, header: HeaderRow): number {
  const headers = sheet.rows[header.rowNumber - 1] ?? [];
  const earlier = headers.findIndex((value) => typeof value === 'string' && normaliseHeader(value) === REASON_HEADER);
  return earlier === -1 ? Math.max(...header.places.values()) + 1 : earlier;
}

function clearEarlierMarks(sheet: Sheet, cells: Map<string, Cell>, header: HeaderRow, reasonColumn: number): void {
  for (const [place, cell] of cells) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (row < header.rowNumber) continue;
    if (column === reasonColumn) put(sheet, cells, row, column, null, REASON);
    if (cell.comment?.author === AUTHOR) delete cell.comment;
    if (cell.style?.fill?.type === 'pattern' && cell.style.fill.fgColor?.rgb?.endsWith(PROBLEM_FILL)) {
      const { fill: _, ...style } = cell.style;
      cell.style = style;
    }
  }
}

function put(
  sheet: Sheet,
  cells: Map<string, Cell>,
  row: number,
  column: number,
  value: string | null,
  style: Cell['style'] & object,
) {
  const values = rowOf(sheet, row);
  while (values.length <= column) values.push(null);
  values[column] = value;
  cells.set(`${row},${column}`, { value, type: value === null ? 'empty' : 'string', style });
}

function paint(sheet: Sheet, cells: Map<string, Cell>, row: number, column: number, text: string): void {
  const place = `${row},${column}`;
  const value = rowOf(sheet, row)[column] ?? null;
  const cell: Cell = cells.get(place) ?? { value, type: value === null ? 'empty' : 'string' };
  cells.set(place, { ...cell, style: { ...cell.style, ...PROBLEM }, comment: { author: AUTHOR, text } });
}

function rowOf(sheet: Sheet, row: number) {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const values = sheet.rows[row] ?? [];
  sheet.rows[row] = values;
  return values;
}

async function asWorkbook(raw: RawSheet): Promise<Uint8Array> {
  const rows: (string | null)[][] = [];
  for await (const row of raw.rows())
    rows.push(row.values.map((value) => (value === null || value === '' ? null : String(value))));
  return writeXlsx({ sheets: [{ name: 'CSV', rows }] });
}
