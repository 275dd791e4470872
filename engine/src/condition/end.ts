import { refuse } from './error.ts';
import type { Compiled, Held, NodeOf, Scope } from './node.ts';
import { isNumber, isText, type VariableType } from './type.ts';
import { requireSameUnit } from './unit.ts';

/** `min(a, b, …)`, `max(a, b, …)`: the least or greatest of numbers, the earliest or latest of dates. */
export function compileEnd(node: NodeOf<'call'>, scope: Scope, name: 'min' | 'max'): Compiled {
  const [first, ...others] = node.args[1].map((arg) => scope.compile(arg));
  if (!first || others.length === 0) return misused(node, name);
  return others.reduce((so, one) => {
    if (!alike(so.type, one.type)) return misused(node, name);
    if (so.type.type === 'number' && one.type.type === 'number')
      requireSameUnit(so.type.unit, one.type.unit, name, node.start);
    return { type: typeOf(so.type, one.type), run: (env) => endOf(name, so.run(env), one.run(env)) };
  }, first);
}

const misused = ({ start }: NodeOf<'call'>, name: string): never =>
  refuse(
    start,
    `“${name}”取两个以上数字，或两个以上日期`,
    `“${name}” takes two or more numbers, or two or more dates`,
    `写作 ${name}(data.due, period.end)`,
    `Write ${name}(data.due, period.end)`,
  );

const alike = (a: VariableType, b: VariableType): boolean => (isNumber(a) && isNumber(b)) || (isText(a) && isText(b));

function typeOf(a: VariableType, b: VariableType): VariableType {
  if (a.type === 'any') return b;
  return a.type === 'number' && a.unit === undefined ? b : a.type === 'text' && b.type === 'date' ? b : a;
}

function endOf(name: 'min' | 'max', a: Held, b: Held): Held {
  if (typeof a === 'number' && typeof b === 'number') return name === 'min' ? Math.min(a, b) : Math.max(a, b);
  if (typeof a !== 'string' || typeof b !== 'string') return undefined;
  return a <= b === (name === 'min') ? a : b;
}
