import { formulaWithoutValue, readCell } from './cell-value.ts';
import { type Column, cellOf, type ReadCell, type ReadRow } from './column.ts';
import { findHeaderRow, type HeaderRow } from './header-row.ts';
import { DEFAULT_LIMITS, type SheetLimits } from './limits.ts';
import { openRawSheet, type RawRow, type RawSheet } from './raw-sheet.ts';
import { SpreadsheetError } from './sheet-error.ts';

export type SheetInput = Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

export interface ReadOptions extends Partial<SheetLimits> {
  readonly columns: readonly Column[];
}

/** A sheet whose container and header are in order. */
export interface OpenSheet {
  readonly kind: 'xlsx' | 'csv';
  readonly headerRow: number;
  /** Rows below the header that hold anything: the whole of a progress bar. */
  readonly total: number;
  /** The rows in order; blank ones are left out. Can be walked more than once. */
  rows(): AsyncIterable<ReadRow>;
}

/**
 * Opens a workbook (.xlsx) or CSV and checks everything that concerns it as a whole.
 * @throws SpreadsheetError when the file cannot be taken; nothing of it has been kept then.
 */
export async function openSheet(input: SheetInput, options: ReadOptions): Promise<OpenSheet> {
  const limits = { ...DEFAULT_LIMITS, ...options };
  const bytes = await collect(input, limits.maxBytes);
  const raw = await openRawSheet(bytes, limits);
  const header = await findHeaderRow(raw, options.columns);
  refuseMerges(raw, header);
  const total = raw.filledRows.filter((row) => row > header.rowNumber).length;
  if (total === 0) throw new SpreadsheetError('no-rows');
  if (total > limits.maxRows) throw new SpreadsheetError('too-many-rows', { limit: limits.maxRows, found: total });
  return { kind: raw.kind, headerRow: header.rowNumber, total, rows: () => readRows(raw, header, options.columns) };
}

/** `openSheet` and its rows in one: `for await (const row of readSheet(bytes, { columns }))`. */
export async function* readSheet(input: SheetInput, options: ReadOptions): AsyncGenerator<ReadRow> {
  yield* (await openSheet(input, options)).rows();
}

async function* readRows(raw: RawSheet, header: HeaderRow, columns: readonly Column[]): AsyncGenerator<ReadRow> {
  let any = false;
  for await (const row of raw.rows()) {
    if (row.number <= header.rowNumber) continue;
    const cells = readCells(raw, row, header, columns);
    if (Object.values(cells).every((cell) => cell.raw === '' && cell.problem === undefined)) continue;
    any = true;
    yield { rowNumber: row.number, cells };
  }
  if (!any) throw new SpreadsheetError('no-rows');
}

function readCells(raw: RawSheet, row: RawRow, header: HeaderRow, columns: readonly Column[]) {
  const cells: Record<string, ReadCell> = {};
  for (const column of columns) {
    const place = header.places.get(column.key);
    const value = place === undefined ? null : (row.values[place] ?? null);
    cells[column.key] =
      place !== undefined && value === null && raw.hasFormulaWithoutValue(place, row.number)
        ? formulaWithoutValue()
        : readCell(column, value, raw.date1904);
  }
  return cells;
}

/** A merged cell below the header would give its value to one row only. */
function refuseMerges(raw: RawSheet, header: HeaderRow): void {
  const among = raw.merges.filter((range) => (cellOf(range.split(':').at(-1) ?? '')?.row ?? 0) >= header.rowNumber);
  if (among.length === 0) return;
  const range = among.slice(0, 5).join('、') + (among.length > 5 ? ' …' : '');
  throw new SpreadsheetError('merged-cells', { range, ...(raw.name === undefined ? {} : { sheet: raw.name }) });
}

/** A workbook's directory stands at its end, so the packed file is held, up to the limit. */
export async function collect(input: SheetInput, maxBytes: number): Promise<Uint8Array> {
  if (input instanceof Uint8Array) return input;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > maxBytes) throw new SpreadsheetError('too-large', { limit: maxBytes });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
