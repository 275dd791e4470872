import { compileCount } from '../count.ts';
import { type DayNumber, fromDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
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
  check: () => [],
  compile: ({ within: written, days }, { calendar, parts }) => {
    const within = compileCount(written, parts);
    return {
      firstDay: (due, end) => calendar.shift(due, -(within.on(fromDay(end)) ?? 0), days),
      missing: (end) => within.missing(fromDay(end)),
      explain: (end) => {
        const count = within.words(fromDay(end));
        return say(
          `提醒自（截止前 ${count['zh-CN']} 个${dayKindWords(days)['zh-CN']}）`,
          `Reminder from (${count.en} ${dayKindWords(days).en} before the deadline)`,
        );
      },
    };
  },
};
