import type { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import { writtenUnit } from '../formula/calls.ts';
import type { Parts } from '../parts.ts';
import type { Expression } from '../schema/expression.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';
import { mapped, type Numbers, numberAt } from './micros.ts';
import { type At, type Checker, type Figure, type FigureType, type Rows, SHARE } from './types.ts';
import { fits, isNamed } from './unit.ts';
import { step, toDecimal, unresolved } from './values.ts';

/** Judges an operand that must be a number. */
export function checkNumber(expression: Expression, at: string, checker: Checker): FigureType | null {
  return checkKind(expression, at, checker, 'number');
}

export function checkKind(
  expression: Expression,
  at: string,
  checker: Checker,
  kind: FigureType['kind'],
): FigureType | null {
  const type = checker.check(expression, at);
  if (!type || type.kind === kind) return type;
  const [wanted, got] = [KINDS[kind], KINDS[type.kind]];
  checker.add({
    code: 'wrong-kind',
    at,
    words: say(`此处需要${wanted['zh-CN']}，得到的是${got['zh-CN']}`, `${wanted.en} is needed here, not ${got.en}`),
    wayOut:
      kind === 'boolean'
        ? say('用 compare、any 或 all 得到“是/否”', 'Use compare, any or all')
        : say(`改用得出${wanted['zh-CN']}的表达式`, `Use an expression that gives ${wanted.en}`),
  });
  return null;
}

const KINDS: Record<FigureType['kind'], Words> = {
  number: say('数字', 'a number'),
  boolean: say('“是/否”', 'yes or no'),
  text: say('文字', 'text'),
};

/** Reports operands that cannot be added or compared. */
export function checkUnits(types: readonly (FigureType | null)[], at: string, checker: Checker): boolean {
  const units = types.flatMap((type) => (type?.unit === undefined ? [] : [type.unit]));
  const other = units.find((unit) => !fits(unit, units[0]));
  if (other === undefined) return true;
  const [a, b] = [units[0] ?? '', other].map((unit) => nameOfUnit(unit, checker.parts)) as [Words, Words];
  checker.add({
    code: 'unit-mismatch',
    at,
    words: say(`单位不同：${a['zh-CN']}与${b['zh-CN']}`, `The units differ: ${a.en} and ${b.en}`),
    wayOut: units.includes(SHARE) ? AS_SHARE : converted(units),
  });
  return false;
}

/** How one unit is made of the other: so many yuan for each point. */
function converted(units: readonly string[]): Words {
  const unit = writtenUnit(units.find(isNamed) ?? 'yuan');
  return say(
    `先换算：写 ${unit}(50) * (…)，或乘以单位为 ${unit} 的参数 param("…") * (…)；由得分算钱也可用 pay（每低 1 分减多少写 missing_points）；每个计几分的写在 item 的 times 里；本是两回事的分为两个指标`,
    `Convert first: ${unit}(50) * (…), or param("…") * (…) with a parameter in ${unit}; money from marks may be a pay step (so much less for each point missing is missing_points); so many points for each stand under times of an item; make two measures of what does not belong together`,
  );
}

const AS_SHARE = say(
  '占比和增长率是 0 到 1 的数：与它比较的参数写 unit: share（8% 即 0.08），直接写的数照写 0.08',
  'A share or a rate of growth is a number from 0 to 1: a parameter compared with it has unit: share (8 % is 0.08), a plain number stands as 0.08',
);

export const nameOfUnit = (unit: string, parts: Parts): Words => {
  const title = parts.units.get(unit)?.title;
  if (title) return say(`“${title['zh-CN']}”（${unit}）`, `“${title.en}” (${unit})`);
  return unit === '#'
    ? say('计数', 'a count')
    : unit === 'share'
      ? say('占比', 'a share')
      : say(`“${unit}”`, `“${unit}”`);
};

export interface Operation {
  readonly construct: string;
  readonly parts: Parts;
  readonly type: FigureType;
  readonly words: Words;
  readonly operands: readonly Figure[];
  /** The outcome of known operands. */
  readonly apply: (numbers: readonly Decimal[], at: At) => Value;
  /** The same in millionths, `NaN` where only decimals will do. */
  readonly quick?: (micros: readonly number[]) => number;
}

/** An operation on numbers: not known or not applicable as soon as an operand is. */
export function operation({ construct, parts, type, words, operands, apply, quick }: Operation): Figure {
  const outcome = (values: readonly Value[], at: At): Value => unresolved(values) ?? apply(values.map(toDecimal), at);
  const evaluate = (at: At): Value =>
    outcome(
      operands.map((operand) => operand.evaluate(at)),
      at,
    );
  const explain = (at: At): Explanation =>
    step(parts, type, {
      construct,
      words,
      result: evaluate(at),
      children: operands.map((operand) => operand.explain(at)),
    });
  return { evaluate, explain, ...(quick ? { micros: quickly(operands, quick) } : {}) };
}

/** Applies an operation to whole columns; null when an operand has none. */
export const quickly =
  (operands: readonly Figure[], apply: (micros: readonly number[]) => number) =>
  (rows: Rows): Numbers | null => {
    const given: Numbers[] = [];
    for (const operand of operands) {
      const numbers = operand.micros?.(rows) ?? null;
      if (numbers === null) return null;
      given.push(numbers);
    }
    const into = given.find((one) => typeof one !== 'number');
    if (into === undefined) return apply(given as number[]);
    const numbers = given.map((one) => (typeof one === 'number' ? one : 0));
    if (given.filter((one) => typeof one !== 'number').length === 1) {
      const at = given.indexOf(into);
      return mapped(into, (number) => {
        numbers[at] = number;
        return apply(numbers);
      });
    }
    for (let row = 0; row < into.length; row++) {
      for (let i = 0; i < numbers.length; i++) numbers[i] = numberAt(given[i] as Numbers, row);
      into[row] = apply(numbers);
    }
    return into;
  };
