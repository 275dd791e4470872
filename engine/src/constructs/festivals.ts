import type { WorkCalendar } from '../calendar.ts';
import { type CountRun, compileCount } from '../count.ts';
import { dateOf, fromDay } from '../day.ts';
import { unknownName } from '../duty/problems.ts';
import type { BareSpan, Construct, SpanQuery, WhenRun } from '../duty/types.ts';
import type { Parts } from '../parts.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { festivals: unknown }>;

/** `when: { festivals: [spring-festival], window_days: 14 }`: in the days up to and with each festival. */
export const festivals: Construct<Part, WhenRun> = {
  id: 'festivals',
  check: ({ festivals: ids }, at, { parts }) => {
    const known = festivalIds(parts);
    return ids.flatMap((id, i) => unknownName('festival', id, known, `${at}/festivals/${i}`));
  },
  compile: ({ festivals: ids, window_days }, { calendar, parts }) => {
    const window = compileCount(window_days, parts);
    return {
      shared: true,
      overlaps: true,
      spans: (query) => spansOf(ids, window, calendar, query),
      explain: ({ start, end }) => {
        const name = festivalOn(parts, fromDay(end)) ?? say('节日', 'the festival');
        return say(
          `${name['zh-CN']}（${fromDay(end)}），自 ${fromDay(start)} 起可计`,
          `${name.en} (${fromDay(end)}); counts from ${fromDay(start)}`,
        );
      },
    };
  },
};

const LONGEST_WINDOW = 30;

function spansOf(
  ids: readonly string[],
  window: CountRun,
  calendar: WorkCalendar,
  { from, to }: SpanQuery,
): BareSpan[] {
  const days = new Set<number>();
  for (let year = dateOf(from).year; year <= dateOf(to + LONGEST_WINDOW).year; year++) {
    for (const id of ids) {
      const day = calendar.festival(id, year);
      if (day !== null) days.add(day);
    }
  }
  return [...days]
    .sort((a, b) => a - b)
    .map((day): BareSpan => {
      const key = fromDay(day);
      return { key, start: day - (window.on(key) ?? 0), end: day, countsOn: null, missing: window.missing(key) };
    })
    .filter(({ start, end }) => end >= from && start <= to);
}

const festivalIds = (parts: Parts): Map<string, true> =>
  new Map([...parts.calendars.values()].flatMap((year) => year.festivals.map(({ id }) => [id, true] as const)));

const festivalOn = (parts: Parts, date: string) =>
  [...parts.calendars.values()].flatMap((year) => year.festivals).find((festival) => festival.date === date)?.name;
