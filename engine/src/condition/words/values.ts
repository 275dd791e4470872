import type { Language } from '../../value.ts';
import type { Sign } from '../arithmetic.ts';
import { callWords } from '../calls.ts';
import type { Node, NodeOf } from '../node.ts';
import { namePhrase, valuePhrase } from './names.ts';
import { atom, BINDS, close, held, type Phrase, phrase } from './phrase.ts';
import { type Reading, writtenList, writtenValue } from './reading.ts';
import { choice, statement } from './statements.ts';

const SIGNS: Record<Sign, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

/** A number, text, day or list in words; `beside` is what it is compared with, whose options name it. */
export function value(node: Node, read: Reading, beside?: Node): Phrase {
  const list = writtenList(node);
  if (list) {
    const all = list.map((one) => valuePhrase(one, null).words);
    return atom(all.map((one) => one['zh-CN']).join('、'), all.map((one) => one.en).join(', '));
  }
  switch (node.op) {
    case 'value':
      return valuePhrase(writtenValue(node), beside ? read.typeOf(beside) : null);
    case 'id':
    case '.':
      return namePhrase(read.name(node));
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(node, read);
    case '-_':
      return negative(node, read);
    case '?:':
      return choice(node, read, (one) => value(one, read));
    case 'call':
      if (node.args[0] === 'param') return namePhrase(read.name(node));
      return sizeOf(node, read) ?? called(node, read) ?? statement(node, read);
    case 'rcall':
      return sizeOf(node, read) ?? called(node, read) ?? statement(node, read);
    default:
      return statement(node, read);
  }
}

function arithmetic(node: NodeOf<Sign>, read: Reading): Phrase {
  const [left, right] = node.args;
  const own = node.op === '+' || node.op === '-' ? BINDS.sum : BINDS.product;
  const inverse = node.op === '-' || node.op === '/';
  const a = held(value(left, read), own);
  const b = held(value(right, read), inverse ? (own === BINDS.sum ? BINDS.product : BINDS.atom) : own);
  const sign = SIGNS[node.op];
  return phrase(`${a['zh-CN']} ${sign} ${b['zh-CN']}`, `${a.en} ${sign} ${b.en}`, own);
}

function negative(node: NodeOf<'-_'>, read: Reading): Phrase {
  const of = held(value(node.args, read), BINDS.atom);
  return phrase(`−${of['zh-CN']}`, `−${of.en}`, BINDS.product);
}

/** A function over dates or numbers. */
function called(node: NodeOf<'call' | 'rcall'>, read: Reading): Phrase | null {
  const words = node.op === 'call' ? callWords(node.args[0], node.args[1].length) : null;
  if (!words || node.op !== 'call') return null;
  const args = node.args[1].map((arg) => held(value(arg, read), BINDS.sum));
  const filled = (template: string, language: Language): string[] =>
    template.split(/\$(\d+)/).map((part, i) => (i % 2 === 0 ? part : (args[Number(part) - 1]?.[language] ?? '')));
  return phrase(
    close(...filled(words['zh-CN'], 'zh-CN').map((part) => part.trim())),
    filled(words.en, 'en').join(''),
    AMONG.has(node.args[0]) ? BINDS.among : BINDS.product,
  );
}

/** Functions told as one of several, so that arithmetic around them would run into the list. */
const AMONG: ReadonlySet<string> = new Set(['min', 'max']);

/** Members of a list, characters of a text. */
function sizeOf(node: NodeOf<'call' | 'rcall'>, read: Reading): Phrase | null {
  const of = node.op === 'call' ? node.args[1][0] : node.args[1];
  if (node.args[0] !== 'size' || !of) return null;
  const { 'zh-CN': zh, en } = held(value(of, read), BINDS.atom);
  return read.typeOf(of)?.type === 'text'
    ? phrase(close(zh, '的字数'), `the length of ${en}`, BINDS.atom)
    : phrase(close(zh, '的项数'), `the number of ${en}`, BINDS.atom);
}
