import { fromDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { fractionStep, unitWords } from '../duty/steps.ts';
import type { AmountRun, CheckContext, Construct } from '../duty/types.ts';
import { showFraction, toFraction } from '../fraction.ts';
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
  compile: ({ at_least, unit }, { parts }) => ({
    days: null,
    varies: false,
    amount: ({ span }, _days, trace) => {
      const value = typeof at_least === 'object' ? parts.parameter(at_least.parameter, fromDay(span.end)) : null;
      if (value !== null && value.state !== 'known') {
        trace?.push({ construct: 'amount-fixed', words: say('应完成的数量', 'Amount owed'), result: value });
        return value;
      }
      const amount = toFraction(value === null ? (at_least as string | number) : (value.value as Decimal));
      const named = typeof at_least === 'object' ? parts.parameters.get(at_least.parameter) : undefined;
      const words = named
        ? say(`规定数量（参数“${named.title['zh-CN']}”）`, `Amount set by the parameter “${named.title.en}”`)
        : say('规定数量：至少', 'Amount of the rule: at least');
      trace?.push({
        ...fractionStep('amount-fixed', words, amount, unitWords(parts, unit)),
        ...(named ? { rule: parts.ruleOf('parameter', named.id) } : {}),
        details: { shown: showFraction(amount) },
      });
      return { state: 'known', value: amount };
    },
  }),
};

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
