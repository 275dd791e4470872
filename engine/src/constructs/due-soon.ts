import type { DayNumber } from '../day.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['due_soon'];

export interface DueSoonRun {
  /** First day of the warning band. */
  readonly firstDay: (due: DayNumber, end: DayNumber) => DayNumber;
  readonly missing: (end: DayNumber) => readonly Missing[];
  readonly explain: (end: DayNumber) => Words;
}

/** `due_soon: { within: 2, days: working-days }`: the warning band before the deadline (临期). */
export const dueSoon: Construct<Part, DueSoonRun> = {
  id: 'due-soon',
  check: ({ within, days }, at) => termProblems(within, days, at, 'within'),
  compile: ({ within: written, days }, context) => {
    const within = compileTerm(written, days, context);
    return {
      firstDay: (due, end) => within.shift(due, -1, end),
      missing: within.missing,
      explain: (end) => {
        const term = within.words(end);
        return say(`提醒自（截止前 ${term['zh-CN']}）`, `Reminder from (${term.en} before the deadline)`);
      },
    };
  },
};
