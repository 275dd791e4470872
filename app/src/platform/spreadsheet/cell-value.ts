import { dayFromDate, dayFromNumber, dayFromText } from './civil-day.ts';
import type { CellContent, CellProblem, CellProblemCode, Column, ReadCell } from './column.ts';
import type { RawValue } from './raw-sheet.ts';
import { timeFromDate, timeFromNumber, timeFromText } from './time-of-day.ts';

const ERROR_VALUE = /^#(REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!)$/;
const YES = new Set(['是', '有', '对', '真', '已', '√', '✓', 'y', 'yes', 'true', '1']);
const NO = new Set(['否', '无', '没有', '不', '假', '未', '×', '✗', 'x', 'n', 'no', 'false', '0']);

/** What people mean by the cell, for the column's type; a problem when it cannot be understood. */
export function readCell(column: Column, cell: RawValue, date1904: boolean): ReadCell {
  const raw = rawText(cell);
  if (raw === '') return { raw, value: null };
  if (ERROR_VALUE.test(raw)) return wrong(raw, 'error-value', '单元格是公式错误值', 'The cell holds a formula error');
  switch (column.type) {
    case 'text':
      return readText(raw, cell);
    case 'integer':
      return readInteger(raw);
    case 'decimal':
      return readDecimal(raw, cell);
    case 'date':
      return readDay(raw, cell, date1904);
    case 'time':
      return readTime(raw, cell);
    case 'boolean':
      return readBoolean(raw);
    case 'choice':
      return readChoice(raw, column.options ?? []);
    case 'choices':
      return readChoices(raw, column.options ?? []);
  }
}

export const formulaWithoutValue = (): ReadCell =>
  wrong(
    '',
    'formula-without-value',
    '公式没有保存的结果，请粘贴为数值',
    'The formula has no saved result; paste it as a value',
  );

function wrong(raw: string, code: CellProblemCode, zh: string, en: string): ReadCell {
  const problem: CellProblem = { code, words: { 'zh-CN': zh, en } };
  return { raw, value: null, problem };
}

const right = (raw: string, value: CellContent): ReadCell => ({ raw, value });

function rawText(cell: RawValue): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dayFromDate(cell) ?? '';
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return cell.replaceAll(/[\u200b\ufeff]/g, '').trim();
}

/** Digits without exponent: 1e21 would be no help to the person who typed it. */
const plainNumber = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number);

/** A number of 16 digits and more in a text column has already lost its last digits in Excel. */
function readText(raw: string, cell: RawValue): ReadCell {
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) {
    return wrong(
      raw,
      'digits-lost',
      '号码按数字保存，末尾几位已丢失；请把单元格设为“文本”后重新填写',
      'Stored as a number, its last digits are lost; set the cell to “text” and type it again',
    );
  }
  return right(raw, raw);
}

const digitsOf = (raw: string) =>
  raw
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^\+(?=\d)/, '');
const withoutGroups = (digits: string) =>
  /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;

function readInteger(raw: string): ReadCell {
  const digits = withoutGroups(digitsOf(raw)).replace(/\.0+$/, '');
  const number = Number(digits);
  if (!/^-?\d+$/.test(digits) || !Number.isSafeInteger(number)) {
    return wrong(raw, 'not-an-integer', `“${shorten(raw)}”不是整数`, `“${shorten(raw)}” is not a whole number`);
  }
  return right(raw, number === 0 ? 0 : number);
}

function readDecimal(raw: string, cell: RawValue): ReadCell {
  const digits = withoutGroups(digitsOf(raw));
  if (typeof cell === 'number' && Number.isFinite(cell)) return right(raw, decimalText(cell));
  if (!/^-?\d+(\.\d+)?$/.test(digits)) {
    return wrong(raw, 'not-a-number', `“${shorten(raw)}”不是数字`, `“${shorten(raw)}” is not a number`);
  }
  return right(raw, digits);
}

/** Excel keeps 15 digits; the rest is noise of the binary number (0.1 + 0.2). */
function decimalText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? number.toFixed(15).replace(/\.?0+$/, '') : text;
}

function readDay(raw: string, cell: RawValue, date1904: boolean): ReadCell {
  const fromCell =
    cell instanceof Date
      ? dayFromDate(cell)
      : typeof cell === 'number'
        ? dayFromNumber(cell, date1904)
        : dayFromText(raw);
  if (fromCell !== null) return right(raw, fromCell);
  return wrong(
    raw,
    'not-a-date',
    `“${shorten(raw)}”不是日期，请写成 2026-09-01`,
    `“${shorten(raw)}” is not a date; write it as 2026-09-01`,
  );
}

function readTime(raw: string, cell: RawValue): ReadCell {
  const time =
    cell instanceof Date ? timeFromDate(cell) : typeof cell === 'number' ? timeFromNumber(cell) : timeFromText(raw);
  if (time !== null) return right(time, time);
  return wrong(
    raw,
    'not-a-time',
    `“${shorten(raw)}”不是钟点，请写成 08:30`,
    `“${shorten(raw)}” is not a time; write it as 08:30`,
  );
}

function readBoolean(raw: string): ReadCell {
  const word = raw.normalize('NFKC').toLowerCase();
  if (YES.has(word)) return right(raw, true);
  if (NO.has(word)) return right(raw, false);
  return wrong(
    raw,
    'not-yes-or-no',
    `“${shorten(raw)}”应填“是”或“否”`,
    `“${shorten(raw)}” should be 是 (yes) or 否 (no)`,
  );
}

const sameOption = (a: string, b: string) =>
  a === b || a.normalize('NFKC').replaceAll(/\s/g, '') === b.normalize('NFKC').replaceAll(/\s/g, '');

function readChoice(raw: string, options: readonly string[]): ReadCell {
  const option = options.find((candidate) => sameOption(candidate, raw));
  return option === undefined ? notAnOption(raw, [raw], options) : right(raw, option);
}

function readChoices(raw: string, options: readonly string[]): ReadCell {
  const parts = raw
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const chosen = parts.map((part) => options.find((candidate) => sameOption(candidate, part)));
  const unknown = parts.filter((_, i) => chosen[i] === undefined);
  if (unknown.length > 0) return notAnOption(raw, unknown, options);
  return right(raw, [...new Set(chosen.filter((option) => option !== undefined))]);
}

function notAnOption(raw: string, unknown: readonly string[], options: readonly string[]): ReadCell {
  const shown = options.slice(0, 12);
  const more = options.length > shown.length;
  const what = unknown.map((part) => `“${shorten(part)}”`);
  return wrong(
    raw,
    'not-an-option',
    `${what.join('、')}不在选项中；可填：${shown.join('、')}${more ? '……' : ''}`,
    `${what.join(', ')} is not among the options: ${shown.join(', ')}${more ? ' …' : ''}`,
  );
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
