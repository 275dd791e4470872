export type { CellContent, CellProblem, Column, ColumnType, ReadCell, ReadRow } from './column.ts';
export { DEFAULT_LIMITS, type SheetLimits } from './limits.ts';
export { type MarkOptions, markErrors, type SheetProblem } from './mark-errors.ts';
export { type OpenSheet, openSheet, type ReadOptions, readSheet, type SheetInput } from './read-sheet.ts';
export { type SheetErrorCode, SpreadsheetError } from './sheet-error.ts';
export { writeList } from './write-list.ts';
export { type Table, writeTable } from './write-table.ts';
export { type Template, writeTemplate } from './write-template.ts';
