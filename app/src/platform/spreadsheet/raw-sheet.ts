import { isUtf8 } from 'node:buffer';
import { streamXlsxRows } from 'hucre/xlsx';
import { cellName } from './column.ts';
import { scanCsv } from './csv-records.ts';
import type { SheetLimits } from './limits.ts';
import { SpreadsheetError } from './sheet-error.ts';
import { scanSheet } from './sheet-scan.ts';
import { readWorkbookParts } from './workbook-parts.ts';

export type RawValue = string | number | boolean | Date | null;

export interface RawRow {
  /** Counted from 1. */
  readonly number: number;
  readonly values: readonly RawValue[];
}

/** A sheet that passed the checks of its container; its rows can be walked more than once. */
export interface RawSheet {
  readonly kind: 'xlsx' | 'csv';
  /** Absent for CSV. */
  readonly name?: string;
  readonly date1904: boolean;
  readonly filledRows: readonly number[];
  readonly merges: readonly string[];
  hasFormulaWithoutValue(column: number, row: number): boolean;
  rows(): AsyncIterable<RawRow>;
}

/** Looks at the content, not at the file's name. */
export async function openRawSheet(bytes: Uint8Array, limits: SheetLimits): Promise<RawSheet> {
  if (bytes.length === 0) throw new SpreadsheetError('empty-file');
  if (bytes.length > limits.maxBytes) throw new SpreadsheetError('too-large', { limit: limits.maxBytes });
  if (startsWith(bytes, [0x50, 0x4b])) return openWorkbook(bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new SpreadsheetError(isEncrypted(bytes) ? 'encrypted' : 'old-format');
  return openCsv(bytes, limits);
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Office wraps a workbook with a password into a container with this stream name (UTF-16). */
const isEncrypted = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

async function openWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<RawSheet> {
  const parts = await readWorkbookParts(bytes, limits);
  const scan = await scanSheet(bytes, parts.sheetEntry, limits);
  const range = `A1:${cellName(scan.lastColumn, scan.filledRows.at(-1) ?? 1)}`;
  return {
    kind: 'xlsx',
    name: parts.sheetName,
    date1904: parts.date1904,
    filledRows: scan.filledRows,
    merges: scan.merges,
    hasFormulaWithoutValue: (column, row) => scan.formulasWithoutValue.has(`${column},${row}`),
    rows: () => workbookRows(bytes, parts.sheetIndex, range),
  };
}

async function* workbookRows(bytes: Uint8Array, sheet: number, range: string): AsyncGenerator<RawRow> {
  try {
    for await (const row of streamXlsxRows(bytes, { sheet, range })) {
      yield { number: row.index + 1, values: row.values };
    }
  } catch (error) {
    throw new SpreadsheetError('damaged', {}, error);
  }
}

async function openCsv(bytes: Uint8Array, limits: SheetLimits): Promise<RawSheet> {
  const scan = await scanCsv(bytes, encodingOf(bytes), limits);
  return {
    kind: 'csv',
    date1904: false,
    filledRows: scan.filledRows,
    merges: [],
    hasFormulaWithoutValue: () => false,
    rows: () => scan.rows(),
  };
}

/** UTF-8 when it is valid UTF-8 (with or without mark), UTF-16 by its mark, else GB18030. */
function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  if (bytes.includes(0)) throw new SpreadsheetError('not-a-sheet');
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}
