import { expect, test } from 'vitest';
import { readYaml } from './read.ts';
import { chineseSign } from './yaml-words.ts';

/** The first mistake in a text: its place, what it is, and the way out. */
function first(text: string): readonly [string, string, string] {
  const { problems, value } = readYaml('a.yaml', text);
  const [problem, ...more] = problems;
  if (!problem) throw new Error(`nothing is wrong with ${text}`);
  expect([more, value, problem.code, problem.path]).toEqual([[], null, 'yaml', 'a.yaml']);
  return [
    `${problem.line}:${problem.column}`,
    `${problem.words['zh-CN']} → ${problem.wayOut['zh-CN']}`,
    `${problem.words.en} → ${problem.wayOut.en}`,
  ];
}

const INDENT = '同级的键从同一列写起；下一级多空两格。两行里有一行写错了列';
const INDENT_EN =
  'Keys of one level begin in one column; the next level has two spaces more. One of the two lines stands wrong';

test.each([
  [
    'a group in braces that runs on without a comma',
    'a: [{ b: 1, c: before\n    d: 2 }]\n',
    '1:16',
    '这一行末尾少了逗号 → { } 和 [ ] 里，每一个“键: 值”之后写英文逗号，再写下一个',
    'A comma is missing at the end of this line → Inside { } and [ ] write a comma after each `key: value` before the next one',
  ],
  [
    'a tab',
    'a:\n\tb: 1\n',
    '2:1',
    '用了制表符缩进 → 缩进只用空格：把 Tab 换成两个空格',
    'A tab is used for indentation → Indent with spaces: two instead of each tab',
  ],
  [
    'a key further left than the keys beside it',
    'a:\n    b: 1\n  c: 2\n',
    '3:1',
    `这一行从第 3 列写起，第 2 行从第 5 列写起，缩进与上文对不齐 → ${INDENT}`,
    `This line begins in column 3 and line 2 in column 5: the indentation does not fit the lines above → ${INDENT_EN}`,
  ],
  [
    'a key further right',
    'a: 1\n  b: 2\n',
    '1:4',
    '第 2 行比第 1 行缩进得多，而第 1 行的“a”后面已写了值 → 两行是同级的，就从同一列写起',
    'Line 2 is indented more than line 1, whose “a” has its value already → When both are of one level, begin them in one column',
  ],
  [
    'a line without a space after its colon',
    'a: 1\nb:2\nc: 3\n',
    '2:1',
    '这一行不是“键: 值” → 键后写英文冒号加一个空格：“键: 值”；缩进与上文对齐',
    'This line is not `key: value` → Write a colon and a space after a key: `key: value`; indent it as the lines above',
  ],
  [
    'a bracket that is not closed',
    'a: [1, 2\n',
    '1:4',
    '这里的 [ 没有收口 → 补上与它成对的 ]；{ } 和 [ ] 里用英文逗号分隔',
    'The [ here is not closed → Write the ] that goes with it; inside { } and [ ] separate by commas',
  ],
  [
    'a quote that is not closed',
    "a: 'x\n",
    '1:4',
    "这里的 ' 没有收口 → 补上与它成对的 '；{ } 和 [ ] 里用英文逗号分隔",
    "The ' here is not closed → Write the ' that goes with it; inside { } and [ ] separate by commas",
  ],
  [
    'a list inside braces',
    'a: { b:\n  - 1 }\n',
    '2:3',
    '{ } 或 [ ] 里的写法有误 → 用英文逗号分隔；值里有“: ”时加引号',
    'What stands inside { } or [ ] cannot be read → Separate by commas; quote a value that holds “: ”',
  ],
  [
    'a key written twice',
    'a: 1\nb: 2\na: 3\n',
    '3:1',
    '同一个键“a”写了两次 → 第 1 行已有“a”：删去一个，或合并两处的内容',
    'The key “a” is written twice → Line 1 has “a” already: remove one, or bring both together',
  ],
  [
    'a name repeated that was not given',
    'a: *rate\n',
    '1:4',
    '“*名字”没有对应的“&名字” → “&名字”要写在同一文件的前面',
    'A `*name` has no `&name` → The `&name` must stand earlier in the same file',
  ],
  [
    'text that begins with an asterisk',
    'a: *\n',
    '1:4',
    '“*”后没有名字 → “*”开头的文字加引号；引用则写 *名字',
    'A `*` has no name → Quote text that begins with `*`; to repeat a part write *name',
  ],
  [
    'a value that begins with a reserved sign',
    'a: @rate\n',
    '1:4',
    '值不能以这个符号开头 → 给整个值加引号',
    'A value cannot begin with this sign → Put the whole value into quotes',
  ],
])('%s', (_, text, place, zh, en) => expect(first(text)).toEqual([place, zh, en]));

test.each([
  ['no space after the dash of an entry', 'a:\n  - b: 1\n  -c: 2\n', /^“-”后面少了空格 → .*- id: reports$/],
  ['a Chinese dash before an entry', 'a:\n  - b: 1\n  — c: 2\n', /^列表的一项不能以“—”开头 → 改为英文减号/],
  ['spaces of a word processor', '- a: 1\n\u00a0\u00a0b: 2\n  c: 3\n', /^这一行开头有全角空格或从文档里带来的特殊空格/],
  ['wide spaces', '- a: 1\n\u3000b: 2\n  c: 3\n', /^这一行开头有全角空格/],
  ['a key a space further out', '- a: 1\n b: 2\n', /^这一行从第 2 列写起，第 1 行从第 1 列写起，缩进与上文对不齐/],
  ['a key twice in braces', 'a: { b: 1, b: 2 }\n', /^同一个键写了两次 → 删去一个/],
  [
    'an entry without its dash',
    'a:\n  - id: 1\n    b: 2\n    id: 3\n',
    /^同一个键“id”写了两次 → 第 2 行已有“id”。.*在前面加“- ”/,
  ],
  [
    'a first entry without its dash',
    'a:\n    b: 1\n    c: 2\n  - b: 3\n',
    /^这一行以“- ”开头，第 2 行却没有 → .*第 2 行也加上“- ”/,
  ],
  ['a comma that is missing', 'a: [{ b: 1 } { c: 2 }]\n', /^(缺少配对的括号、引号、逗号或冒号|值后面多出了文字) → /],
  ['a bracket closed by another', 'a: { b: [1, 2, c: 3 }\n', /^这里的 \[ 没有收口 → 补上与它成对的 \]/],
  ['a key beside an entry', 'a:\n  - b: 1\n  c: 2\n', /^第 2 行是列表的一项，这一行却是同级的“键: 值” → .*去掉“- ”/],
  ['a wide space behind a colon', 'a: 1\nb:\u3000 2\nc: 3\n', /^冒号后面是全角空格/],
  ['two documents in a file', 'a: 1\n---\nb: 2\n', /^文件中间有一行“---” → 删去“---”；.*以“- ”开头/],
  [
    'changes of two people',
    'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n',
    /^这是合并两人的改动时留下的标记/,
  ],
  ['text after a value', 'a: { b: { c: 1 }，d: 2 }\n', /^值后面多出了文字 → 这里有中文符号“，”/],
  ['a condition that begins with not', 'a: { where: !data.late }\n', /^以 ! 开头的值没有加引号 → 整个值加引号/],
  ['letters that are not UTF-8', 'a: \uFFFD\uFFFD\n', /^这个文件不是 UTF-8 编码.* → 用编辑器“另存为”，编码选 UTF-8$/],
  ['UTF-16', 'a\0:\0 \x001\0\n\0', /^这个文件不是 UTF-8 编码/],
])('%s', (_, text, zh) => expect(first(text)[1]).toMatch(zh));

test('the mark that Windows puts before a text is no part of it', () => {
  expect(readYaml('a.yaml', '\uFEFF- a: 1\n').value).toEqual([{ a: 1 }]);
});

test('a name may be repeated after it was given, and only then', () => {
  expect(readYaml('a.yaml', 'a: &rate 3\nb: *rate\nc: [*rate]\n').value).toEqual({ a: 3, b: 3, c: [3] });
  expect(first('b: *rate\na: &rate 3\n')[0]).toBe('1:4');
  expect(first('a: &rate 3\nb: *rate\nc: [*rat, *rate]\n')[0]).toBe('3:5');
});

test('what has no words of its own is told as the parser says it', () => {
  const [place, zh, en] = first('a: "\\q"\n');
  expect(place).toBe('1:5');
  expect(zh).toMatch(/^这一行的写法有误（.*\\q.*） → 检查缩进、冒号、引号，以及多出的文字$/);
  expect(en).toMatch(/^This line cannot be read: .*\\q.* → Check indentation, colons, quotes, and what is too much$/);
});

test('a Chinese sign on the line is the likeliest cause, but never of a tab', () => {
  expect(first('a: ｛b: 1}\n')[2]).toContain('There is a Chinese “｛” here: as a mark write "{"');
  expect(first('a: 1\nb：2\nc: 3\n')[1]).toContain(
    '这里有中文符号“：”：若用作标记，改为英文 ": "；若是文字，给整个值加引号',
  );
  expect(first('a:\n\tb：1\n')[1]).toContain('把 Tab 换成两个空格');
});

test.each([
  ['键：值', '：'],
  ['a，b', '，'],
  ['［1］', '［'],
  ['1｝', '｝'],
  ['1］', '］'],
  ['“a', '“'],
  ['a”', '”'],
  ['a ＃ b', '＃'],
])('%s holds the sign %s', (text, sign) => expect(chineseSign(text)?.['zh-CN']).toContain(`“${sign}”`));

test.each(['plain: text', 'a: "：，"', "a: '“x”'", 'a: 1 # 备注：无', '（a）、b。'])('%s holds none', (text) =>
  expect(chineseSign(text)).toBeNull(),
);

test('a key that is a number, and a value that is left empty, have their places', () => {
  const { value, places } = readYaml('a.yaml', '# remark\n\n2026:\nlast: "~"\n');
  expect(value).toEqual({ 2026: null, last: '~' });
  const at = (pointer: string) => `${places.get(pointer)?.line}:${places.get(pointer)?.column}`;
  expect([at('/2026'), at('/2026#key'), at('/last'), at('/last#key')]).toEqual(['3:6', '3:1', '4:7', '4:1']);
  expect(readYaml('a.yaml', '').value).toBeNull();
});

test('the mark of a conflict is named where the first stands', () => {
  expect(first('a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n')[0]).toBe('2:1');
  expect(readYaml('a.yaml', 'a: |\n  <<<<<<<\n').problems).toEqual([]);
});
