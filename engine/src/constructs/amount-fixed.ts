import { fromDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { parameterAmount } from '../duty/parameter-check.ts';
import { unknownName } from '../duty/problems.ts';
import { fractionStep, unitWords } from '../duty/steps.ts';
import type { Amounted, AmountRun, CompileContext, Construct, Situation, Trace } from '../duty/types.ts';
import { type Fraction, toFraction, ZERO } from '../fraction.ts';
import type { Amount } from '../schema/amount.ts';
import { say } from '../words.ts';

type Least = Extract<Amount, { at_least: unknown }>['at_least'];

interface Part {
  readonly at_least: Fixed;
  readonly unit: string;
  /** The most that may be, instead of the least that is owed. */
  readonly most?: true;
}

type Fixed = number | string | { readonly parameter: string };

/** Whether an amount is the same for every subject: a number or a parameter, not a formula. */
export const isFixed = (least: Least): least is Fixed =>
  typeof least === 'number' ||
  (typeof least === 'string'
    ? /^-?\d+(\.\d+)?$/.test(least)
    : typeof least === 'object' && 'parameter' in least && !('over' in least));

/** `amount: { at_least: 2, unit: days }`: a fixed amount, written out or taken from a parameter. */
export const amountFixed: Construct<Part, AmountRun> = {
  id: 'amount-fixed',
  check: (part, at, context) => [
    ...unknownName('unit', part.unit, context.parts.units, `${at}/unit`),
    ...(typeof part.at_least === 'object'
      ? parameterAmount(part.at_least.parameter, part.unit, `${at}/at_least`, context)
      : []),
  ],
  compile: (part, context) => {
    const written = typeof part.at_least === 'object' ? null : toFraction(part.at_least);
    return {
      days: null,
      varies: false,
      amount: (situation, _days, trace) => amountOf(part, written, context, situation, trace),
    };
  },
};

function amountOf(
  { at_least, unit, most }: Part,
  written: Fraction | null,
  { parts }: CompileContext,
  { span }: Situation,
  trace: Trace,
): Amounted {
  if (written !== null || typeof at_least !== 'object') {
    const amount = written ?? ZERO;
    trace?.push(
      fractionStep(
        'amount-fixed',
        most
          ? say('规定上限：至多', 'Limit of the rule: at most')
          : say('规定数量：至少', 'Amount of the rule: at least'),
        amount,
        unitWords(parts, unit),
      ),
    );
    return { state: 'known', value: amount };
  }
  const value = parts.parameter(at_least.parameter, fromDay(span.end));
  if (value.state !== 'known') {
    trace?.push({
      construct: 'amount-fixed',
      words: most ? say('上限', 'Limit') : say('应完成的数量', 'Amount owed'),
      result: value,
    });
    return value;
  }
  const amount = toFraction(value.value as Decimal);
  const title = parts.parameters.get(at_least.parameter)?.title ?? say('', '');
  trace?.push({
    ...fractionStep(
      'amount-fixed',
      most
        ? say(`规定上限（参数“${title['zh-CN']}”）`, `Limit set by the parameter “${title.en}”`)
        : say(`规定数量（参数“${title['zh-CN']}”）`, `Amount set by the parameter “${title.en}”`),
      amount,
      unitWords(parts, unit),
    ),
    rule: parts.ruleOf('parameter', at_least.parameter),
  });
  return { state: 'known', value: amount };
}
