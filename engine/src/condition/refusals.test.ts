import { describe, expect, it } from 'vitest';
import { variables } from '../../test/condition-variables.ts';
import { ConditionError, compileExact, compileNumber, compilePredicate, compileValue } from '../condition.ts';
import { celWords } from './cel-words.ts';

function refused(compile: () => unknown): readonly [number, string, string, string, string] {
  try {
    compile();
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    const { offset, words, wayOut } = error;
    return [offset, words['zh-CN'], words.en, wayOut['zh-CN'], wayOut.en];
  }
  throw new Error('nothing is wrong');
}

type Way = readonly [string, string];

describe('a condition that cannot be taken is told where and why, with a way out', () => {
  const NUMBER: Way = ['使用数字字段、数字，或 size(列表)', 'Use a number field, a number, or size(list)'];
  const TRUTH: Way = ['用 ==、>、in 等比较得到“是/否”', 'Compare it, e.g. with ==, > or in'];
  const TEXT: Way = ['数字用 ==、>= 比较；列表用 in', 'Compare numbers with == or >=; use in for lists'];
  const LISTED: Way = ["例如 data.kind in ['a', 'b']", "For example data.kind in ['a', 'b']"];
  const FIXED: Way = ['把比较写成 a == b || a == c', 'Write the comparison as a == b || a == c'];
  const NAME: Way = ["写作 data.字段名 或 param('参数')", "Write data.field_name or param('parameter.id')"];

  it.each<[string, number, string, string, string, string]>([
    ['data.km + data.done > 1', 10, '此处需要数字，得到的是是/否', 'A number is needed here, not yes or no', ...NUMBER],
    ['-data.note > 1', 1, '此处需要数字，得到的是文字', 'A number is needed here, not text', ...NUMBER],
    [
      'data.km && data.done',
      0,
      '此处需要“是/否”，得到的是数字',
      'A condition (yes or no) is needed here, not a number',
      ...TRUTH,
    ],
    ['!data.kinds', 1, '此处需要“是/否”，得到的是列表', 'A condition (yes or no) is needed here, not a list', ...TRUTH],
    [
      'data.done ? data.done : data.km',
      24,
      '两个结果类型不同：是/否与数字',
      'The two outcomes differ in type: yes or no and a number',
      '让“?”后的两个结果同为一种类型',
      'Give both outcomes of “?” the same type',
    ],
    [
      "data.km.startsWith('1')",
      0,
      '“startsWith”用于文字，不能用于数字',
      '“startsWith” takes text, not a number',
      ...TEXT,
    ],
    [
      'data.note.contains(data.km)',
      0,
      '“contains”用于文字，不能用于数字',
      '“contains” takes text, not a number',
      ...TEXT,
    ],
    [
      "data.note.matches('x')",
      0,
      '不支持“matches”',
      '“matches” is not part of the condition language',
      '文字可用：startsWith、endsWith、contains（各一个参数）',
      'Texts have startsWith, endsWith, contains (one argument each)',
    ],
    [
      "data.note.contains('x', 'y')",
      0,
      '不支持“contains”',
      '“contains” is not part of the condition language',
      '文字可用：startsWith、endsWith、contains（各一个参数）',
      'Texts have startsWith, endsWith, contains (one argument each)',
    ],
    [
      "data.kind in 'visit'",
      13,
      '“in”右边需要列表，得到的是文字',
      '“in” needs a list on its right, not text',
      ...LISTED,
    ],
    [
      "data.note in ['a', data.note]",
      19,
      '列表中只能写固定的文字或数字',
      'A list may hold only texts and numbers written out',
      ...FIXED,
    ],
    [
      'size(data.km) > 1',
      0,
      'size() 用于列表或文字，不能用于数字',
      'size() takes a list or text, not a number',
      '数字可直接比较',
      'Compare a number directly',
    ],
    [
      'data.km.size() > 1',
      0,
      'size() 用于列表或文字，不能用于数字',
      'size() takes a list or text, not a number',
      '数字可直接比较',
      'Compare a number directly',
    ],
    [
      'data.km.part > 1',
      8,
      '“data.km”没有下级字段“part”',
      '“data.km” has no field “part”',
      '直接使用 data.km',
      'Use data.km by itself',
    ],
    [
      'data.kms > 1',
      5,
      '没有名为“data.kms”的字段',
      'There is no field named “data.kms”',
      '可用：data.km',
      'Use data.km',
    ],
    [
      'empty.km > 1',
      6,
      '没有名为“empty.km”的字段',
      'There is no field named “empty.km”',
      '先在表单中定义该字段',
      'Define the field in the form first',
    ],
    [
      'where > 1',
      0,
      '没有名为“where”的字段',
      'There is no field named “where”',
      '可用：data, subject, calendar, empty',
      'Use data, subject, calendar, empty',
    ],
    ['has(1)', 4, '此处只能写字段名', 'Only a field name may stand here', '例如 data.字段名', 'Write data.field_name'],
    ['has(size(data.note))', 4, '此处只能写字段名或参数', 'Only a field name or a parameter may stand here', ...NAME],
    ['param(3) > 1', 0, '此处只能写字段名或参数', 'Only a field name or a parameter may stand here', ...NAME],
    ["param('a', 'b') > 1", 0, '此处只能写字段名或参数', 'Only a field name or a parameter may stand here', ...NAME],
    [
      "param('a') > 1",
      0,
      '此处不能读参数',
      'Parameters cannot be read here',
      '在指标或评分办法的集合中使用',
      'Use it over a set of a measure or rating',
    ],
    [
      'data.km == null',
      11,
      '不能与 null 比较：未填写的值“未知”，不是一个值',
      'null cannot be compared: what was not recorded is not known, and is not a value',
      '用 has(data.字段) 或 !has(data.字段)',
      'Use has(data.field) or !has(data.field)',
    ],
    [
      'min(data.km) > 1',
      0,
      '“min”取两个以上数字，或两个以上日期',
      '“min” takes two or more numbers, or two or more dates',
      '写作 min(data.due, period.end)',
      'Write min(data.due, period.end)',
    ],
    [
      'max(data.on, data.km, 1) > 1',
      0,
      '“max”取两个以上数字，或两个以上日期',
      '“max” takes two or more numbers, or two or more dates',
      '写作 max(data.due, period.end)',
      'Write max(data.due, period.end)',
    ],
    [
      'ceil(data.note) > 1',
      0,
      '“ceil(text)”的写法不对',
      '“ceil(text)” is not written as it must be',
      '写作 ceil(data.hours / 8)',
      'Write ceil(data.hours / 8)',
    ],
    [
      'plus_days(data.on) > data.on',
      0,
      '“plus_days”的写法不对',
      '“plus_days” is not written as it must be',
      '写作 plus_days(entry.date, 15)',
      'Write plus_days(entry.date, 15)',
    ],
    ...[
      ['data.km >= "8"', '>=', '数字', '文字', 'a number', 'text'] as const,
      ['data.kinds == data.kind', '==', '列表', '文字', 'a list', 'text'] as const,
      ['data.kinds != data.kinds', '!=', '列表', '列表', 'a list', 'a list'] as const,
      ['data.done < true', '<', '是/否', '是/否', 'yes or no', 'yes or no'] as const,
      ['subject == subject', '==', '一组字段', '一组字段', 'a group of fields', 'a group of fields'] as const,
      [
        'calendar == calendar',
        '==',
        '工作日历',
        '工作日历',
        'the calendar of working days',
        'the calendar of working days',
      ] as const,
      ['subject.attributes.any > data.kinds', '>', '任意值', '列表', 'any value', 'a list'] as const,
      ['data.at > data.on', '>', '钟点', '日期', 'a time of day', 'a date'] as const,
    ].map(([source, sign, zh, zhToo, en, enToo]): [string, number, string, string, string, string] => [
      source,
      0,
      `不能用“${sign}”比较${zh}与${zhToo}`,
      `“${sign}” cannot compare ${en} with ${enToo}`,
      '两边用同一类型；列表用 in 或 size()',
      'Use one type on both sides; for lists use in or size()',
    ]),
    ...['>', '+', 'min'].map((sign): [string, number, string, string, string, string] => [
      sign === 'min' ? 'min(data.km, data.wells) > 1' : `data.km ${sign} data.wells${sign === '+' ? ' > 1' : ''}`,
      0,
      `单位不同：“km”与“well”不能用“${sign}”`,
      `The units differ: “km” and “well” do not fit “${sign}”`,
      '换成同一单位，或分别统计',
      'Bring both to one unit, or count them apart',
    ]),
    [
      "data.kind == 'vist'",
      13,
      '“vist”不是该字段的选项',
      '“vist” is not an option of this field',
      '是否为“visit”？',
      'Did you mean “visit”?',
    ],
    [
      "'harvest' == data.kind",
      0,
      '“harvest”不是该字段的选项',
      '“harvest” is not an option of this field',
      '选项有：visit、gift',
      'Its options are visit, gift',
    ],
    [
      "data.kind in ['gift', 'harvest']",
      13,
      '“harvest”不是该字段的选项',
      '“harvest” is not an option of this field',
      '选项有：visit、gift',
      'Its options are visit, gift',
    ],
    [
      "'harvest' in data.kinds",
      0,
      '“harvest”不是该字段的选项',
      '“harvest” is not an option of this field',
      '选项有：road、water',
      'Its options are road, water',
    ],
  ])('%s at %i', (source, offset, zh, en, wayZh, wayEn) => {
    expect(refused(() => compilePredicate(source, variables))).toEqual([offset, zh, en, wayZh, wayEn]);
  });

  it.each(['data[0]', '{data.km: 1}', 'b"x" == data.note', 'tomorrow() > data.on'])(
    '%s is not part of the language, and what is part of it is listed',
    (source) => {
      const [, zh, en, wayZh, wayEn] = refused(() => compilePredicate(source, variables));
      expect(zh).toMatch(/^条件语言不支持“.+”$/);
      expect(en).toMatch(/^“.+” is not part of the condition language$/);
      for (const way of [wayZh, wayEn])
        expect(way).toMatch(/: ?|：&& \|\| ! == .* contains days_between\(\) working_days_between\(\) .* floor\(\)$/);
    },
  );
});

describe('a value of the wrong kind', () => {
  const WAY = ['改用相应类型的字段或比较', 'Use a field or comparison of that type'];

  it.each<[string, () => unknown, string, string]>([
    [
      'a condition',
      () => compilePredicate('data.km', variables),
      '条件须得出“是/否”，得到的是数字',
      'A condition must give yes or no, not a number',
    ],
    [
      'a number',
      () => compileNumber('data.done', variables),
      '此处须得出数字，得到的是是/否',
      'This must give a number, not yes or no',
    ],
    [
      'an exact number',
      () => compileExact('data.on', variables),
      '此处须得出数字，得到的是日期',
      'This must give a number, not a date',
    ],
    [
      'a field',
      () => compileValue('subject', variables),
      '此处须是一个字段，得到的是一组字段',
      'This must be one field, not a group of fields',
    ],
  ])('where %s is asked for', (_, compile, zh, en) => expect(refused(compile)).toEqual([0, zh, en, ...WAY]));
});

describe('what the parser finds wrong, in words', () => {
  it.each([
    ['Unexpected token: EOF', '到结尾还不完整', 'it breaks off before it is complete'],
    ['Expected RPAREN, got EOF', '到结尾还不完整', 'it breaks off before it is complete'],
    ['Expected RPAREN, got COMMA', '此处应为 )，实为 ,', ') is needed here, not ,'],
    ['Expected IDENTIFIER, got NUMBER', '此处应为 名称，实为 数字', 'a name is needed here, not a number'],
    ['Unexpected token: MULTIPLY', '此处不应是 *', '* cannot stand here'],
    ['Unexpected token: STRANGE', '此处不应是 STRANGE', 'STRANGE cannot stand here'],
    ["Unexpected character: '#'", '此处不应有 #', '# cannot stand here'],
    ['Unexpected character: #', '此处不应有 #', '# cannot stand here'],
    ['Unterminated string', '引号没有成对', 'a quote is not closed'],
    ['Newlines not allowed in single-quoted strings', '引号里不能换行', 'a quoted text cannot hold a line break'],
    ['Invalid number: 1.2.3', '数字写得不对', 'a number is not written as it must be'],
    ['Invalid hex integer', '数字写得不对', 'a number is not written as it must be'],
    ['Reserved identifier: for', 'for 不能用作名称', 'for cannot be a name'],
    ['Something else', 'Something else', 'Something else'],
    ['Not Unterminated', 'Not Unterminated', 'Not Unterminated'],
  ])('%s', (message, zh, en) => expect(celWords(message)).toEqual({ 'zh-CN': zh, en }));

  it.each([
    ['data.km > 1 &&', 14, '条件写法有误：到结尾还不完整', 'it breaks off before it is complete'],
    ['(data.km > 1', 12, '条件写法有误：到结尾还不完整', 'it breaks off before it is complete'],
    ["data.note == 'x", 13, '条件写法有误：引号没有成对', 'a quote is not closed'],
    ['data.km > 1 )', 12, '条件写法有误：此处不应有 )', ') cannot stand here'],
    ['data.km # 1', 8, '条件写法有误：此处不应有 #', '# cannot stand here'],
  ])('%s', (source, offset, said, en) => {
    const [at, zh, english, wayZh, wayEn] = refused(() => compilePredicate(source, variables));
    expect([at, english]).toEqual([offset, `The condition cannot be read: ${en}`]);
    expect(zh).toBe(said);
    expect(wayZh).toBe('检查括号、引号与运算符是否成对、完整');
    expect(wayEn).toBe('Check that brackets, quotes and operators are complete');
  });
});
