import { compileCount } from '../count.ts';
import { type DayNumber, dateOf, fromDay } from '../day.ts';
import type { Finding } from '../problem.ts';
import type { Count } from '../schema/count.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type DayOff, dayOffWords, MOST_MOVED, movedOff } from './day-off.ts';
import { seasonProblems } from './season.ts';
import type { BareSpan, CompileContext, WhenRun } from './types.ts';

interface Fixed {
  readonly window_days?: Count;
  readonly only_months?: readonly number[];
  readonly day_off?: DayOff;
}

/** Duties on fixed days: `daysIn` lists those between two days; each period is named by its day and counts some days before it. */
export function fixedDayRun(
  { window_days = 0, only_months, day_off }: Fixed,
  {
    daysIn,
    longest,
    words,
  }: {
    readonly daysIn: (from: DayNumber, to: DayNumber) => readonly DayNumber[];
    readonly longest: number;
    readonly words: Words;
  },
  { parts, calendar }: CompileContext,
): WhenRun {
  const window = compileCount(window_days, parts);
  const months = only_months === undefined ? null : new Set(only_months);
  const spanOf = (day: DayNumber): BareSpan => {
    const key = fromDay(day);
    return { key, start: day - (window.on(key) ?? 0), end: day, countsOn: null, missing: window.missing(key) };
  };
  const off = dayOffWords(day_off);
  return {
    shared: true,
    overlaps: true,
    spans: ({ from, to }) =>
      [...new Set(daysIn(from - MOST_MOVED, to + longest + MOST_MOVED))]
        .sort((a, b) => a - b)
        .filter((day) => months === null || months.has(dateOf(day).month))
        .flatMap((day) => movedOff(spanOf(day), day_off, calendar))
        .filter(({ start, end }) => end >= from && start <= to),
    explain: ({ start, end }) =>
      say(
        `${words['zh-CN']} ${fromDay(end)}，自 ${fromDay(start)} 起可计${off['zh-CN']}`,
        `${words.en} ${fromDay(end)}; counts from ${fromDay(start)}${off.en}`,
      ),
  };
}

/** A day that stands twice, and months of which there are none. */
export const fixedDayProblems = (
  days: readonly unknown[],
  part: { only_months?: number[] },
  at: string,
  key: string,
): Finding[] => [
  ...seasonProblems(part, at),
  ...(new Set(days).size === days.length
    ? []
    : [
        {
          severity: 'warning' as const,
          code: 'day-twice',
          at: `${at}/${key}`,
          words: say('同一天写了两次', 'A day stands twice'),
          wayOut: say('删去重复的一天', 'Remove the second one'),
        },
      ]),
];
