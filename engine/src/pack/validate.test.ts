import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { found, group, type Schema } from '../../test/found.ts';
import { Words } from '../schema/common.ts';
import { says } from '../schema/says.ts';
import { validate } from './validate.ts';

const Count = group({ form: Type.String(), where: Type.Optional(Type.String()) });
const Share = group({ share: Type.String(), of: Type.String(), rounding: Type.Optional(Type.String()) });
const Fixed = group({ at_least: Type.Number(), unit: Type.Optional(Type.String()) });

describe('a value that fits', () => {
  test.each([
    ['text', Type.String({ minLength: 2, pattern: '^[a-z]+$' }), 'ab'],
    ['a number at its ends', Type.Number({ minimum: 1, maximum: 1 }), 1],
    ['a number above an end that is too low itself', Type.Number({ exclusiveMinimum: 0 }), 0.1],
    ['a whole number', Type.Integer(), 3],
    ['null', Type.Null(), null],
    ['a list as long as it may be', Type.Array(Type.Number(), { minItems: 1, maxItems: 2 }), [1, 2]],
    ['a group', Count, { form: 'visit' }],
    ['one of several forms', Type.Union([Type.Number(), Fixed, Share]), { share: '1/2', of: 'days' }],
    ['keys by a pattern', Type.Record(Type.String({ pattern: '^\\d+$' }), Type.Number()), { 1: 2 }],
    ['an unknown key where a group is open', Type.Object({ a: Type.Number() }), { a: 1, b: 2 }],
    ['a key left out that need not be there', Share, { share: '1/2', of: 'days' }],
  ])('%s', (_, schema, value) => expect(validate(schema as Schema, value)).toEqual([]));
});

describe('a value of another type', () => {
  test.each<[string, Schema, unknown, string[]]>([
    [
      'a number where text belongs',
      Type.String(),
      2026,
      [' wrong-type', '应为文字，实为 2026 → 加引号："2026"', 'Must be text, is 2026 → Put it in quotes: "2026"'],
    ],
    [
      'yes or no where text belongs',
      Type.String(),
      true,
      [' wrong-type', '应为文字，实为 true → 加引号："true"', 'Must be text, is true → Put it in quotes: "true"'],
    ],
    [
      'a list where text belongs is not quoted',
      Type.String(),
      ['a'],
      [' wrong-type', '应为文字，实为 ["a"] → 改写为文字', 'Must be text, is ["a"] → Write text'],
    ],
    [
      'text where a number belongs is not quoted either',
      Type.Number(),
      'three',
      [' wrong-type', '应为数字，实为 "three" → 改写为数字', 'Must be a number, is "three" → Write a number'],
    ],
    [
      'a fraction where a whole number belongs',
      Type.Integer(),
      1.5,
      [' wrong-type', '应为整数，实为 1.5 → 改写为整数', 'Must be a whole number, is 1.5 → Write a whole number'],
    ],
    [
      'text where yes or no belongs: a space before Latin letters',
      Type.Boolean(),
      'yes',
      [
        ' wrong-type',
        '应为 true 或 false，实为 "yes" → 改写为 true 或 false',
        'Must be true or false, is "yes" → Write true or false',
      ],
    ],
    [
      'something where nothing belongs',
      Type.Null(),
      0,
      [' wrong-type', '应为空值，实为 0 → 改写为空值', 'Must be null, is 0 → Write null'],
    ],
    [
      'one thing where a list belongs',
      Type.Array(Type.String()),
      'village',
      [
        ' wrong-type',
        '应为一个列表，实为 "village" → 写作 [village]',
        'Must be a list, is "village" → Write [village]',
      ],
    ],
    [
      'a list where a group belongs',
      Count,
      ['visit'],
      [
        ' wrong-type',
        '应为一组“键: 值”，实为 ["visit"] → 改写为一组“键: 值”：{ form: … }；还可写 where',
        'Must be a group of `key: value`, is ["visit"] → Write a group of `key: value`: { form: … }; where may stand there too',
      ],
    ],
    [
      'nothing where a group belongs',
      Count,
      null,
      [
        ' wrong-type',
        '应为一组“键: 值”，实为 null → 改写为一组“键: 值”：{ form: … }；还可写 where',
        'Must be a group of `key: value`, is null → Write a group of `key: value`: { form: … }; where may stand there too',
      ],
    ],
    [
      'a key and its value without a space, read as one text',
      Count,
      'form:visit',
      [
        ' wrong-type',
        '应为一组“键: 值”，实为 "form:visit" → 冒号后空一格：“键: 值”',
        'Must be a group of `key: value`, is "form:visit" → Write a space after the colon: `key: value`',
      ],
    ],
    [
      'a key and its value with a Chinese colon',
      Count,
      'form：visit',
      [
        ' wrong-type',
        '应为一组“键: 值”，实为 "form：visit" → 这里有中文符号“：”：若用作标记，改为英文 ": "；若是文字，给整个值加引号',
        'Must be a group of `key: value`, is "form：visit" → There is a Chinese “：” here: as a mark write ": "; as text put the whole value into quotes',
      ],
    ],
    [
      'a clock time is no key with its value',
      Type.Array(Type.String()),
      'from:8',
      [
        ' wrong-type',
        '应为一个列表，实为 "from:8" → 写作 ["from:8"]',
        'Must be a list, is "from:8" → Write ["from:8"]',
      ],
    ],
    [
      'another constant',
      Type.Literal('sum'),
      'total',
      [' wrong-type', '应为 "sum"，实为 "total" → 改写为 "sum"', 'Must be "sum", is "total" → Write "sum"'],
    ],
    [
      'text for people in no language',
      Words,
      12,
      [' wrong-type', '应为文字，实为 12 → 加引号："12"', 'Must be text, is 12 → Put it in quotes: "12"'],
    ],
  ])('%s', (_, schema, value, lines) => expect(found(schema, value)).toEqual(lines));

  test('what is long is cut where it is quoted', () => {
    const [, zh, en] = found(Type.Number(), 'x'.repeat(100));
    expect(zh).toBe(`应为数字，实为 "${'x'.repeat(56)}… → 改写为数字`);
    expect(en).toBe(`Must be a number, is "${'x'.repeat(56)}… → Write a number`);
    expect(found(Type.Number(), 'x'.repeat(58))[2]).toContain(`"${'x'.repeat(58)}"`);
  });
});

describe('a number or a list outside its ends', () => {
  test.each<[string, Schema, unknown, string[]]>([
    ['below', Type.Number({ minimum: 1 }), 0, ['0 超出范围 → 须不少于 1', '0 is out of range → Must be at least 1']],
    ['above', Type.Number({ maximum: 9 }), 10, ['10 超出范围 → 须不超过 9', '10 is out of range → Must be at most 9']],
    [
      'outside both',
      Type.Integer({ minimum: 1, maximum: 31 }),
      32,
      ['32 超出范围 → 须在 1 与 31 之间', '32 is out of range → Must be between 1 and 31'],
    ],
    [
      'at an end that is too low itself',
      Type.Number({ exclusiveMinimum: 0 }),
      0,
      ['0 超出范围 → 须大于 0', '0 is out of range → Must be above 0'],
    ],
    [
      'above, where nought is too low',
      Type.Number({ exclusiveMinimum: 0, maximum: 60 }),
      61,
      ['61 超出范围 → 须大于 0、不超过 60', '61 is out of range → Must be above 0 and at most 60'],
    ],
  ])('%s', (_, schema, value, lines) => expect(found(schema, value)).toEqual([' out-of-range', ...lines]));

  test.each<[string, Schema, unknown, string[]]>([
    [
      'empty',
      Type.Array(Type.Number(), { minItems: 1 }),
      [],
      ['列表是空的 → 至少写 1 项', 'The list is empty → Write at least 1'],
    ],
    [
      'too short',
      Type.Array(Type.Number(), { minItems: 2 }),
      [1],
      ['列表有 1 项 → 至少写 2 项', 'The list has 1 item → Write at least 2'],
    ],
    [
      'too long',
      Type.Array(Type.Number(), { maxItems: 2 }),
      [1, 2, 3],
      ['列表有 3 项 → 写 0 至 2 项', 'The list has 3 items → Write 0 to 2'],
    ],
  ])('a list that is %s', (_, schema, value, lines) =>
    expect(found(schema, value)).toEqual([' wrong-length', ...lines]),
  );

  test('each member is judged at its own place', () => {
    expect(found(Type.Array(Type.Number()), [1, 'two', 3, null]).filter((_, i) => i % 3 === 0)).toEqual([
      '/1 wrong-type',
      '/3 wrong-type',
    ]);
  });
});

describe('text that is not written as it must be', () => {
  test.each<[string, Schema, string, string[]]>([
    [
      'says what is meant where that is said',
      Type.String({ pattern: '^[a-z]+$', ...says('小写英文', 'Lower-case words') }),
      'Visit',
      ['“Visit”写法不对 → 小写英文', '“Visit” is not written as it must be → Lower-case words'],
    ],
    [
      'in a schema that says it in one language',
      Type.String({ pattern: '^[a-z]+$', description: 'small letters' }),
      'Visit',
      ['“Visit”写法不对 → small letters', '“Visit” is not written as it must be → small letters'],
    ],
    [
      'else by its pattern',
      Type.String({ pattern: '^\\d+$' }),
      'x',
      ['“x”写法不对 → 须符合 ^\\d+$', '“x” is not written as it must be → Must match ^\\d+$'],
    ],
    [
      'where nothing is written',
      Type.String({ minLength: 1 }),
      '',
      ['“”写法不对 → 须符合 至少一个字', '“” is not written as it must be → Must match at least one character'],
    ],
  ])('%s', (_, schema, value, lines) => expect(found(schema, value)).toEqual([' wrong-text', ...lines]));
});

test('what no rule of ours explains is still placed as deep as it can be', () => {
  const schema = group({ list: Type.Array(group({ id: Type.String({ maxLength: 2 }) })) });
  const wide = group({ name: Type.String({ maxLength: 2 }), list: schema });
  expect(found(wide, { name: 'abc', list: { list: [{ id: 'abc' }] } })[0]).toBe('/list/list/0/id schema');
  expect(found(schema, { list: [{ id: 'ab' }, { id: 'abc' }] })).toEqual([
    '/list/1/id schema',
    '此处缺少内容，或多出内容 → 对照 docs/reference 中的说明和示例修改',
    'Something is missing here, or too much → Compare it with the words and examples in docs/reference',
  ]);
});
