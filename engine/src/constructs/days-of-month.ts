import { dateOf, fromDay, toDay } from '../day.ts';
import { fixedDayProblems, fixedDayRun } from '../duty/fixed-days.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import { periodsBetween } from '../period.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { days_of_month: unknown }>;

/** `when: { days_of_month: [10, 25], window_days: 2 }`: fixed days; 31 is the last day of a shorter month. */
export const daysOfMonth: Construct<Part, WhenRun> = {
  id: 'days-of-month',
  check: (part, at) => fixedDayProblems(part.days_of_month, part, at, 'days_of_month'),
  compile: (part, context) =>
    fixedDayRun(
      part,
      {
        daysIn: (from, to) =>
          periodsBetween('month', fromDay(from), fromDay(to)).flatMap(({ start }) => {
            const first = toDay(start);
            return part.days_of_month.map((day) => first + Math.min(day, dateOf(first).daysInMonth) - 1);
          }),
        longest: 31,
        words: say('每月固定日', 'Fixed day'),
      },
      context,
    ),
};
