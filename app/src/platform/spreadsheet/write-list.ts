import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import { toWorkbook } from './cell-out.ts';
import type { CellContent, Column } from './column.ts';
import { cellStyle, HEADER, widthOf } from './sheet-look.ts';
import { sheetName } from './write-template.ts';

interface List {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, CellContent>>[];
}

/**
 * A list to read and to print: A4 landscape, as wide as the page, its title and page number on every page, the header
 * repeated. The header stands in row 1, so that the file can be read again.
 */
export function writeList({ title, columns, rows }: List): Promise<Uint8Array> {
  const values = rows.map((row) => columns.map((column) => toWorkbook(column, row[column.key])));
  const sheet: WriteSheet = {
    name: sheetName(title),
    columns: columns.map((column) => ({ width: printedWidth(column) })),
    rows: [columns.map(({ header }) => header), ...values],
    cells: styled(columns, values),
    freezePane: { rows: 1, columns: 1 },
    rowDefs: new Map([[0, { height: 32 }]]),
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...{ horizontalCentered: true, printTitlesRow: '$1:$1' },
      margins: { left: 0.5, right: 0.5, top: 0.8, bottom: 0.6, header: 0.35, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&C&14${printed(title)}`, oddFooter: '&R&P / &N' },
    a11y: { summary: title, headerRow: 0 },
  };
  return writeXlsx({ sheets: [sheet], properties: { title } });
}

/** In a page header `&` begins a code. */
const printed = (title: string): string => title.replaceAll('&', '&&');

/** Above figures a header takes two lines rather than half a page. */
function printedWidth(column: Column): number {
  const width = widthOf(column);
  return column.type === 'decimal' || column.type === 'integer'
    ? Math.max(9, Math.min(20, Math.ceil(width / 2) + 1))
    : width;
}

function styled(columns: readonly Column[], values: readonly (readonly CellValue[])[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach((column, at) => {
    cells.set(`0,${at}`, { style: HEADER });
    const style = cellStyle(column);
    const broken = { ...style, numFmt: '0.00' };
    for (const [row, line] of values.entries())
      cells.set(`${row + 1},${at}`, { style: column.rounded && isBroken(line[at]) ? broken : style });
  });
  return cells;
}

/** A figure with decimals: two are shown, and the cell holds them all. */
const isBroken = (value: CellValue | undefined): boolean => typeof value === 'number' && !Number.isInteger(value);
