import { fromDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { fractionStep, unitWords } from '../duty/steps.ts';
import type { Amounted, AmountRun, CheckContext, CompileContext, Construct, Situation, Trace } from '../duty/types.ts';
import { type Fraction, toFraction, ZERO } from '../fraction.ts';
import type { Finding } from '../problem.ts';
import type { Amount } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Amount, { at_least: unknown }>;

/** `amount: { at_least: 2, unit: days }`: a fixed amount, written out or taken from a parameter. */
export const amountFixed: Construct<Part, AmountRun> = {
  id: 'amount-fixed',
  check: (part, at, context) => [
    ...unknownName('unit', part.unit, context.parts.units, `${at}/unit`),
    ...(typeof part.at_least === 'object'
      ? parameterProblems(part.at_least.parameter, part.unit, `${at}/at_least`, context)
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
  { at_least, unit }: Part,
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
        say('规定数量：至少', 'Amount of the rule: at least'),
        amount,
        unitWords(parts, unit),
      ),
    );
    return { state: 'known', value: amount };
  }
  const value = parts.parameter(at_least.parameter, fromDay(span.end));
  if (value.state !== 'known') {
    trace?.push({ construct: 'amount-fixed', words: say('应完成的数量', 'Amount owed'), result: value });
    return value;
  }
  const amount = toFraction(value.value as Decimal);
  const title = parts.parameters.get(at_least.parameter)?.title ?? say('', '');
  trace?.push({
    ...fractionStep(
      'amount-fixed',
      say(`规定数量（参数“${title['zh-CN']}”）`, `Amount set by the parameter “${title.en}”`),
      amount,
      unitWords(parts, unit),
    ),
    rule: parts.ruleOf('parameter', at_least.parameter),
  });
  return { state: 'known', value: amount };
}

/** A parameter used as an amount must exist, bear the amount's unit and hold numbers. */
export function parameterProblems(
  id: string,
  unit: string | null,
  at: string,
  { parts }: Pick<CheckContext, 'parts'>,
): Finding[] {
  const parameter = parts.parameters.get(id);
  if (!parameter) return unknownName('parameter', id, parts.parameters, `${at}/parameter`);
  if (unit === null || parameter.unit === unit) return [];
  return [
    {
      code: 'unit-mismatch',
      at: `${at}/parameter`,
      words: say(
        `参数“${id}”的单位是“${parameter.unit}”，此处需要“${unit}”`,
        `The parameter “${id}” is in “${parameter.unit}”; “${unit}” is needed here`,
      ),
      wayOut: say(
        `把义务的单位改为“${parameter.unit}”，或换一个参数`,
        `Use unit “${parameter.unit}”, or another parameter`,
      ),
    },
  ];
}
