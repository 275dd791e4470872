import type { BorderSide, CellStyle } from 'hucre';
import type { Column } from './column.ts';

/** How our workbooks look: one font, thin lines, colours that print well. */
const LINE: BorderSide = { style: 'thin', color: { rgb: 'BFBFBF' } };
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const FONT = { name: '宋体', size: 11 };

const fill = (rgb: string): CellStyle['fill'] & object => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

export const PROBLEM_FILL = 'FFC7CE';

export const TITLE: CellStyle = {
  font: { name: '黑体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};
export const LINE_ABOVE: CellStyle = { font: FONT, alignment: { horizontal: 'left', vertical: 'center' } };
export const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: fill('DDEBF7'),
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  numFmt: '@',
};
export const REQUIRED_HEADER: CellStyle = { ...HEADER, fill: fill('FCE4D6') };
export const PROBLEM: CellStyle = { fill: fill(PROBLEM_FILL) };
export const REASON: CellStyle = {
  font: { ...FONT, color: { rgb: '9C0006' } },
  alignment: { vertical: 'center', wrapText: false },
  numFmt: '@',
};

/** Text of every kind carries the text format, so that codes and ID numbers keep their digits. */
export function cellStyle(column: Column): CellStyle {
  const left = ['text', 'choices'].includes(column.type);
  return {
    font: FONT,
    border: BORDER,
    numFmt: formatOf(column),
    alignment: { vertical: 'center', horizontal: left ? 'left' : 'center', wrapText: left },
  };
}

function formatOf(column: Column): string {
  switch (column.type) {
    case 'integer':
      return '0';
    case 'decimal':
      return column.decimals === undefined ? 'General' : `0.${'0'.repeat(Math.max(1, column.decimals))}`;
    case 'date':
      return 'yyyy-mm-dd';
    default:
      return '@';
  }
}

/** A column's width in characters; a Chinese character takes two. */
export function widthOf(column: Column): number {
  if (column.width !== undefined) return column.width;
  const header = [...column.header].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 2 : 1), 0) + 4;
  const least = { text: 18, integer: 10, decimal: 10, date: 13, time: 9, boolean: 8, choice: 14, choices: 22 }[
    column.type
  ];
  return Math.min(40, Math.max(least, header));
}
