import { say } from '../words.ts';
import type { Doubt } from './day-text.ts';
import type { Held, Node, NodeOf } from './node.ts';

/** One field set against a value that is written down: `data.kind == "a"`. */
interface Bound {
  readonly field: string;
  readonly op: string;
  readonly value: string | number | boolean;
}

const TURNED: Readonly<Record<string, string>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** `a == "x" && a == "y"` can never hold, `a != "x" || a != "y"` always does: the other of && and || was meant. Null for any other. */
export function contradiction(node: NodeOf<'&&' | '||'>): Doubt | null {
  const bounds = sidesOf(node, node.op).flatMap(boundOf);
  const wanted = node.op === '&&' ? '==' : '!=';
  for (const [i, one] of bounds.entries()) {
    for (const other of bounds.slice(i + 1)) {
      if (one.field !== other.field) continue;
      const differ = one.op === wanted && other.op === wanted && one.value !== other.value;
      if (differ) return { ...(wanted === '==' ? NEVER : ALWAYS), offset: node.start };
      if (node.op === '&&' && apart(one, other)) return { ...EMPTY, offset: node.start };
    }
  }
  return null;
}

const sidesOf = (node: Node, op: '&&' | '||'): Node[] =>
  node.op === op ? node.args.flatMap((side: Node) => sidesOf(side, op)) : [node];

function boundOf(node: Node): Bound[] {
  if (!(node.op in TURNED)) return [];
  const [left, right] = node.args as readonly [Node, Node];
  const [a, b] = [literal(left), literal(right)];
  const own = b !== undefined && left.op === '.' ? { field: written(left), op: node.op, value: b } : null;
  const turned =
    a !== undefined && right.op === '.' ? { field: written(right), op: TURNED[node.op] ?? node.op, value: a } : null;
  return [own ?? turned ?? []].flat();
}

const written = (node: Node): string => node.input.slice(node.start, node.end).trim();

function literal(node: Node): Bound['value'] | undefined {
  const value: unknown = node.op === 'value' ? node.args : undefined;
  if (typeof value === 'bigint') return Number(value);
  const held = value as Held;
  return typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean' ? held : undefined;
}

/** Above one value and below another that is no greater. */
function apart(one: Bound, other: Bound): boolean {
  const [low, high] = one.op.startsWith('>') ? [one, other] : [other, one];
  if (!low.op.startsWith('>') || !high.op.startsWith('<') || typeof low.value !== typeof high.value) return false;
  const closed = low.op === '>=' && high.op === '<=';
  return low.value > high.value || (low.value === high.value && !closed);
}

const told = (zh: string, en: string, wayZh: string, wayEn: string): Omit<Doubt, 'offset'> => ({
  code: 'contradiction',
  words: say(zh, en),
  wayOut: say(wayZh, wayEn),
});

const NEVER = told(
  '一个字段不能同时是两个值：永远不成立',
  'One field is never two values: this can never hold',
  '两者之一的写 ||，或写 in ["…", "…"]',
  'Write || where either will do, or in ["…", "…"]',
);
const ALWAYS = told(
  '总有一边成立：永远成立',
  'One side always holds: this is always so',
  '两者都不是的写 &&',
  'Write && where it may be neither',
);
const EMPTY = told(
  '没有值能同时满足两端：永远不成立',
  'No value fits both ends: this can never hold',
  '核对两端；两段都算的写 ||',
  'Look at the ends again; write || where both ranges count',
);
