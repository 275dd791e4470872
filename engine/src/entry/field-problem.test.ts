import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../facts.ts';
import type { Field } from '../schema/form.ts';
import { say } from '../words.ts';
import { typeProblem } from './field-problem.ts';
import { idsNamed } from './ids-named.ts';
import { validateEntry } from './validate-entry.ts';

const title = say('字段', 'Field');
const text: Field = { id: 'f', title, type: 'text' };
const count: Field = { id: 'f', title, type: 'integer', min: 1, max: 31 };
const share: Field = { id: 'f', title, type: 'decimal', unit: 'percent', decimals: 2, min: '0.5', max: '99.5' };
const day: Field = { id: 'f', title, type: 'date', not_future: true };
const clock: Field = { id: 'f', title, type: 'time' };
const done: Field = { id: 'f', title, type: 'boolean' };
const options = [
  { id: 'a', title: say('甲', 'A') },
  { id: 'b', title: say('乙', 'B') },
];
const choice: Field = { id: 'f', title, type: 'choice', options };
const choices: Field = { id: 'f', title, type: 'choices', options };
const whom: Field = { id: 'f', title, type: 'subject', of: { person: true } };
const several: Field = { id: 'f', title, type: 'subjects', of: { person: true } };
const parts: Field = {
  id: 'f',
  title,
  type: 'subjects',
  of: { person: true },
  share: { unit: 'percent', decimals: 1 },
};
const file: Field = { id: 'f', title, type: 'file' };
const HASH = '0123456789abcdef'.repeat(4);

describe('an answer that fits', () => {
  it.each<[Field, FieldValue]>([
    [text, '村东'],
    [text, '字'.repeat(200)],
    [{ ...text, max: 3 }, '😀😀😀'],
    [{ ...text, pattern: '^\\d{3}$' }, '371'],
    [count, 1],
    [count, 31],
    [share, 0.5],
    [share, 99.5],
    [share, 12.25],
    [day, '2026-09-15'],
    [day, '2024-02-29'],
    [{ ...day, not_future: false }, '2027-01-01'],
    [clock, '08:30'],
    [done, false],
    [choice, 'b'],
    [choices, ['b', 'a']],
    [whom, 'p1'],
    [several, ['p1', 'p2']],
    [parts, { p1: 62.5, p2: 0 }],
    [file, HASH],
  ])('%j takes %j', (field, value) => expect(typeProblem(field, value, '2026-09-15')).toBeUndefined());
});

describe('an answer that does not fit is told with its field, its rule and the way out', () => {
  it.each<[Field, FieldValue, string, string, string]>([
    [text, 3, 'type', '应为文字', 'write text'],
    [text, '字'.repeat(201), 'max', '最多 200 字，现有 201 字，请缩短', 'at most 200 characters, not 201; shorten it'],
    [{ ...text, max: 3 }, '四个字呢', 'max', '最多 3 字，现有 4 字，请缩短', 'at most 3 characters, not 4; shorten it'],
    [{ ...text, pattern: '^\\d{3}$' }, '37x', 'pattern', '格式不对，请看字段说明', 'has the wrong form; see the hint'],
    [count, '3', 'type', '应为数字', 'write a number'],
    [count, Number.POSITIVE_INFINITY, 'type', '应为数字', 'write a number'],
    [count, 1.5, 'decimals', '应为整数', 'write a whole number'],
    [count, 0, 'min', '不能小于 1', 'may not be below 1'],
    [count, 32, 'max', '不能大于 31', 'may not be above 31'],
    [share, 0.125, 'decimals', '最多 2 位小数', 'at most 2 decimals'],
    [share, 1e-7, 'decimals', '最多 2 位小数', 'at most 2 decimals'],
    [share, 0.49, 'min', '不能小于 0.5', 'may not be below 0.5'],
    [share, 99.51, 'max', '不能大于 99.5', 'may not be above 99.5'],
    [day, 20260915, 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01'],
    [day, '2026-9-1', 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01'],
    [day, 'on 2026-09-01', 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01'],
    [day, '2026-09-01T08', 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01'],
    [day, '2026-13-01', 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01'],
    [day, '2026-02-29', 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01'],
    [day, '2026-09-16', 'not-future', '不能晚于今天（2026-09-15）', 'may not be after today (2026-09-15)'],
    [clock, '24:30', 'time', '应为钟点，如 08:30', 'write a time such as 08:30'],
    [clock, 8, 'time', '应为钟点，如 08:30', 'write a time such as 08:30'],
    [done, 'yes', 'type', '请选“是”或“否”', 'choose yes or no'],
    [choice, 'c', 'option', '没有“c”这个选项，可选：甲、乙', 'there is no option "c"; choose one of A, B'],
    [choice, ['a'], 'type', '请从选项中选', 'choose from the options'],
    [choice, 1, 'type', '请从选项中选', 'choose from the options'],
    [choices, 'a', 'type', '请从选项中选', 'choose from the options'],
    [choices, ['a', 'c'], 'option', '没有“c”这个选项，可选：甲、乙', 'there is no option "c"; choose one of A, B'],
    [choices, ['a', 'a'], 'option', '有重复的选项', 'names an option twice'],
    [whom, 3, 'type', '请从名册中选', 'choose from the register'],
    [several, 'p1', 'type', '请从名册中选', 'choose from the register'],
    [several, ['p1', 'p1'], 'option', '有重复的对象', 'names one of them twice'],
    [
      several,
      Array.from({ length: 101 }, (_, i) => `p${i}`),
      'max',
      '最多选 100 个，请分成几条记录',
      'at most 100; record the rest in another entry',
    ],
    [parts, ['p1'], 'type', '请从名册中选，并为每一个填数', 'choose from the register and give a number for each'],
    [
      parts,
      { p1: 0.25 },
      'share',
      '每一个都要填不小于 0 的数，最多 1 位小数',
      'give each a number not below 0 with at most 1 decimal',
    ],
    [file, 'photo.jpg', 'file', '请重新添加附件', 'add the file again'],
    [file, `${HASH}0`, 'file', '请重新添加附件', 'add the file again'],
    [file, `x${HASH}`, 'file', '请重新添加附件', 'add the file again'],
    [file, true, 'file', '请重新添加附件', 'add the file again'],
  ])('%j does not take %j: %s', (field, value, rule, zh, en) =>
    expect(typeProblem(field, value, '2026-09-15')).toEqual({
      field: 'f',
      rule,
      words: { 'zh-CN': `“字段”${zh}`, en: `"Field": ${en}` },
    }),
  );
});

describe('a form as a whole', () => {
  const form = {
    id: 'visit',
    title,
    source: { document: '测试' },
    owner: title,
    frequency: 'as-it-happens' as const,
    minutes: 1,
    subject: { person: true as const },
    date: 'day',
    entered_by: ['county-officer' as const],
    fields: [
      { ...day, id: 'day', required: true },
      { ...choice, id: 'kind' },
      { ...text, id: 'why', when: 'data.kind == "b"', required: true },
      { ...choices, id: 'tags', required: true },
      { ...parts, id: 'parts' },
    ],
  };
  const told = (data: Parameters<typeof validateEntry>[1]) =>
    validateEntry(form, data, { today: '2026-09-15' }).map(({ field, rule, words }) => [
      `${field}:${rule}`,
      words['zh-CN'],
      words.en,
    ]);
  const good = { day: '2026-09-01', tags: ['a'] };

  it('asks for what is required, and takes an empty list or group for no answer', () => {
    const required = (id: string) => [`${id}:required`, '“字段”必须填写', '"Field": is required'];
    expect(told(good)).toEqual([]);
    expect(told({ day: '', tags: [] })).toEqual([required('day'), required('tags')]);
    expect(told({ day: null, tags: ['a'], parts: {} })).toEqual([required('day')]);
    expect(told({ ...good, kind: 'b' })).toEqual([required('why')]);
  });

  it('refuses what it does not ask, and what it does not know', () => {
    expect(told({ ...good, kind: 'a', why: 'so' })).toEqual([
      [
        'why:not-asked',
        '按其他字段的答案，不必填“why”，请清空',
        'Given the other answers "why" is not asked; clear it',
      ],
    ]);
    expect(told({ ...good, kind: 'a', why: '' })).toEqual([]);
    expect(told({ ...good, where: null })).toEqual([
      ['where:unknown-field', '表中没有字段“where”，请删去', 'The form has no field "where"; leave it out'],
    ]);
  });
});

it('reads whom a field names, in the order written', () => {
  expect(idsNamed('p1')).toEqual(['p1']);
  expect(idsNamed(['b', 'a'])).toEqual(['b', 'a']);
  expect(idsNamed({ b: 1, a: 2 })).toEqual(['b', 'a']);
  for (const none of ['', null, undefined, true, 3]) expect(idsNamed(none)).toEqual([]);
});
