import { refuse } from './error.ts';
import type { Node } from './node.ts';

const ORDERED: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
type Comparison = Extract<Node, { op: '<' | '<=' | '>' | '>=' }>;
const isComparison = (node: Node): node is Comparison => ORDERED.has(node.op);

/** `1 <= x < 3`: a comparison of a comparison, with what was meant. @throws ConditionError */
export function refuseChained(node: Node, left: Node, right: Node): void {
  if (!isComparison(node) || !isComparison(left)) return;
  const written = (one: Node): string => one.input.slice(one.start, one.end).trim();
  const meant = `${written(left)} && ${written(left.args[1])} ${node.op} ${written(right)}`;
  refuse(node.pos, '三个数不能连着比较', 'Three things cannot be compared in one', `写作 ${meant}`, `Write ${meant}`);
}
