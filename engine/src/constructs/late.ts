import type { DayNumber } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['late'];

export interface LateRun {
  /** Whether catching up is possible at all. */
  readonly possible: boolean;
  /** Last day on which it still counts as caught up; the due day when it never does. */
  readonly lastDay: (due: DayNumber) => DayNumber;
  readonly explain: () => Words;
}

/** `late: never` or `late: { within: 10, days: calendar-days }`: whether and how long catching up counts (补办). */
export const late: Construct<Part, LateRun> = {
  id: 'late',
  check: () => [],
  compile: (part, { calendar }) => {
    const lastDay = (due: DayNumber): DayNumber =>
      part === 'never' ? due : calendar.shift(due, part.within, part.days);
    return {
      possible: part !== 'never',
      lastDay,
      explain: () =>
        part === 'never'
          ? say('逾期后可否补办', 'Can be caught up after the deadline')
          : say(
              `可补办至（逾期后 ${part.within} 个${dayKindWords(part.days)['zh-CN']}内，超出本期所需的记录先补最早的欠账）`,
              `Can be caught up until (${part.within} ${dayKindWords(part.days).en} after the deadline, what later periods have to spare fills the oldest shortfall first)`,
            ),
    };
  },
};
