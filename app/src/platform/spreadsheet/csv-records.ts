import { pipeline, Readable } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
import { unguardCsvText } from './formula-text.ts';
import type { SheetLimits } from './limits.ts';
import type { RawRow } from './raw-sheet.ts';
import { SpreadsheetError } from './sheet-error.ts';

export interface CsvScan {
  readonly filledRows: readonly number[];
  rows(): AsyncIterable<RawRow>;
}

const PIECE = 64 * 1024;
const MAX_RECORD = 256 * 1024;

/** Reads CSV of the given encoding. The first walk counts rows and settles the delimiter. */
export async function scanCsv(bytes: Uint8Array, encoding: string, limits: SheetLimits): Promise<CsvScan> {
  const delimiter = delimiterOf(bytes, encoding);
  const rows = () => csvRows(bytes, encoding, delimiter);
  const filledRows: number[] = [];
  for await (const row of rows()) {
    if (row.values.length > limits.maxColumns) {
      throw new SpreadsheetError('too-many-columns', { row: row.number, limit: limits.maxColumns });
    }
    if (row.values.some((value) => value !== '')) filledRows.push(row.number);
    if (row.number > limits.maxRows + 100) throw new SpreadsheetError('too-many-rows', { limit: limits.maxRows });
  }
  return { filledRows, rows };
}

async function* csvRows(bytes: Uint8Array, encoding: string, delimiter: string): AsyncGenerator<RawRow> {
  const options: Options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD,
  };
  const records = parse(options);
  // Errors of either side arrive where the records are awaited; there is nothing to do for them here.
  pipeline(Readable.from(decoded(bytes, encoding)), records, () => {});
  let number = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number++;
      yield { number, values: record.map(unguardCsvText) };
    }
  } catch (error) {
    throw isCsvError(error) ? new SpreadsheetError('damaged', { row: number + 1 }, error) : error;
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
      if (piece !== '') yield piece;
    }
    decoder.decode();
  } catch (error) {
    throw new SpreadsheetError('encoding', {}, error);
  }
}

/** Comma, tab or semicolon: whichever the first lines hold most of. */
function delimiterOf(bytes: Uint8Array, encoding: string): string {
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 4096));
  const count = (mark: string) => start.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
