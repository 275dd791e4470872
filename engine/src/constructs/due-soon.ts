import type { DayNumber } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['due_soon'];

export interface DueSoonRun {
  /** First day of the warning band. */
  readonly firstDay: (due: DayNumber) => DayNumber;
  readonly explain: () => Words;
}

/** `due_soon: { within: 2, days: working-days }`: the warning band before the deadline (临期). */
export const dueSoon: Construct<Part, DueSoonRun> = {
  id: 'due-soon',
  check: () => [],
  compile: ({ within, days }, { calendar }) => {
    const firstDay = (due: DayNumber): DayNumber => calendar.shift(due, -within, days);
    return {
      firstDay,
      explain: () =>
        say(
          `提醒自（截止前 ${within} 个${dayKindWords(days)['zh-CN']}）`,
          `Reminder from (${within} ${dayKindWords(days).en} before the deadline)`,
        ),
    };
  },
};
