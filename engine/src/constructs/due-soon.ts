import { type DayNumber, fromDay } from '../day.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['due_soon'];

export interface DueSoonRun {
  /** First day of the warning band. */
  readonly firstDay: (due: DayNumber) => DayNumber;
  readonly explain: (due: DayNumber) => Words;
}

/** `due_soon: { within: 2, days: working-days }`: the warning band before the deadline (临期). */
export const dueSoon: Construct<Part, DueSoonRun> = {
  id: 'due-soon',
  check: () => [],
  compile: ({ within, days }, { calendar }) => {
    const firstDay = (due: DayNumber): DayNumber => calendar.shift(due, -within, days);
    return {
      firstDay,
      explain: (due) => say(`自 ${fromDay(firstDay(due))} 起提醒`, `Reminder from ${fromDay(firstDay(due))}`),
    };
  },
};
