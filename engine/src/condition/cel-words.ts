import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** The parser's names of signs. */
const SIGNS: Readonly<Record<string, Words>> = {
  EOF: say('结尾', 'the end'),
  NUMBER: say('数字', 'a number'),
  STRING: say('文字', 'text'),
  BOOLEAN: say('true 或 false', 'true or false'),
  NULL: say('null', 'null'),
  IDENTIFIER: say('名称', 'a name'),
  PLUS: say('+', '+'),
  MINUS: say('-', '-'),
  MULTIPLY: say('*', '*'),
  DIVIDE: say('/', '/'),
  MODULO: say('%', '%'),
  EQ: say('==', '=='),
  NE: say('!=', '!='),
  LT: say('<', '<'),
  LE: say('<=', '<='),
  GT: say('>', '>'),
  GE: say('>=', '>='),
  AND: say('&&', '&&'),
  OR: say('||', '||'),
  NOT: say('!', '!'),
  IN: say('in', 'in'),
  LPAREN: say('(', '('),
  RPAREN: say(')', ')'),
  LBRACKET: say('[', '['),
  RBRACKET: say(']', ']'),
  LBRACE: say('{', '{'),
  RBRACE: say('}', '}'),
  DOT: say('.', '.'),
  COMMA: say(',', ','),
  COLON: say(':', ':'),
  QUESTION: say('?', '?'),
  BYTES: say('字节', 'bytes'),
};

const sign = (name: string): Words => SIGNS[name] ?? say(name, name);

const BREAKS_OFF = say('到结尾还不完整', 'it breaks off before it is complete');

/** What the parser of formulas and conditions finds wrong, for people. */
const FOUND: readonly [RegExp, (...parts: string[]) => Words][] = [
  [/^(Unexpected token: |Expected \w+, got )EOF$/, () => BREAKS_OFF],
  [
    /^Expected (\w+), got (\w+)$/,
    (wanted = '', got = '') => {
      const [a, b] = [sign(wanted), sign(got)];
      return say(`此处应为 ${a['zh-CN']}，实为 ${b['zh-CN']}`, `${a.en} is needed here, not ${b.en}`);
    },
  ],
  [
    /^Unexpected token: (\w+)$/,
    (name = '') => say(`此处不应是 ${sign(name)['zh-CN']}`, `${sign(name).en} cannot stand here`),
  ],
  [/^Unexpected character: '?(.)'?$/s, (one = '') => say(`此处不应有 ${one}`, `${one} cannot stand here`)],
  [/^Unterminated/, () => say('引号没有成对', 'a quote is not closed')],
  [/^Newlines not allowed/, () => say('引号里不能换行', 'a quoted text cannot hold a line break')],
  [/^Invalid (?:hex )?(?:number|integer|exponent)/, () => say('数字写得不对', 'a number is not written as it must be')],
  [/^Reserved identifier: (\w+)$/, (name = '') => say(`${name} 不能用作名称`, `${name} cannot be a name`)],
];

/** The words for a message of the parser; the message itself where none are known. */
export function celWords(message: string): Words {
  for (const [pattern, words] of FOUND) {
    const found = pattern.exec(message);
    if (found) return words(...found.slice(1));
  }
  return say(message, message);
}
