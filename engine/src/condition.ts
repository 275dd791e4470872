/**
 * Conditions and numbers over one entry or subject: a closed, typed subset of CEL, compiled to
 * closures. `undefined` means not known: something the outcome depends on was not recorded.
 * `false && not known` is false, `true || not known` is true.
 */
import { compileSource } from './condition/compile.ts';
import type { Doubt } from './condition/day-text.ts';
import { type Equality, equalityOf } from './condition/equality.ts';
import { ConditionError } from './condition/error.ts';
import type { Env, Held } from './condition/node.ts';
import { isBoolean, isNumber, typeWords, type Variables, type VariableType } from './condition/type.ts';

export { ConditionError } from './condition/error.ts';
export type { Env } from './condition/node.ts';
export { openRecord, record, typeWords, type Variables, type VariableType } from './condition/type.ts';
export { conditionWords, nameWords, valueWords } from './condition/words.ts';

interface Read {
  readonly source: string;
  /** Every name it reads, e.g. `data.kilometres`. */
  readonly reads: readonly string[];
  /** What can be worked out but cannot be meant. */
  readonly doubts: readonly Doubt[];
}

export type Predicate = ((env: Env) => boolean | undefined) & Read & { readonly equals?: Equality };
export type NumberOf = ((env: Env) => number | undefined) & Read & { readonly unit?: string };
export type ValueOf = ((env: Env) => Held) & Read & { readonly type: VariableType };

/** Compiles a condition. @throws ConditionError with words, way out and offset */
export function compilePredicate(source: string, variables: Variables): Predicate {
  const { run, type, reads, doubts } = compileSource(source, variables);
  if (!isBoolean(type)) throw wrongKind(type, '条件须得出“是/否”', 'A condition must give yes or no');
  const evaluate = (env: Env): boolean | undefined => {
    const value = run(env);
    return typeof value === 'boolean' ? value : undefined;
  };
  const equals = equalityOf(source);
  return Object.assign(evaluate, { source, reads, doubts, ...(equals === undefined ? {} : { equals }) });
}

/** Compiles a number, with the unit of the fields it is made of. @throws ConditionError */
export function compileNumber(source: string, variables: Variables): NumberOf {
  const { run, type, reads, doubts } = compileSource(source, variables);
  if (!isNumber(type)) throw wrongKind(type, '此处须得出数字', 'This must give a number');
  const unit = type.type === 'number' ? type.unit : undefined;
  const evaluate = (env: Env): number | undefined => {
    const value = run(env);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  return Object.assign(evaluate, { source, reads, doubts, ...(unit === undefined ? {} : { unit }) });
}

export type ExactOf = ((env: Env) => number | string | undefined) & Read & { readonly unit?: string };

const DIGITS = /^-?\d+(\.\d+)?$/;

/** Like `compileNumber`, but a field read alone keeps every digit it was recorded with. @throws ConditionError */
export function compileExact(source: string, variables: Variables): ExactOf {
  const number = compileNumber(source, variables);
  const field = source.trim();
  if (number.reads.length !== 1 || number.reads[0] !== field)
    return Object.assign((env: Env) => number(env), { ...number });
  const path = field.split('.');
  const read = (env: Env): number | string | undefined => {
    let at: unknown = env;
    for (const key of path) at = (at as Env | null | undefined)?.[key];
    if (typeof at === 'number') return Number.isFinite(at) ? at : undefined;
    return typeof at === 'string' && DIGITS.test(at) ? at : undefined;
  };
  return Object.assign(read, { ...number });
}

/** Compiles an expression of any type, for what is counted by its distinct values or read as the latest. */
export function compileValue(source: string, variables: Variables): ValueOf {
  const { run, type, reads, doubts } = compileSource(source, variables);
  if (type.type === 'record' || type.type === 'calendar')
    throw wrongKind(type, '此处须是一个字段', 'This must be one field');
  return Object.assign((env: Env): Held => run(env), { source, reads, doubts, type });
}

const wrongKind = (type: VariableType, zh: string, en: string): ConditionError =>
  new ConditionError(
    { 'zh-CN': `${zh}，得到的是${typeWords(type)['zh-CN']}`, en: `${en}, not ${typeWords(type).en}` },
    { 'zh-CN': '改用相应类型的字段或比较', en: 'Use a field or comparison of that type' },
    0,
  );
