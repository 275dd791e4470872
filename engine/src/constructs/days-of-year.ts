import { dateOf, toDay } from '../day.ts';
import { fixedDayProblems, fixedDayRun } from '../duty/fixed-days.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { days_of_year: unknown }>;

/** `when: { days_of_year: [01-15, 07-10], window_days: 14 }`: fixed days of every year; 29 February is the 28th in a common year. */
export const daysOfYear: Construct<Part, WhenRun> = {
  id: 'days-of-year',
  check: (part, at) => fixedDayProblems(part.days_of_year, {}, at, 'days_of_year'),
  compile: (part, context) =>
    fixedDayRun(
      part,
      {
        daysIn: (from, to) => {
          const [first, last] = [dateOf(from).year, dateOf(to).year];
          const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
          return years.flatMap((year) => part.days_of_year.map((monthDay) => dayIn(year, monthDay)));
        },
        longest: 366,
        words: say('每年固定日', 'Fixed day of the year'),
      },
      context,
    ),
};

function dayIn(year: number, monthDay: string): number {
  const leap = monthDay === '02-29' && dateOf(toDay(`${year}-03-01`) - 1).day === 28;
  return toDay(`${year}-${leap ? '02-28' : monthDay}`);
}
