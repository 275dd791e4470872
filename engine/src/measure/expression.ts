import { workCalendar } from '../calendar.ts';
import { ConditionError } from '../condition/error.ts';
import type { Variables } from '../condition.ts';
import { add } from '../constructs/add.ts';
import { all } from '../constructs/all.ts';
import { any } from '../constructs/any.ts';
import { attribute } from '../constructs/attribute.ts';
import { best } from '../constructs/best.ts';
import { both } from '../constructs/both.ts';
import { call } from '../constructs/call.ts';
import { choose } from '../constructs/choose.ts';
import { compare } from '../constructs/compare.ts';
import { count } from '../constructs/count.ts';
import { day } from '../constructs/day.ts';
import { days } from '../constructs/days.ts';
import { distinct } from '../constructs/distinct.ts';
import { either } from '../constructs/either.ts';
import { full } from '../constructs/full.ts';
import { gap } from '../constructs/gap.ts';
import { greatest } from '../constructs/greatest.ts';
import { holding } from '../constructs/holding.ts';
import { holds } from '../constructs/holds.ts';
import { known } from '../constructs/known.ts';
import { latest } from '../constructs/latest.ts';
import { least } from '../constructs/least.ts';
import { lookup } from '../constructs/lookup.ts';
import { max } from '../constructs/max.ts';
import { mean } from '../constructs/mean.ts';
import { measure } from '../constructs/measure.ts';
import { median } from '../constructs/median.ts';
import { min } from '../constructs/min.ts';
import { multiply } from '../constructs/multiply.ts';
import { not } from '../constructs/not.ts';
import { number } from '../constructs/number.ts';
import { parameter } from '../constructs/parameter.ts';
import { published } from '../constructs/published.ts';
import { ratio } from '../constructs/ratio.ts';
import { result } from '../constructs/result.ts';
import { root } from '../constructs/root.ts';
import { round } from '../constructs/round.ts';
import { same } from '../constructs/same.ts';
import { served } from '../constructs/served.ts';
import { share } from '../constructs/share.ts';
import { standings } from '../constructs/standings.ts';
import { step } from '../constructs/step.ts';
import { subtract } from '../constructs/subtract.ts';
import { sum } from '../constructs/sum.ts';
import { text } from '../constructs/text.ts';
import { truth } from '../constructs/truth.ts';
import { windows } from '../constructs/windows.ts';
import { worst } from '../constructs/worst.ts';
import { formOf } from '../formula/form.ts';
import { unitHint } from '../formula/unit-hint.ts';
import { quantityHint } from '../pack/quantity-words.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression, ExpressionForm } from '../schema/expression.ts';
import type { Measure } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { namesOfMeasure } from './subject-names.ts';
import type { Checker, Compiler, ExpressionConstruct, Figure, FigureType, OtherTypes } from './types.ts';

const CONSTRUCTS: ReadonlyMap<string, ExpressionConstruct<never>> = new Map<string, ExpressionConstruct<never>>(
  [
    add,
    all,
    any,
    attribute,
    best,
    both,
    call,
    choose,
    compare,
    count,
    day,
    days,
    distinct,
    either,
    full,
    gap,
    greatest,
    holding,
    holds,
    known,
    latest,
    least,
    lookup,
    max,
    mean,
    measure,
    median,
    min,
    multiply,
    not,
    number,
    parameter,
    published,
    ratio,
    result,
    root,
    round,
    same,
    served,
    share,
    standings,
    step,
    subtract,
    sum,
    text,
    truth,
    windows,
    worst,
  ].map((construct) => [construct.key, construct]),
);

/** Keys that say more about a construct. */
const QUALIFIERS: ReadonlySet<string> = new Set(['unit', 'as', 'over', 'period']);

/** The construct an expression is written with: the one key that is not its unit. */
function constructOf(form: ExpressionForm): ExpressionConstruct<never> {
  const key = Object.keys(form).find((name) => !QUALIFIERS.has(name)) ?? '';
  const construct = CONSTRUCTS.get(key);
  if (!construct) throw new Error(`No construct is named “${key}”`);
  return construct;
}

/** Finds the type of a step of the rating an expression stands in; null when there is none, which is reported. */
export type StepTypes = Checker['step'];

/** Judges an expression; gives its type, or null when it is unsound, and what is wrong with it. */
export function judgeExpression(
  expression: Expression,
  at: string,
  parts: Parts,
  measure: Measure | null,
  stepTypes: StepTypes | null = null,
  names: Variables | null = measure ? namesOfMeasure(measure, parts) : null,
  otherTypes: OtherTypes | null = null,
): { readonly type: FigureType | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const add = (finding: Finding): void => void findings.push(finding);
  const checker: Checker = {
    parts,
    measure,
    names,
    ...(measure === null && stepTypes === null ? { inDuty: true } : {}),
    other: otherTypes ?? ((_named, where) => notInRating('result', where, add)),
    step: stepTypes ?? ((id, where) => notInRating(id, where, add)),
    add,
    check: (operand, pointer) => {
      const form = soundForm(operand, pointer, add, parts.units);
      return form && constructOf(form).check(form as never, pointer, checker);
    },
  };
  return { type: checker.check(expression, at), findings };
}

function notInRating(id: string, at: string, add: Checker['add']): null {
  add({
    code: 'no-steps-here',
    at,
    words: say(`“${id}”不是此处可用的名称：只有评分办法有步骤`, `“${id}” cannot stand here: only ratings have steps`),
    wayOut: say('用 measure("…") 或 param("…")', 'Use measure("…") or param("…")'),
  });
  return null;
}

function soundForm(
  expression: Expression,
  at: string,
  add: Checker['add'],
  units: Parts['units'],
): ExpressionForm | null {
  try {
    return formOf(expression);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    const { words, offset } = error;
    const wayOut =
      unitHint(String(expression), units) ??
      quantityHint(expression, []) ??
      proseHint(String(expression)) ??
      error.wayOut;
    add({
      code: 'formula',
      at,
      words: say(`公式第 ${offset + 1} 个字符处：${words['zh-CN']}`, `Formula, character ${offset + 1}: ${words.en}`),
      wayOut,
    });
    return null;
  }
}

/** A sentence of the rule where a number or formula is wanted. */
const proseHint = (written: string): Words | null =>
  /^[\p{Script=Han}\d，、。（）\s]+$/u.test(written) && /\p{Script=Han}{2}/u.test(written)
    ? say(
        '这里写数或公式，不写文字：数、步骤的 id 和 + - * / 等，如 cases >= 3',
        'A number or formula stands here, no text: numbers, ids of steps, + - * / and the like, such as cases >= 3',
      )
    : null;

/** Compiles a sound expression to closures. */
export function compileExpression(
  expression: Expression,
  parts: Parts,
  measure: Measure | null,
  stepTypes: StepTypes | null = null,
  names: Variables | null = measure ? namesOfMeasure(measure, parts) : null,
  otherTypes: OtherTypes | null = null,
): Figure {
  const compiler: Compiler = {
    parts,
    calendar: workCalendar(parts.calendars),
    names,
    typeOf: (operand) =>
      judgeExpression(operand, '', parts, measure, stepTypes, names, otherTypes).type ?? { kind: 'number' },
    compile: (operand) => {
      const form = formOf(operand);
      return constructOf(form).compile(form as never, compiler);
    },
  };
  return compiler.compile(expression);
}
