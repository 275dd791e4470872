import { describe, expect, it, test } from 'vitest';
import { ConditionError, compileValue, record } from '../condition.ts';
import { conditionProblems } from '../duty/problems.ts';
import { parseFormula } from '../formula/parse.ts';
import { isWordOfConditions, isWordOfFormulas } from './word.ts';

const data = record({
  marks: { type: 'number' },
  on: { type: 'date' },
  at: { type: 'time' },
  level: {
    type: 'text',
    options: ['light', 'grave'],
    optionTitles: { light: { 'zh-CN': '一般', en: 'Light' }, grave: { 'zh-CN': '重大', en: 'Grave' } },
  },
});

function wayOut(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ConditionError) return [error.wayOut['zh-CN'], error.wayOut.en];
    throw error;
  }
  throw new Error('was taken');
}

describe('what a spreadsheet or a sentence would say is told as it is written here', () => {
  test.each([
    ['1 <= data.marks < 3', '写作 1 <= data.marks && data.marks < 3', 'Write 1 <= data.marks && data.marks < 3'],
    ['3 > data.marks > 1', '写作 3 > data.marks && data.marks > 1', 'Write 3 > data.marks && data.marks > 1'],
    ['IF(data.marks > 3, 1, 0)', '写作 条件 ? 是时的值 : 否时的值', 'Write condition ? value if so : value if not'],
    ['AND(data.marks > 3, true)', '写作 a && b', 'Write a && b'],
    ['data.marks >= 90%', '此处的 90% 应写作 0.9', 'Write 0.9 for 90%'],
    ['data.marks * 12.5％', '此处的 12.5％ 应写作 0.125', 'Write 0.125 for 12.5％'],
    ['90% * data.marks', '此处的 90% 应写作 0.9', 'Write 0.9 for 90%'],
    ['data.marks % 2 == 0', '百分数写作小数：90% 写 0.9', 'Write a per cent as a decimal: 90 % is 0.9'],
    ['data.marks >= 90分', '此处的 90分 应写作 90', 'Write 90 for 90分'],
    ['data.marks > 1；', '删去 ；', 'Remove ；'],
    ['=data.marks > 1', '不以 = 开头：删去它', 'It does not begin with =: remove it'],
    ['data.marks ^ 2 > 1', '乘方写 x * x，开方写 root(x, 2)', 'Write a power as x * x, a root as root(x, 2)'],
    ['data.level == grave', '写作 "grave"', 'Write "grave"'],
    ['grave == data.level', '写作 "grave"', 'Write "grave"'],
    ['data.level == "重大"', '写选项的 id：“重大”写 "grave"', 'Write the id of the option: “重大” is "grave"'],
    [
      'data.level in ["light", "重大"]',
      '写选项的 id：“重大”写 "grave"',
      'Write the id of the option: “重大” is "grave"',
    ],
    ['data.level == "x"', '选项有：light（一般）、grave（重大）', 'Its options are light, grave'],
    [
      'data.at < "24:00"',
      '没有 24:00：一天的末尾写 23:59，次日零点写次日的 00:00',
      'There is no 24:00: the end of a day is 23:59, the beginning of the next 00:00',
    ],
    ['data.at < "8点30分"', '钟点写作 08:30，加引号', 'Write the time as 08:30, in quotes'],
  ])('%s', (source, zh, en) => {
    expect(wayOut(() => compileValue(source, { data }))).toEqual([zh, en]);
  });

  test.each([
    ['1 <= a < 3', 'Write 1 <= a && a < 3'],
    ['SUM(a, b)', 'Add steps as a + b, or by total; add what entries hold by sum: { form: …, of: data.field }'],
    ['ROUND(a, 2)', 'Write round(x, 2, "half-up")'],
    ['VLOOKUP(a, b)', 'Write rows of numbers as bands, a table as lookup'],
    ['a % 2', 'Write a per cent as a decimal: 90 % is 0.9'],
  ])('formula %s', (source, en) => {
    expect(wayOut(() => parseFormula(source))[1]).toBe(en);
  });
});

describe('a date beside a text that is no day is told, though it can be worked out', () => {
  const told = (source: string): string[] =>
    conditionProblems(source, { data }, '/where').map(({ code, wayOut }) => `${code} ${wayOut.en}`);

  test.each([
    ['data.on > "2026年5月3日"', 'not-a-day Write the day as 2026-05-03'],
    ['data.on > "2026.5.3"', 'not-a-day Write the day as 2026-05-03'],
    ['"2026-02-30" <= data.on', 'not-a-day Look at the month and the day again'],
    ['data.on == "无"', 'not-a-day What was not filled in is !has(data.field)'],
    ['data.on in ["2026-01-01", "2026/1/2"]', 'not-a-day Write the day as 2026-01-02'],
    ['data.on <= "2026-03"', 'not-a-day Write the day as 2026-03-01'],
  ])('%s', (source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  it('takes days, and the month or year something begins with', () => {
    for (const source of ['data.on >= "2026-03"', 'data.on < "2026"', '"2026-03" > data.on', 'data.on == "2026-03-01"'])
      expect(told(source)).toEqual([]);
  });
});

it('knows the words no name can be', () => {
  expect(['in', 'true', 'false', 'null'].every(isWordOfConditions)).toBe(true);
  expect(['inflow', 'for', 'since'].some(isWordOfConditions)).toBe(false);
  expect(['in', 'null', 'for', 'since', 'as_of'].every(isWordOfFormulas)).toBe(true);
  expect(['inflow', 'period', 'min', 'full'].some(isWordOfFormulas)).toBe(false);
});

describe('a condition that never or always holds is told', () => {
  const told = (source: string): string[] =>
    conditionProblems(source, { data }, '/where').map(({ code, words }) => `${code} ${words.en}`);

  test.each([
    ['data.level == "light" && data.level == "grave"', 'One field is never two values'],
    ['data.marks > 1 && "light" == data.level && data.level == "grave"', 'One field is never two values'],
    ['data.level != "light" || data.level != "grave"', 'One side always holds'],
    ['data.marks >= 90 && data.marks < 80', 'No value fits both ends'],
    ['data.marks > 80 && 80 > data.marks', 'No value fits both ends'],
    ['data.on >= "2027-01-01" && data.on <= "2026-12-31"', 'No value fits both ends'],
  ])('%s', (source, words) => {
    expect(told(source)).toEqual([expect.stringContaining(words)]);
    expect(told(source)[0]).toMatch(/^contradiction /);
  });

  test.each([
    'data.level == "light" || data.level == "grave"',
    'data.level != "light" && data.level != "grave"',
    'data.level == "light" && data.level == "light"',
    'data.marks >= 80 && data.marks <= 80',
    'data.marks >= 80 || data.marks < 60',
    'data.marks > 80 && data.on < "2026-01-01"',
    '(data.level == "light" && data.marks > 3) || (data.level == "grave" && data.marks > 1)',
  ])('not %s', (source) => {
    expect(told(source)).toEqual([]);
  });
});
