import type { CellValue } from 'hucre';
import { dateFromDay } from './civil-day.ts';
import type { CellContent, Column } from './column.ts';

/** The value as a workbook holds it. Text stays text whatever it begins with. */
export function toWorkbook(column: Column, value: CellContent | undefined): CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (column.type === 'date' && typeof value === 'string') return dateFromDay(value);
  if (column.type === 'decimal' && typeof value === 'string') return decimalNumber(value, column.rounded);
  return typeof value === 'number' ? value : toText(value);
}

/** The value as people read it. */
export function toText(value: CellContent | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('、') : String(value);
}

/** Excel keeps 15 digits; a longer decimal is written as text so that none is lost. */
function decimalNumber(text: string, rounded = false): CellValue {
  const fits = rounded || text.replaceAll(/\D/g, '').length <= 15;
  return fits && Number.isFinite(Number(text)) ? Number(text) : text;
}
