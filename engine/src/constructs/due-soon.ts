import { type DayNumber, fromDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { unitWords } from '../duty/steps.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Amounted, CompileContext, Construct } from '../duty/types.ts';
import { type Fraction, fraction, minus, showFraction, times, toFraction, ZERO } from '../fraction.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Missing, Value, Words } from '../value.ts';
import { inEnglish, say } from '../words.ts';

type Part = Obligation['due_soon'];
type OfLimit = Exclude<Part, { within: unknown }>;

export interface DueSoonRun {
  /** First day of the warning band; of a limit, which does not warn by days, the day after its end. */
  readonly firstDay: (due: DayNumber, end: DayNumber) => DayNumber;
  /** From how much on a limit warns, as laid down on a day. */
  readonly warnsFrom: (limit: Fraction, on: DayNumber) => Fraction;
  readonly missing: (end: DayNumber) => readonly Missing[];
  readonly explain: (end: DayNumber) => Words;
}

/**
 * `due_soon: { within: 2, days: working-days }`: the warning band before the deadline (临期). A limit warns by what is left of it:
 * `{ left: 1 }`, or `{ used: 0.8 }`.
 */
export const dueSoon: Construct<Part, DueSoonRun> = {
  id: 'due-soon',
  check: (part, at) => ('within' in part ? termProblems(part.within, part.days, at, 'within') : []),
  compile: (part, context) => {
    if (!('within' in part)) return ofLimit(part, context);
    const within = compileTerm(part.within, part.days, context);
    return {
      firstDay: (due, end) => within.shift(due, -1, end),
      warnsFrom: (limit) => limit,
      missing: within.missing,
      explain: (end) => {
        const term = within.words(end);
        return say(`提醒自（截止前 ${term['zh-CN']}）`, `Reminder from (${term.en} before the deadline)`);
      },
    };
  },
};

function ofLimit(part: OfLimit, { parts, obligation }: CompileContext): DueSoonRun {
  const unit = 'unit' in obligation.amount ? unitWords(parts, obligation.amount.unit) : undefined;
  const written = 'left' in part ? part.left : part.used;
  const valueOn = (on: DayNumber): Amounted =>
    typeof written === 'object'
      ? amountOf(parts.parameter(written.parameter, fromDay(on)))
      : { state: 'known', value: toFraction(written) };
  const amountOn = (on: DayNumber): Fraction => {
    const value = valueOn(on);
    return value.state === 'known' ? value.value : ZERO;
  };
  return {
    firstDay: (due) => due + 1,
    warnsFrom: (limit, on) => ('used' in part ? times(limit, amountOn(on)) : minus(limit, amountOn(on))),
    missing: (on) => {
      const value = valueOn(on);
      return value.state === 'not-known' ? value.missing : [];
    },
    explain: (end) => {
      const amount = amountOn(end);
      if ('left' in part) {
        const left = showFraction(amount);
        return say(
          `还剩 ${left} ${unit?.['zh-CN'] ?? ''}时提醒`,
          `Warns when ${unit ? inEnglish(left, unit.en) : left} is left`,
        );
      }
      const percent = showFraction(times(amount, fraction(100)));
      return say(`用到上限的 ${percent}% 时提醒`, `Warns when ${percent} % of the limit is used`);
    },
  };
}

const amountOf = (value: Value): Amounted =>
  value.state === 'known' ? { state: 'known', value: toFraction(value.value as Decimal) } : value;
