import type { DayNumber } from '../day.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['late'];

export interface LateRun {
  /** Whether catching up is possible at all. */
  readonly possible: boolean;
  /** Last day on which it still counts as caught up; the due day when it never does. */
  readonly lastDay: (due: DayNumber, end: DayNumber) => DayNumber;
  readonly missing: (end: DayNumber) => readonly Missing[];
  readonly explain: (end: DayNumber) => Words;
}

/** `late: never` or `late: { within: 10, days: calendar-days }`: whether and how long catching up counts (补办). */
export const late: Construct<Part, LateRun> = {
  id: 'late',
  check: (part, at) => (part === 'never' ? [] : termProblems(part.within, part.days, at, 'within')),
  compile: (part, context) => {
    if (part === 'never') return { possible: false, lastDay: (due) => due, missing: () => [], explain: () => NEVER };
    const within = compileTerm(part.within, part.days, context);
    return {
      possible: true,
      lastDay: (due, end) => within.shift(due, 1, end),
      missing: within.missing,
      explain: (end) => {
        const term = within.words(end);
        return say(
          `可补办至（逾期后 ${term['zh-CN']}内，超出本期所需的记录先补最早的欠账）`,
          `Can be caught up until (${term.en} after the deadline, what later periods have to spare fills the oldest shortfall first)`,
        );
      },
    };
  },
};

const NEVER = say('逾期后可否补办', 'Can be caught up after the deadline');
