import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Call } from './call.ts';
import { DATE_CALLS } from './date-calls.ts';
import { refuse } from './error.ts';
import type { Compiled, Held, NodeOf, Scope } from './node.ts';
import { NUMBER_CALLS } from './number-calls.ts';
import { TIME_CALLS } from './time-calls.ts';
import { isNumber, isText, typeWords, type VariableType } from './type.ts';

const CALLS: ReadonlyMap<string, Call> = new Map([...DATE_CALLS, ...TIME_CALLS, ...NUMBER_CALLS]);

const FITS: Record<Call['takes'][number], (type: VariableType) => boolean> = {
  number: isNumber,
  date: isText,
  time: ({ type }) => type === 'time' || type === 'text' || type === 'any',
};

const ENDS: ReadonlyMap<string, readonly [two: Words, more: Words]> = new Map([
  ['min', [say('中较小（早）者', 'the lesser or earlier of'), say('中最小（早）者', 'the least or earliest of')]],
  ['max', [say('中较大（晚）者', 'the greater or later of'), say('中最大（晚）者', 'the greatest or latest of')]],
]);

/** What a function of so many arguments is called in explanations; null when there is none of this name. */
export function callWords(name: string, taken: number): Words | null {
  const end = ENDS.get(name)?.[taken > 2 ? 1 : 0];
  if (!end) return CALLS.get(name)?.said ?? null;
  const all = Array.from({ length: taken }, (_, i) => `$${i + 1}`);
  const [but, last] = [all.slice(0, -1).join(', '), all.at(-1)];
  return say(`${all.join(' 与 ')} ${end['zh-CN']}`, `${end.en} ${but} and ${last}`);
}

/** What error messages list. */
export const callNames = (): string => [...CALLS.keys()].map((name) => `${name}()`).join(' ');

/** Compiles a function over dates or numbers; null when there is none of this name. Not known as soon as an argument is. */
export function compileFunction(node: NodeOf<'call'>, scope: Scope): Compiled | null {
  const [name, args] = node.args;
  const call = CALLS.get(name);
  if (!call) return null;
  if (args.length !== call.takes.length) return misused(node, name, call);
  if (call.needsCalendar && !scope.hasCalendar) return noCalendar(node, name);
  const compiled = args.map((arg) => scope.compile(arg));
  compiled.forEach(({ type }, i) => {
    if (!FITS[call.takes[i] ?? 'date'](type)) misused(node, `${name}(${typeWords(type).en})`, call);
  });
  return {
    type: unitKept(call, compiled),
    run: (env) => {
      const held: Held[] = compiled.map(({ run }) => run(env));
      if (held.includes(undefined)) return undefined;
      return call.apply(held, env);
    },
  };
}

function unitKept({ gives, keepsUnit }: Call, args: readonly Compiled[]): VariableType {
  const first = args[0]?.type;
  return keepsUnit && first?.type === 'number' ? first : gives;
}

function misused({ start }: NodeOf<'call'>, name: string, { written }: Call): never {
  return refuse(
    start,
    `“${name}”的写法不对`,
    `“${name}” is not written as it must be`,
    `写作 ${written}`,
    `Write ${written}`,
  );
}

function noCalendar({ start }: NodeOf<'call'>, name: string): never {
  return refuse(
    start,
    `此处不能用“${name}”：这里没有工作日历`,
    `“${name}” cannot stand here: there is no calendar of working days in this place`,
    '在指标或评分办法的集合中使用，或用 days_between',
    'Use it over a set of a measure or rating, or use days_between',
  );
}
