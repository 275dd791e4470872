import type { YAMLParseError } from 'yaml';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { deeperBelow, lineStart, outOfLine } from './yaml-line.ts';
import {
  firstDash,
  keyTwice,
  noComma,
  notClosed,
  type Opened,
  opened,
  SECOND_DOCUMENT,
  WIDE_SPACE,
} from './yaml-marks.ts';

export interface Said {
  readonly words: Words;
  readonly wayOut: Words;
}

const INDENT = say(
  '与上一行同级的键要从同一列写起；下一级多空两格',
  'Keys of one level begin in one column; the next level has two spaces more',
);
const COLON = say('键后写英文冒号加一个空格：“键: 值”', 'Write a colon and a space after a key: `key: value`');

/** What the parser's errors mean to whoever wrote the line. */
const MEANING: Readonly<Record<string, Said>> = {
  BAD_INDENT: { words: say('缩进与上文对不齐', 'The indentation does not fit the lines above'), wayOut: INDENT },
  BLOCK_AS_IMPLICIT_KEY: {
    words: say(
      '这一行的缩进或冒号与上文对不上',
      'The indentation or a colon of this line does not fit the lines above',
    ),
    wayOut: say(`${INDENT['zh-CN']}；值里有“: ”或“#”时加引号`, `${INDENT.en}; quote a value that holds “: ” or “#”`),
  },
  MULTILINE_IMPLICIT_KEY: {
    words: say('这一行不是“键: 值”', 'This line is not `key: value`'),
    wayOut: say(`${COLON['zh-CN']}；缩进与上文对齐`, `${COLON.en}; indent it as the lines above`),
  },
  MISSING_CHAR: {
    words: say('缺少配对的括号、引号、逗号或冒号', 'A bracket, quote, comma or colon is missing'),
    wayOut: say('补上它；列表与 { } 里用英文逗号分隔', 'Add it; lists and { } are separated by commas'),
  },
  BLOCK_IN_FLOW: {
    words: say('{ } 或 [ ] 里的写法有误', 'What stands inside { } or [ ] cannot be read'),
    wayOut: say('用英文逗号分隔；值里有“: ”时加引号', 'Separate by commas; quote a value that holds “: ”'),
  },
  DUPLICATE_KEY: {
    words: say('同一个键写了两次', 'A key is written twice'),
    wayOut: say('删去一个，或合并两处的内容', 'Remove one, or bring both together'),
  },
  UNEXPECTED_TOKEN: {
    words: say('值后面多出了文字', 'There is more after the value'),
    wayOut: say(
      '各项之间用英文逗号分隔；引号成对；值里有标点时给整个值加引号',
      'Separate by commas, pair the quotes, and quote a value that holds signs',
    ),
  },
  BAD_ALIAS: {
    words: say('“*”后没有名字', 'A `*` has no name'),
    wayOut: say('“*”开头的文字加引号；引用则写 *名字', 'Quote text that begins with `*`; to repeat a part write *name'),
  },
  BAD_SCALAR_START: {
    words: say('值不能以这个符号开头', 'A value cannot begin with this sign'),
    wayOut: say('给整个值加引号', 'Put the whole value into quotes'),
  },
};

const SIGNS: Readonly<Record<string, string>> = {
  '：': '": "',
  '，': '","',
  '｛': '"{"',
  '｝': '"}"',
  '［': '"["',
  '］': '"]"',
  '“': "'\"'",
  '”': "'\"'",
  '＃': '"#"',
  '【': '"["',
  '】': '"]"',
};

/** A `*name` that stands for nothing. */
export const NO_SUCH_NAME: Said = {
  words: say('“*名字”没有对应的“&名字”', 'A `*name` has no `&name`'),
  wayOut: say('“&名字”要写在同一文件的前面', 'The `&name` must stand earlier in the same file'),
};

/** Letters that are no text in UTF-8: saved by a program that writes GBK or UTF-16. */
export const NOT_UTF8: Said = {
  words: say(
    '这个文件不是 UTF-8 编码（可能是 GBK 或 Unicode）',
    'This file is not in UTF-8 (perhaps in GBK or UTF-16)',
  ),
  wayOut: say('用编辑器“另存为”，编码选 UTF-8', 'Save it again in your editor with the encoding UTF-8'),
};

/** `where: !data.late` is read as a YAML tag, not as “not”. */
export const UNQUOTED_NOT: Said = {
  words: say('以 ! 开头的值没有加引号', 'A value that begins with ! has no quotes'),
  wayOut: say('整个值加引号："!data.late"', 'Put the whole value into quotes: "!data.late"'),
};

/** A YAML error in words, with the likeliest cause on its line, and where the cause stands when that is elsewhere; lines count from 1. */
export function yamlWords(error: YAMLParseError, rows: readonly string[], number: number): Said & Partial<Opened> {
  const line = rows[number - 1] ?? '';
  const start = lineStart(line);
  if (start) return start;
  if (/:[\u00a0\u3000]/.test(line)) return WIDE_SPACE;
  const code = codeOf(error);
  const cause = causeOf(code, error.message, rows, number);
  const said = cause ??
    MEANING[code] ?? {
      words: say(`这一行的写法有误（${error.message}）`, `This line cannot be read: ${error.message}`),
      wayOut: say('检查缩进、冒号、引号，以及多出的文字', 'Check indentation, colons, quotes, and what is too much'),
    };
  const chinese = chineseSign(line);
  return chinese === null ? said : { words: (MEANING[code] ?? said).words, wayOut: chinese };
}

/** What more the lines say about an error; null when they say nothing. */
function causeOf(
  code: string,
  message: string,
  rows: readonly string[],
  number: number,
): (Said & Partial<Opened>) | null {
  if (code === 'MULTIPLE_DOCS') return SECOND_DOCUMENT;
  if (code === 'DUPLICATE_KEY') return keyTwice(rows, number);
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return firstDash(rows, number) ?? deeperBelow(rows, number);
  if (code === 'MULTILINE_IMPLICIT_KEY') return noComma(rows, number);
  if (code === 'BAD_INDENT') return firstDash(rows, number) ?? outOfLine(rows, number);
  if (!/^Missing closing|^Flow|end with a/.test(message)) return null;
  const from = opened(rows, number);
  return from && { ...notClosed(from), line: from.line, column: from.column };
}

/** What follows a bracket that is not closed is told as an indentation. */
const codeOf = ({ code, message }: YAMLParseError): string => {
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return 'MISSING_CHAR';
  return message.startsWith('Sequence item without') ? 'BAD_INDENT' : code;
};

/** Names a Chinese sign outside quotes that is probably meant as one of YAML's; null when there is none. */
export function chineseSign(text: string): Words | null {
  const bare = text.replace(/"[^"]*"|'[^']*'|#.*$/g, '');
  const found = [...bare].find((sign) => Object.hasOwn(SIGNS, sign));
  if (found === undefined) return null;
  return say(
    `这里有中文符号“${found}”：若用作标记，改为英文 ${SIGNS[found]}；若是文字，给整个值加引号`,
    `There is a Chinese “${found}” here: as a mark write ${SIGNS[found]}; as text put the whole value into quotes`,
  );
}
