import { type Cell, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre';
import { toWorkbook } from './cell-out.ts';
import { type CellContent, type Column, columnLetters, headerOf } from './column.ts';
import { cellStyle, HEADER, LINE_ABOVE, REQUIRED_HEADER, TITLE, widthOf } from './sheet-look.ts';

export interface Template {
  readonly title: string;
  readonly columns: readonly Column[];
  /** Lines above the header: 填报单位, 填报人, 日期. */
  readonly headerLines?: readonly string[];
  /** Rows to begin with. */
  readonly rows?: readonly Readonly<Record<string, CellContent>>[];
  /** Printed at the foot of every page, outside the data. */
  readonly signature?: string;
  /** Formatted rows waiting to be filled in. */
  readonly blankRows?: number;
}

const OPTIONS_SHEET = '选项';
/** Excel's limit for a list written into the drop-down itself. */
const INLINE_LIST = 250;

/** A workbook to fill in: one data sheet on A4 landscape, and a hidden one for long lists of options. */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  const { columns } = template;
  const above = [template.title, ...(template.headerLines ?? [])];
  const headerIndex = above.length;
  const data = (template.rows ?? []).map((row) => columns.map((column) => toWorkbook(column, row[column.key])));
  const blank = Array.from({ length: template.blankRows ?? 500 }, () => columns.map((): CellValue => null));
  const rows: CellValue[][] = [...above.map((line) => [line]), columns.map(headerOf), ...data, ...blank];
  const lists = optionLists(columns);
  const sheet: WriteSheet = {
    name: sheetName(template.title),
    columns: columns.map((column) => ({ width: widthOf(column) })),
    rows,
    cells: styledCells(template, headerIndex, rows.length),
    merges: above.map((_, row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: Math.max(1, columns.length - 1),
    })),
    dataValidations: columns.flatMap((column, i) => validationOf(column, i, headerIndex, lists.get(column.key))),
    freezePane: { rows: headerIndex + 1 },
    rowDefs: new Map([
      [0, { height: 30 }],
      [headerIndex, { height: 32 }],
    ]),
    pageSetup: page(headerIndex),
    headerFooter: { oddFooter: `&L${template.signature ?? ''}&R第 &P 页 共 &N 页` },
    a11y: { summary: template.title, headerRow: headerIndex },
  };
  return writeXlsx({ sheets: [sheet, ...optionsSheet(lists)], properties: { title: template.title } });
}

/** Sheet names hold 31 characters, without these signs. */
export const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:']/g, '').slice(0, 31) || 'Sheet1';

function styledCells(template: Template, headerIndex: number, rowCount: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row < headerIndex; row++) cells.set(`${row},0`, { style: row === 0 ? TITLE : LINE_ABOVE });
  template.columns.forEach((column, i) => {
    const text = explain(column);
    cells.set(`${headerIndex},${i}`, {
      style: column.required ? REQUIRED_HEADER : HEADER,
      ...(text === '' ? {} : { comment: { author: '填写说明', text } }),
    });
    const style = cellStyle(column);
    for (let row = headerIndex + 1; row < rowCount; row++) cells.set(`${row},${i}`, { style });
  });
  return cells;
}

/** What is to be filled in, in words: hint, necessity, format, options. */
function explain(column: Column): string {
  const options = column.options ?? [];
  const listed = options.length <= 20 ? options.join('、') : `${options.slice(0, 20).join('、')}……`;
  const how = {
    text: '',
    integer: '填整数。',
    decimal: '填数字。',
    date: '日期写成 2026-09-01。',
    time: '时间写成 08:30。',
    boolean: '填“是”或“否”。',
    choice: `从下拉框选一项：${listed}。`,
    choices: `可填多项，用顿号隔开：${listed}。`,
  }[column.type];
  return [column.hint ?? '', column.required ? '必填。' : '', how].filter((part) => part !== '').join('\n');
}

/** Options by column key with the range of the hidden sheet that holds them, where they are too long. */
function optionLists(columns: readonly Column[]): Map<string, { options: readonly string[]; range: string }> {
  const long = columns.filter(
    ({ type, options }) =>
      type === 'choice' &&
      options !== undefined &&
      (options.join(',').length > INLINE_LIST || options.some((o) => /[,"]/.test(o))),
  );
  return new Map(
    long.map(({ key, options = [] }, i) => {
      const letters = columnLetters(i);
      return [key, { options, range: `${OPTIONS_SHEET}!$${letters}$1:$${letters}$${options.length}` }];
    }),
  );
}

function optionsSheet(lists: ReadonlyMap<string, { options: readonly string[] }>): WriteSheet[] {
  if (lists.size === 0) return [];
  const all = [...lists.values()].map((list) => list.options);
  const height = Math.max(...all.map((options) => options.length));
  const rows = Array.from({ length: height }, (_, row) => all.map((options): CellValue => options[row] ?? null));
  return [{ name: OPTIONS_SHEET, rows, hidden: true }];
}

function validationOf(column: Column, index: number, headerIndex: number, list?: { range: string }): DataValidation[] {
  const letters = columnLetters(index);
  const base = {
    range: `${letters}${headerIndex + 2}:${letters}1048576`,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: column.header,
  };
  switch (column.type) {
    case 'choice':
      return [{ ...base, type: 'list', errorMessage: '请从下拉框中选择。', ...listSource(column, list) }];
    case 'boolean':
      return [{ ...base, type: 'list', values: ['是', '否'], errorMessage: '请填“是”或“否”。' }];
    default:
      return [];
  }
}

const listSource = (column: Column, list?: { range: string }): Partial<DataValidation> =>
  list ? { formula1: list.range } : { values: [...(column.options ?? [])] };

const page = (headerIndex: number): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
  printTitlesRow: `$${headerIndex + 1}:$${headerIndex + 1}`,
});
