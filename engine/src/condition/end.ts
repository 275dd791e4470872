import { refuse } from './error.ts';
import type { Compiled, Held, NodeOf, Scope } from './node.ts';
import { isNumber, isText, type VariableType } from './type.ts';
import { requireSameUnit } from './unit.ts';

/** `min(a, b)`, `max(a, b)`: the smaller or larger of two numbers, the earlier or later of two dates. */
export function compileEnd(node: NodeOf<'call'>, scope: Scope, name: 'min' | 'max'): Compiled {
  const [a, b] = node.args[1].map((arg) => scope.compile(arg));
  if (!a || !b || node.args[1].length !== 2 || !alike(a.type, b.type)) {
    return refuse(
      node.start,
      `“${name}”取两个数字或两个日期`,
      `“${name}” takes two numbers or two dates`,
      `写作 ${name}(data.due, period.end)`,
      `Write ${name}(data.due, period.end)`,
    );
  }
  if (a.type.type === 'number' && b.type.type === 'number') requireSameUnit(a.type.unit, b.type.unit, name, node.start);
  return { type: typeOf(a.type, b.type), run: (env) => endOf(name, a.run(env), b.run(env)) };
}

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
