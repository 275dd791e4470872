import { say } from '../words.ts';
import { compileArithmetic, compileNegative } from './arithmetic.ts';
import { callNames, compileFunction } from './calls.ts';
import { compileComparison } from './comparison.ts';
import type { Doubt } from './day-text.ts';
import { compileEnd } from './end.ts';
import { ConditionError, refuse } from './error.ts';
import { insteadOf } from './excel.ts';
import { compileChoice, compileLogic, compileNot } from './logic.ts';
import { compileIn, compileList, compileSize } from './membership.ts';
import { compileHas, compileName, type Name, resolveName } from './names.ts';
import type { Compiled, Node, NodeOf, Scope } from './node.ts';
import { NO_PERCENT } from './percent.ts';
import { treeOf } from './source.ts';
import { compileTextMethod } from './text.ts';
import type { Variables, VariableType } from './type.ts';

export interface CompiledSource extends Compiled {
  /** Every name it reads, e.g. `data.kilometres`. */
  readonly reads: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** Parses, type-checks and compiles a source to closures. @throws ConditionError */
export function compileSource(source: string, variables: Variables): CompiledSource {
  const reads = new Set<string>();
  const resolve = (node: Node): Name => {
    const name = resolveName(node, variables);
    reads.add(name.path.join('.'));
    return name;
  };
  const hasCalendar = variables.calendar?.type === 'calendar';
  const doubts: Doubt[] = [];
  const doubt = (found: Doubt | null): void => void (found && doubts.push(found));
  const scope: Scope = { resolve, doubt, hasCalendar, compile: (node) => compileNode(node, scope) };
  const compiled = compileNode(parsed(source), scope);
  return { ...compiled, reads: [...reads], doubts };
}

export const parsed = (source: string): Node => treeOf(source, say('条件', 'condition'));

function compileNode(node: Node, scope: Scope): Compiled {
  switch (node.op) {
    case 'value':
      return compileLiteral(node);
    case 'id':
    case '.':
      return compileName(scope.resolve(node));
    case '&&':
    case '||':
      return compileLogic(node, scope);
    case '!_':
      return compileNot(node, scope);
    case '?:':
      return compileChoice(node, scope);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compileComparison(node, scope);
    case '+':
    case '-':
    case '*':
    case '/':
      return compileArithmetic(node, scope);
    case '-_':
      return compileNegative(node, scope);
    case 'in':
      return compileIn(node, scope);
    case 'list':
      return compileList(node, scope);
    case 'call':
      return compileCall(node, scope);
    case 'rcall':
      if (node.args[0] === 'size' && node.args[2].length === 0) return compileSize(node, scope.compile(node.args[1]));
      return compileTextMethod(node, scope);
    case '%':
      return refuse(node.pos, ...NO_PERCENT);
    case '.?':
    case '[]':
    case '[?]':
    case 'map':
      return unsupported(node.pos, node.op);
  }
}

function compileLiteral(node: NodeOf<'value'>): Compiled {
  const value = typeof node.args === 'bigint' ? Number(node.args) : node.args;
  if (value === null) {
    refuse(
      node.start,
      '不能与 null 比较：未填写的值“未知”，不是一个值',
      'null cannot be compared: what was not recorded is not known, and is not a value',
      '用 has(data.字段) 或 !has(data.字段)',
      'Use has(data.field) or !has(data.field)',
    );
  }
  const type = LITERAL_TYPES[typeof value];
  if (type === undefined) return unsupported(node.start, 'bytes / uint');
  const literal = value as string | number | boolean;
  return { type, run: () => literal, literal };
}

const LITERAL_TYPES: Readonly<Record<string, VariableType>> = {
  number: { type: 'number' },
  string: { type: 'text' },
  boolean: { type: 'boolean' },
};

function compileCall(node: NodeOf<'call'>, scope: Scope): Compiled {
  const [name, args] = node.args;
  const [argument] = args;
  if (name === 'has' && argument && args.length === 1) return compileHas(scope.resolve(argument));
  if (name === 'param') return compileName(scope.resolve(node));
  if (name === 'size' && argument && args.length === 1) return compileSize(node, scope.compile(argument));
  if (name === 'min' || name === 'max') return compileEnd(node, scope, name);
  return compileFunction(node, scope) ?? noSuchFunction(node.start, name);
}

function noSuchFunction(offset: number, name: string): never {
  const wayOut = insteadOf(name, 'inCondition');
  if (wayOut === null) return unsupported(offset, `${name}()`);
  throw new ConditionError(say(`条件里没有 ${name}()`, `A condition has no ${name}()`), wayOut, offset);
}

function unsupported(offset: number, construct: string): never {
  refuse(
    offset,
    `条件语言不支持“${construct}”`,
    `“${construct}” is not part of the condition language`,
    `可用：&& || ! == != < <= > >= + - * / ?: in [列表] has() param() size() min() max() startsWith endsWith contains ${callNames()}`,
    `Available: && || ! == != < <= > >= + - * / ?: in [list] has() param() size() min() max() startsWith endsWith contains ${callNames()}`,
  );
}
