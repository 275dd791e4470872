import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { found, group, type Schema } from '../../test/found.ts';
import { says, told } from '../schema/says.ts';
import { validate } from './validate.ts';

const Count = group({ form: Type.String(), where: Type.Optional(Type.String()) });
const Share = group({ share: Type.String(), of: Type.String(), rounding: Type.Optional(Type.String()) });
const Fixed = group({ at_least: Type.Number(), unit: Type.Optional(Type.String()) });

describe('keys of a group', () => {
  test('one that is missing is named, with what it is for', () => {
    const schema = group({ of: told(Type.String(), '分子', 'What is divided'), to: Type.String() });
    expect(found(schema, {})).toEqual([
      ' missing-key',
      '缺少“of” → 补上“of”（分子）',
      '“of” is missing → Add “of”: What is divided',
      ' missing-key',
      '缺少“to” → 补上“to”',
      '“to” is missing → Add “to”',
    ]);
  });

  test('one that does not belong here stands at its key', () => {
    expect(found(Count, { form: 'visit', 'a/b~c': 1 })).toEqual([
      '/a~1b~0c#key unknown-key',
      '不认识的键“a/b~c” → 花括号里的逗号断开了公式：公式加引号，如 formula: "min(a, b)"',
      'Unknown key “a/b~c” → A comma inside { } ends the formula: put the formula in quotes, such as formula: "min(a, b)"',
    ]);
    expect(found(Count, { form: 'visit', wheer: 'x' }).slice(1)).toEqual([
      '不认识的键“wheer” → 是否为“where”？',
      'Unknown key “wheer” → Did you mean “where”?',
    ]);
  });

  test('what may stand here is offered, but for what stands here already', () => {
    expect(found(Share, { share: '1/2', of: 'days', late: 1 })[2]).toBe('Unknown key “late” → Possible here: rounding');
    expect(found(Share, { share: '1/2', of: 'days', rounding: 'up', late: 1 }).slice(1)).toEqual([
      '不认识的键“late” → 删去它',
      'Unknown key “late” → Remove it',
    ]);
    expect(found(Count, { form: 'a', b: 1, where: 'x' })[1]).toBe('不认识的键“b” → 删去它');
    expect(found(group({ a: Type.Optional(Type.String()), bb: Type.Optional(Type.String()) }), { xyz: 1 })[1]).toBe(
      '不认识的键“xyz” → 此处可用：a, bb',
    );
  });

  test.each(['b)', '2', 'x*y', 'a > 1', '"x"'])('a piece of a formula, %s, cut off by a comma', (key) => {
    expect(found(Count, { form: 'visit', [key]: null })[2]).toContain('A comma inside { } ends the formula');
  });

  test('keys that must follow a pattern say which', () => {
    const schema = Type.Record(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Number());
    expect(found(schema, { '2026-01-01': 'x', soon: 1 })).toEqual([
      '/2026-01-01 wrong-type',
      '应为数字，实为 "x" → 改写为数字',
      'Must be a number, is "x" → Write a number',
      '/soon#key unknown-key',
      '不认识的键“soon” → 此处可用：^\\d{4}-\\d{2}-\\d{2}$',
      'Unknown key “soon” → Possible here: ^\\d{4}-\\d{2}-\\d{2}$',
    ]);
  });

  test('a group in which at least one must stand', () => {
    const schema = group(
      { plus: Type.Optional(Type.Number()), minus: Type.Optional(Type.Number()) },
      { minProperties: 1 },
    );
    expect(found(schema, {})).toEqual([
      ' missing-key',
      '这里至少要写一个键 → 可用：plus, minus',
      'At least one key must stand here → Possible here: plus, minus',
    ]);
    expect(found(schema, { plus: 1 })).toEqual([]);
  });
});

describe('a key at the wrong level', () => {
  const Item = group({ full: Type.Number(), floor: Type.Optional(Type.Number()) });
  const Step = group({ id: Type.String(), item: Type.Optional(Item), note: Type.Optional(Type.String()) });
  const way = (value: unknown): string => found(Step, value).filter((line) => line.includes('→'))[1] ?? '';
  const wayZh = (value: unknown): string => found(Step, value).filter((line) => line.includes('→'))[0] ?? '';

  test('is sent inwards', () => {
    expect(way({ id: 'a', item: { full: 1 }, floor: 0 })).toContain(
      'It belongs to “item”: indent it by two more spaces',
    );
    expect(wayZh({ id: 'a', item: { full: 1 }, floor: 0 })).toContain('它属于“item”，多缩进两格');
  });

  test('but not where it stands already', () => {
    expect(way({ id: 'a', item: { full: 1, floor: 0 }, floor: 0 })).toContain('Possible here: note');
  });

  test('is sent outwards', () => {
    expect(way({ id: 'a', item: { full: 1, note: 'x' } })).toContain(
      'It belongs to a level further out: indent it less',
    );
    expect(wayZh({ id: 'a', item: { full: 1, note: 'x' } })).toContain('它属于外一层，少缩进一些');
    expect(way({ id: 'a', item: { full: 1, other: 'x' } })).toContain('Possible here: floor');
  });

  test('is left out where it only wraps what belongs here', () => {
    expect(way({ id: 'a', part: { note: 'x' } })).toContain('Leave out “part” and write note directly here');
    expect(wayZh({ id: 'a', part: { note: 'x' } })).toContain('去掉“part”这一层，note 直接写在这里');
    expect(way({ id: 'a', part: { note: 'x', item: { full: 1 } } })).toContain('write note, item directly here');
    expect(wayZh({ id: 'a', part: { note: 'x', item: { full: 1 } } })).toContain('note、item 直接写在这里');
    expect(way({ id: 'a', part: { note: 'x', other: 1 } })).toContain('Possible here: item, note');
    expect(way({ id: 'a', part: {} })).toContain('Possible here: item, note');
  });
});

describe('one of several forms', () => {
  const Amount = Type.Union([Fixed, Share, Type.Literal('all'), Type.Literal('none')], says('多少', 'How much'));

  test.each<[string, unknown, string[]]>([
    [
      'the one whose keys it has is judged',
      { share: '1/2', of: 3 },
      ['/of wrong-type', '应为文字，实为 3 → 加引号："3"', 'Must be text, is 3 → Put it in quotes: "3"'],
    ],
    [
      'also where a required key is misspelt',
      { at_lest: 3, unit: 'day' },
      [
        '/at_lest#key unknown-key',
        '不认识的键“at_lest” → 是否为“at_least”？',
        'Unknown key “at_lest” → Did you mean “at_least”?',
      ],
    ],
    [
      'a misspelt option',
      'nnone',
      [
        ' wrong-option',
        '“nnone”不在可选值之中 → 是否为“none”？',
        '“nnone” is not one of the options → Did you mean “none”?',
      ],
    ],
    [
      'something like none of them',
      { somewhere: 1 },
      [
        ' no-such-form',
        '{"somewhere":1} 不是此处可用的写法 → 可用：{ at_least: … }、{ share: … }、all、none（多少）',
        '{"somewhere":1} is none of the ways to write this → Possible: { at_least: … }, { share: … }, all, none (How much)',
      ],
    ],
    [
      'text like none of them',
      'everything there is',
      [
        ' no-such-form',
        '"everything there is" 不是此处可用的写法 → 可用：{ at_least: … }、{ share: … }、all、none（多少）',
        '"everything there is" is none of the ways to write this → Possible: { at_least: … }, { share: … }, all, none (How much)',
      ],
    ],
  ])('%s', (_, value, lines) => expect(found(Amount, value)).toEqual(lines));

  test('of many ways the likest are offered, with how many there are', () => {
    const keys = ['add', 'any', 'best', 'count', 'gap', 'latest', 'mean', 'ratio', 'share', 'sum'];
    const schema = Type.Union(
      keys.map((key) => Type.Object({ [key]: Type.Number() }, { additionalProperties: false })),
    );
    expect(found(schema, { cuont_of: 1 })).toEqual([
      ' no-such-form',
      '{"cuont_of":1} 不是此处可用的写法 → 可用：{ count: … }、{ add: … }、{ any: … }、{ best: … }、{ gap: … }、{ latest: … } 等 10 种',
      '{"cuont_of":1} is none of the ways to write this → Possible: { count: … }, { add: … }, { any: … }, { best: … }, { gap: … }, { latest: … } … of 10 ways',
    ]);
  });

  test('of options alone all are offered', () => {
    const schema = Type.Union([Type.Literal('up'), Type.Literal('down')]);
    expect(found(schema, 'sideways')).toEqual([
      ' wrong-option',
      '“sideways”不在可选值之中 → 可选：up、down',
      '“sideways” is not one of the options → Options: up, down',
    ]);
    expect(found(schema, 3)).toEqual([
      ' no-such-form',
      '3 不是此处可用的写法 → 可用：up、down',
      '3 is none of the ways to write this → Possible: up, down',
    ]);
  });

  test('told apart by a constant: a missing or wrong one is what is wrong', () => {
    const field = (type: string, more: Parameters<typeof Type.Object>[0] = {}) =>
      group({ id: Type.String(), type: Type.Literal(type), ...more });
    const schema = Type.Union([
      field('date', { not_future: Type.Optional(Type.Boolean()) }),
      field('text'),
      field('file'),
    ]);
    expect(found(schema, { id: 'a', type: 'dat' })).toEqual([
      '/type wrong-option',
      '“dat”不在可选值之中 → 是否为“date”？',
      '“dat” is not one of the options → Did you mean “date”?',
    ]);
    expect(found(schema, { id: 'a' })).toEqual([
      ' missing-key',
      '缺少“type” → 补上“type”（date、text、file）',
      '“type” is missing → Add “type”: date, text, file',
    ]);
    expect(found(schema, { id: 'a', type: 'text', not_future: true })).toEqual([
      '/not_future#key unknown-key',
      '不认识的键“not_future” → 删去它',
      'Unknown key “not_future” → Remove it',
    ]);
    expect(found(schema, { id: 1, type: 'date' }).slice(0, 1)).toEqual(['/id wrong-type']);
  });

  test('of other types the one of the same type is judged', () => {
    const schema = Type.Union([Type.Array(Type.Number()), Type.Number({ minimum: 1 }), Count]);
    expect(found(schema, 0)[2]).toBe('0 is out of range → Must be at least 1');
    expect(found(schema, ['x']).slice(0, 1)).toEqual(['/0 wrong-type']);
    expect(found(schema, {}).slice(0, 1)).toEqual([' missing-key']);
    expect(found(schema, 'x')[2]).toBe(
      '"x" is none of the ways to write this → Possible: a list, a number, { form: … }',
    );
  });

  test('unions within unions are one, and references are followed', () => {
    const schema = Type.Union([Type.Union([Type.Literal('a-one'), Type.Literal('b-two')]), Type.Literal('c-three')]);
    expect(found(schema, 'd')[2]).toBe('“d” is not one of the options → Options: a-one, b-two, c-three');
    const cyclic = Type.Cyclic(
      { Tree: Type.Union([Type.Number(), group({ add: Type.Array(Type.Ref('Tree')) })]) },
      'Tree',
    );
    expect(validate(cyclic, { add: [1, { add: [2] }] })).toEqual([]);
    expect(found(cyclic, { add: [1, { add: [2, { ad: [] }] }] })).toEqual([
      '/add/1/add/1/ad#key unknown-key',
      '不认识的键“ad” → 是否为“add”？',
      'Unknown key “ad” → Did you mean “add”?',
    ]);
  });
});

describe('an open choice', () => {
  const answers = {
    stop: { 'zh-CN': '不评', en: 'is not rated' },
    zero: { 'zh-CN': '按 0 分', en: 'counts as 0' },
  };
  const choice = { question: { 'zh-CN': '没有填报的怎么办', en: 'What of those not reported' }, options: answers };
  const literals = Object.keys(answers).map((one) => Type.Literal(one));

  test('is asked with its answers', () => {
    expect(found(group({ missing: Type.Union(literals, { choice }) }), {})).toEqual([
      ' open-choice',
      '尚未声明“missing”：没有填报的怎么办 → 写明其一：missing: stop（不评）；missing: zero（按 0 分）',
      '“missing” is not stated: What of those not reported → State one: missing: stop (is not rated); missing: zero (counts as 0)',
    ]);
  });

  test('names the first of the other ways to answer it, each once', () => {
    const others = [Fixed, Share, Count, Fixed];
    const asked = (more: readonly Schema[]) => group({ missing: Type.Union([...literals, ...more], { choice }) });
    expect(found(asked(others), {})[1]).toMatch(/；或 \{ at_least: … \}、\{ share: … \}、\{ form: … \}$/);
    expect(found(asked(others), {})[2]).toMatch(/; or \{ at_least: … \}, \{ share: … \}, \{ form: … \}$/);
    const many = [...others, Type.Number(), Type.String(), Type.Boolean()];
    expect(found(asked(many), {})[1]).toMatch(/；或 .*、数字 等$/);
    expect(found(asked(many), {})[2]).toMatch(/; or .*, a number …$/);
  });
});
