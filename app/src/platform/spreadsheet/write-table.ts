import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { type CellValue, writeXlsxStream } from 'hucre';
import { toText, toWorkbook } from './cell-out.ts';
import type { CellContent, Column } from './column.ts';
import { guardCsvText } from './formula-text.ts';
import { cellStyle, widthOf } from './sheet-look.ts';
import { sheetName } from './write-template.ts';

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<TableRow> | Iterable<TableRow>;
  readonly format?: 'xlsx' | 'csv';
}

type TableRow = Readonly<Record<string, CellContent>>;

/**
 * Writes rows as they come; memory does not grow with their number. The header stands in row 1, so
 * that the file can be read again. No text of the data can run as a formula: see formula-text.ts.
 */
export function writeTable(table: Table): ReadableStream<Uint8Array> {
  return table.format === 'csv'
    ? (Readable.toWeb(Readable.from(csvPieces(table), { objectMode: false })) as ReadableStream<Uint8Array>)
    : workbookStream(table);
}

function workbookStream({ title, columns, rows }: Table): ReadableStream<Uint8Array> {
  const plain = columns.map((column) => ({ header: column.header, width: widthOf(column), style: cellStyle(column) }));
  async function* values(): AsyncGenerator<CellValue[]> {
    for await (const row of rows) yield columns.map((column) => toWorkbook(column, row[column.key]));
  }
  return writeXlsxStream(values(), { name: sheetName(title), columns: plain, freezePane: { rows: 1 } });
}

const ROWS_PER_PIECE = 500;
const BYTE_ORDER_MARK = '\ufeff';

async function* csvPieces({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const write = (records: readonly string[][]) =>
    encoder.encode(stringify(records as string[][], { record_delimiter: 'windows' }));
  yield encoder.encode(BYTE_ORDER_MARK);
  let waiting: string[][] = [columns.map((column) => column.header)];
  for await (const row of rows) {
    waiting.push(columns.map((column) => csvText(column, row[column.key])));
    if (waiting.length < ROWS_PER_PIECE) continue;
    yield write(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield write(waiting);
}

function csvText(column: Column, value: CellContent | undefined): string {
  const text = toText(value);
  return column.type === 'integer' || column.type === 'decimal' ? text : guardCsvText(text);
}
