import { describe, expect, test } from 'vitest';
import { ActionError } from '../actions/action-error.ts';
import { readCsv } from './read-csv.ts';
import { RowErrors } from './row-errors.ts';
import { stableId } from './stable-id.ts';

const shape = { required: ['name'], optional: ['phone'], others: /^[a-z]+$/ } as const;

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof ActionError ? error.code : String(error);
  }
};

describe('a CSV', () => {
  test('gives rows as a spreadsheet counts them, with a byte order mark, quotes and CRLF', () => {
    const rows = readCsv('\uFEFFname,rank\r\n"王, 芳", 科长 \r\n李明,\r\n', shape);
    expect(rows).toEqual([
      { row: 2, values: { name: '王, 芳', phone: '' }, others: { rank: '科长' } },
      { row: 3, values: { name: '李明', phone: '' }, others: { rank: '' } },
    ]);
  });

  test.each([
    ['', 'csv-empty'],
    ['name\n', 'csv-empty'],
    ['phone\n1', 'csv-header'],
    ['name,姓名\na,b', 'csv-header'],
    ['name,name\na,b', 'csv-header'],
    ['name,phone\na', 'csv-damaged'],
    ['name\n"a', 'csv-damaged'],
  ])('%j is refused as %s', (text, code) => {
    expect(codeOf(() => readCsv(text, shape))).toBe(code);
  });

  test('is refused when too long', () => {
    expect(codeOf(() => readCsv('name\na\nb\nc', { ...shape, maxRows: 2 }))).toBe('csv-too-long');
  });
});

test('row errors name row, column, rule and way out, all at once', () => {
  const errors = new RowErrors();
  expect(() => errors.throwIfAny()).not.toThrow();
  errors.add(3, 'from', 'day', { 'zh-CN': '应为日期', en: 'must be a day' });
  errors.add(4, 'to', 'day', { 'zh-CN': '应为日期', en: 'must be a day' });
  const thrown = (() => {
    try {
      errors.throwIfAny();
    } catch (error) {
      return error as ActionError;
    }
    return undefined;
  })();
  expect(thrown?.fields.map((field) => field.field)).toEqual(['rows.3.from', 'rows.4.to']);
  expect(thrown?.words.en).toContain('2 mistake(s)');
});

test('a stable id depends on jurisdiction, kind and key alone', () => {
  expect(stableId('371522', 'person', 'a')).toBe(stableId('371522', 'person', 'a'));
  expect(
    new Set([stableId('371522', 'person', 'a'), stableId('371523', 'person', 'a'), stableId('371522', 'x', 'a')]).size,
  ).toBe(3);
});
