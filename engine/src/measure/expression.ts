import { workCalendar } from '../calendar.ts';
import { add } from '../constructs/add.ts';
import { all } from '../constructs/all.ts';
import { any } from '../constructs/any.ts';
import { choose } from '../constructs/choose.ts';
import { compare } from '../constructs/compare.ts';
import { count } from '../constructs/count.ts';
import { days } from '../constructs/days.ts';
import { distinct } from '../constructs/distinct.ts';
import { latest } from '../constructs/latest.ts';
import { max } from '../constructs/max.ts';
import { mean } from '../constructs/mean.ts';
import { measure } from '../constructs/measure.ts';
import { min } from '../constructs/min.ts';
import { multiply } from '../constructs/multiply.ts';
import { number } from '../constructs/number.ts';
import { parameter } from '../constructs/parameter.ts';
import { ratio } from '../constructs/ratio.ts';
import { round } from '../constructs/round.ts';
import { share } from '../constructs/share.ts';
import { standings } from '../constructs/standings.ts';
import { subtract } from '../constructs/subtract.ts';
import { sum } from '../constructs/sum.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Measure } from '../schema/pack.ts';
import type { Checker, Compiler, ExpressionConstruct, Figure, FigureType } from './types.ts';

const CONSTRUCTS: ReadonlyMap<string, ExpressionConstruct<never>> = new Map<string, ExpressionConstruct<never>>(
  [
    add,
    all,
    any,
    choose,
    compare,
    count,
    days,
    distinct,
    latest,
    max,
    mean,
    measure,
    min,
    multiply,
    number,
    parameter,
    ratio,
    round,
    share,
    standings,
    subtract,
    sum,
  ].map((construct) => [construct.key, construct]),
);

/** The construct an expression is written with: the one key that is not its unit. */
function constructOf(expression: Expression): ExpressionConstruct<never> {
  const key = Object.keys(expression).find((name) => name !== 'unit') ?? '';
  const construct = CONSTRUCTS.get(key);
  if (!construct) throw new Error(`No construct is named “${key}”`);
  return construct;
}

/** Judges an expression; gives its type, or null when it is unsound, and what is wrong with it. */
export function judgeExpression(
  expression: Expression,
  at: string,
  parts: Parts,
  measure: Measure | null,
): { readonly type: FigureType | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const checker: Checker = {
    parts,
    measure,
    add: (finding) => findings.push(finding),
    check: (operand, pointer) => constructOf(operand).check(operand as never, pointer, checker),
  };
  return { type: checker.check(expression, at), findings };
}

/** Compiles a sound expression to closures. */
export function compileExpression(expression: Expression, parts: Parts, measure: Measure | null): Figure {
  const compiler: Compiler = {
    parts,
    calendar: workCalendar(parts.calendars),
    typeOf: (operand) => judgeExpression(operand, '', parts, measure).type ?? { kind: 'number' },
    compile: (operand) => constructOf(operand).compile(operand as never, compiler),
  };
  return compiler.compile(expression);
}
