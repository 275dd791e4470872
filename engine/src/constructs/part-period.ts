import { fromDay } from '../day.ts';
import { dayKindWords, roundingWords } from '../duty/amount-words.ts';
import { fractionStep } from '../duty/steps.ts';
import type { Construct, Situation, Trace } from '../duty/types.ts';
import { type Fraction, fraction, least, round, times } from '../fraction.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['part_period'];

export interface PartPeriodRun {
  readonly owes: Part['owes'];
  /** The share of an amount owed for the days bound; the amount itself when the period is whole. */
  readonly scale: (amount: Fraction, situation: Situation, unit: Words | undefined, trace: Trace) => Fraction;
  readonly round: (amount: Fraction) => Fraction;
  readonly why: (situation: Situation) => Words;
}

/** `part_period: { owes: full | nothing | pro-rata }`: a period in which the subject, or the rule, starts or ends. */
export const partPeriod: Construct<Part, PartPeriodRun> = {
  id: 'part-period',
  check: () => [],
  compile: (part, { calendar }) => ({
    owes: part.owes,
    why: ({ from, to, span }) =>
      say(
        `本期（${fromDay(span.start)} 至 ${fromDay(span.end)}）只有 ${fromDay(from)} 至 ${fromDay(to)} 在任，按规定不作要求`,
        `Bound only from ${fromDay(from)} to ${fromDay(to)} of this period; by the rule nothing is owed`,
      ),
    round: (amount) => (part.owes === 'pro-rata' ? least(amount, round(amount, part.rounding)) : amount),
    scale: (amount, situation, unit, trace) => {
      if (!situation.part || part.owes !== 'pro-rata') return amount;
      const { from, to, span } = situation;
      const [days, whole] = [calendar.countDays(part.by, from, to), calendar.countDays(part.by, span.start, span.end)];
      const exact = whole === 0 ? amount : times(amount, fraction(days, whole));
      const owed = least(amount, round(exact, part.rounding));
      const by = dayKindWords(part.by);
      trace?.push(
        fractionStep(
          'part-period',
          say(
            `不足一期：${fromDay(from)} 至 ${fromDay(to)} 共 ${days}/${whole} 个${by['zh-CN']}`,
            `Part of a period: ${fromDay(from)} to ${fromDay(to)}, ${days} of ${whole} ${by.en}`,
          ),
          exact,
          unit,
        ),
      );
      if (part.rounding !== 'none') trace?.push(fractionStep('part-period', roundingWords(part.rounding), owed, unit));
      return owed;
    },
  }),
};
