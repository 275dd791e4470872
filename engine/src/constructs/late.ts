import { compileCount } from '../count.ts';
import { type DayNumber, fromDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
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
  check: () => [],
  compile: (part, { calendar, parts }) => {
    if (part === 'never') return { possible: false, lastDay: (due) => due, missing: () => [], explain: () => NEVER };
    const within = compileCount(part.within, parts);
    return {
      possible: true,
      lastDay: (due, end) => calendar.shift(due, within.on(fromDay(end)) ?? 0, part.days),
      missing: (end) => within.missing(fromDay(end)),
      explain: (end) => {
        const [kind, days] = [dayKindWords(part.days), within.words(fromDay(end))];
        return say(
          `可补办至（逾期后 ${days['zh-CN']} 个${kind['zh-CN']}内，超出本期所需的记录先补最早的欠账）`,
          `Can be caught up until (${days.en} ${kind.en} after the deadline, what later periods have to spare fills the oldest shortfall first)`,
        );
      },
    };
  },
};

const NEVER = say('逾期后可否补办', 'Can be caught up after the deadline');
