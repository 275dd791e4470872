import type { Node, NodeOf } from '../node.ts';
import { namePhrase, valuePhrase } from './names.ts';
import { BINDS, close, held, type Phrase, phrase } from './phrase.ts';
import { type Reading, writtenList, writtenValue } from './reading.ts';
import { compared, OPPOSITE, type RelationNode } from './relations.ts';

/** A condition as something that is said: `holds` false says the opposite. */
export function statement(node: Node, read: Reading, holds = true): Phrase {
  switch (node.op) {
    case '!_':
      return statement(node.args, read, !holds);
    case '&&':
    case '||':
      return holds ? joined(node, read) : denied(joined(node, read));
    case '?:':
      return holds ? choice(node, read, statement) : denied(choice(node, read, statement));
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(node, read, holds);
    case 'in':
      return membership(node, read, holds);
    case 'call':
      return filled(node, read, holds);
    case 'rcall':
      return textual(node, read, holds);
    case 'value':
      return (node.args === true) === holds ? phrase('始终成立', 'always') : phrase('从不成立', 'never');
    default:
      return yes(node, read, holds);
  }
}

const denied = (said: Phrase): Phrase =>
  phrase(`并非（${said.words['zh-CN']}）`, `not (${said.words.en})`, BINDS.statement);

/** `a && b && c` is one list; what is joined otherwise stands in brackets. */
function joined(node: NodeOf<'&&' | '||'>, read: Reading): Phrase {
  const said = partsOf(node, node.op).map((part) => held(statement(part, read), BINDS.statement));
  const [zh, en] = node.op === '&&' ? ['且', ' and '] : ['或', ' or '];
  return phrase(said.map((one) => one['zh-CN']).join(zh), said.map((one) => one.en).join(en), BINDS.joined);
}

const partsOf = (node: Node, op: '&&' | '||'): Node[] =>
  node.op === op ? node.args.flatMap((side) => partsOf(side, op)) : [node];

/** `when ? then : otherwise`, of statements or of values. */
export function choice(node: NodeOf<'?:'>, read: Reading, say: (node: Node, read: Reading) => Phrase): Phrase {
  const [when, then, otherwise] = node.args;
  const condition = held(statement(when, read), BINDS.joined);
  const [a, b] = [held(say(then, read), BINDS.statement), held(say(otherwise, read), BINDS.statement)];
  return phrase(
    close(`若${condition['zh-CN']}则`, a['zh-CN'], '，否则', b['zh-CN']),
    `if ${condition.en} then ${a.en}, otherwise ${b.en}`,
    BINDS.joined,
  );
}

function comparison(node: RelationNode, read: Reading, holds: boolean): Phrase {
  const [left, right] = node.args;
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const value = writtenValue(side);
    if (typeof value === 'boolean' && (node.op === '==' || node.op === '!=')) {
      return statement(other, read, (value === (node.op === '==')) === holds);
    }
  }
  return compared(holds ? node.op : OPPOSITE[node.op], left, right, read);
}

function membership(node: NodeOf<'in'>, read: Reading, holds: boolean): Phrase {
  const [itemNode, listNode] = node.args;
  const written = writtenList(listNode);
  if (!written) {
    const item = held(read.value(itemNode, listNode), BINDS.atom);
    const list = held(read.value(listNode), BINDS.atom);
    const [zh, en] = holds ? ['含', 'includes'] : ['不含', 'does not include'];
    return phrase(close(list['zh-CN'], zh, item['zh-CN']), `${list.en} ${en} ${item.en}`);
  }
  const item = held(read.value(itemNode), BINDS.sum);
  const type = read.typeOf(itemNode);
  const options = written.map((value) => valuePhrase(value, type).words);
  const [zh, en] = [options.map((one) => one['zh-CN']).join('、'), options.map((one) => one.en).join(', ')];
  if (written.length === 1) {
    return holds
      ? phrase(close(item['zh-CN'], '是', zh), `${item.en} is ${en}`)
      : phrase(close(item['zh-CN'], '不是', zh), `${item.en} is not ${en}`);
  }
  return holds
    ? phrase(close(item['zh-CN'], '是', zh, '之一'), `${item.en} is one of ${en}`)
    : phrase(close(item['zh-CN'], '不是', zh, '中的任何一个'), `${item.en} is none of ${en}`);
}

function filled(node: NodeOf<'call'>, read: Reading, holds: boolean): Phrase {
  const [name, [argument]] = node.args;
  if (name !== 'has' || !argument) return yes(node, read, holds);
  const { words } = namePhrase(read.name(argument));
  return holds
    ? phrase(close('填了', words['zh-CN']), `${words.en} is filled in`)
    : phrase(close('没填', words['zh-CN']), `${words.en} is not filled in`);
}

const METHODS: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  startsWith: ['以', '不以', '开头', 'starts with', 'does not start with'],
  endsWith: ['以', '不以', '结尾', 'ends with', 'does not end with'],
  contains: ['含有', '不含', '', 'contains', 'does not contain'],
};

function textual(node: NodeOf<'rcall'>, read: Reading, holds: boolean): Phrase {
  const [name, of, [argument]] = node.args;
  const method = METHODS[name];
  if (!method || !argument) return yes(node, read, holds);
  const [text, part] = [held(read.value(of), BINDS.atom), held(read.value(argument), BINDS.atom)];
  const [does, doesNot, end, en, enNot] = method;
  return phrase(
    close(text['zh-CN'], holds ? does : doesNot, part['zh-CN'], end),
    `${text.en} ${holds ? en : enNot} ${part.en}`,
  );
}

/** A field that holds yes or no. */
function yes(node: Node, read: Reading, holds: boolean): Phrase {
  const type = read.typeOf(node);
  const own = type?.type === 'boolean' ? (holds ? type.yes : type.no) : undefined;
  if (own) return phrase(own['zh-CN'], own.en);
  const { 'zh-CN': zh, en } = held(read.value(node), BINDS.sum);
  return holds ? phrase(close(zh, '为是'), `${en} is yes`) : phrase(close(zh, '为否'), `${en} is no`);
}
