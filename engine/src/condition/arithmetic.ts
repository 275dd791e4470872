import { Decimal, divide, settledNumber } from '../decimal.ts';
import { refuse } from './error.ts';
import type { Compiled, Node, NodeOf, Scope } from './node.ts';
import { isNumber, typeWords, type VariableType } from './type.ts';
import { requireSameUnit, unitOfOperation } from './unit.ts';

export type Sign = '+' | '-' | '*' | '/';
const LARGEST = Number.MAX_SAFE_INTEGER;

/** 0.1 + 0.2 is 0.3: parts that are not whole are worked out in decimal and given back as the nearest number. */
const OPERATE: Record<Sign, (a: number, b: number) => number | undefined> = {
  '+': (a, b) => exact(a, b, a + b) ?? worked(a, b, (x, y) => x.plus(y)),
  '-': (a, b) => exact(a, b, a - b) ?? worked(a, b, (x, y) => x.minus(y)),
  '*': (a, b) => exact(a, b, a * b) ?? worked(a, b, (x, y) => x.times(y)),
  '/': (a, b) => (b === 0 ? undefined : worked(a, b, divide)),
};

function worked(a: number, b: number, operate: (a: Decimal, b: Decimal) => Decimal): number {
  const [x, y] = [new Decimal(a), new Decimal(b)];
  return settledNumber(operate(x, y), [x, y]).toNumber();
}

const exact = (a: number, b: number, result: number): number | undefined =>
  Number.isInteger(a) && Number.isInteger(b) && Math.abs(result) <= LARGEST ? result : undefined;

export function compileArithmetic(node: NodeOf<Sign>, scope: Scope): Compiled {
  const [left, right] = node.args.map((side) => asNumber(side, scope)) as [Compiled, Compiled];
  const [a, b] = [unitOf(left.type), unitOf(right.type)];
  if (node.op === '+' || node.op === '-') requireSameUnit(a, b, node.op, node.pos);
  const operate = OPERATE[node.op];
  return {
    type: numberOf(unitOfOperation(node.op, a, b)),
    run: (env) => {
      const [x, y] = [left.run(env), right.run(env)];
      return typeof x === 'number' && typeof y === 'number' ? operate(x, y) : undefined;
    },
  };
}

export function compileNegative(node: NodeOf<'-_'>, scope: Scope): Compiled {
  const { type, run, literal } = asNumber(node.args, scope);
  const negate = (value: unknown): number | undefined => (typeof value === 'number' ? -value : undefined);
  const fixed = negate(literal);
  return { type, run: (env) => negate(run(env)), ...(fixed === undefined ? {} : { literal: fixed }) };
}

const unitOf = (type: VariableType): string | undefined => (type.type === 'number' ? type.unit : undefined);
const numberOf = (unit: string | undefined): VariableType =>
  unit === undefined ? { type: 'number' } : { type: 'number', unit };

export function asNumber(node: Node, scope: Scope): Compiled {
  const compiled = scope.compile(node);
  if (!isNumber(compiled.type)) {
    refuse(
      node.start,
      `此处需要数字，得到的是${typeWords(compiled.type)['zh-CN']}`,
      `A number is needed here, not ${typeWords(compiled.type).en}`,
      '使用数字字段、数字，或 size(列表)',
      'Use a number field, a number, or size(list)',
    );
  }
  return compiled;
}
