import { compileCount } from '../count.ts';
import { dateOf, fromDay, toDay } from '../day.ts';
import type { BareSpan, Construct, WhenRun } from '../duty/types.ts';
import { periodsBetween } from '../period.ts';
import type { When } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<When, { days_of_month: unknown }>;

/** `when: { days_of_month: [10, 25], window_days: 2 }`: fixed days; 31 is the last day of a shorter month. */
export const daysOfMonth: Construct<Part, WhenRun> = {
  id: 'days-of-month',
  check: ({ days_of_month }, at) =>
    new Set(days_of_month).size === days_of_month.length
      ? []
      : [
          {
            severity: 'warning',
            code: 'day-twice',
            at: `${at}/days_of_month`,
            words: say('同一天写了两次', 'A day stands twice'),
            wayOut: say('删去重复的一天', 'Remove the second one'),
          },
        ],
  compile: ({ days_of_month, window_days = 0 }, { parts }) => {
    const window = compileCount(window_days, parts);
    const spanOf = (day: number): BareSpan => {
      const key = fromDay(day);
      return { key, start: day - (window.on(key) ?? 0), end: day, countsOn: null, missing: window.missing(key) };
    };
    return {
      shared: true,
      overlaps: true,
      spans: ({ from, to }) =>
        periodsBetween('month', fromDay(from), fromDay(to + LONGEST_WINDOW)).flatMap((month) =>
          fixedDays(month.start, days_of_month)
            .map(spanOf)
            .filter(({ start, end }) => end >= from && start <= to),
        ),
      explain: ({ start, end }) =>
        say(
          `每月固定日 ${fromDay(end)}，自 ${fromDay(start)} 起可计`,
          `Fixed day ${fromDay(end)}; counts from ${fromDay(start)}`,
        ),
    };
  },
};

const LONGEST_WINDOW = 15;

function fixedDays(monthStart: string, days: readonly number[]): number[] {
  const first = toDay(monthStart);
  const length = dateOf(first).daysInMonth;
  const found = new Set(days.map((day) => first + Math.min(day, length) - 1));
  return [...found].sort((a, b) => a - b);
}
