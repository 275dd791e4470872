import { fromDay, NEVER } from '../day.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<When, { before_end: unknown }>;

/** `when: { before_end: { of: subject }, within: 30, days: calendar-days }`: in the last days of a posting. */
export const beforeEnd: Construct<Part, WhenRun> = {
  id: 'before-end',
  check: () => [],
  compile: ({ within, days }, { calendar }) => ({
    shared: false,
    overlaps: false,
    spans: ({ subject, from, to }) => {
      if (!subject || subject.to === NEVER) return [];
      const end = subject.to;
      const start = Math.max(subject.from, calendar.shift(end, -within, days));
      return end < from || start > to ? [] : [{ key: fromDay(end), start, end, countsOn: null, missing: [] }];
    },
    explain: ({ start, end }) =>
      say(
        `结束（${fromDay(end)}）之前，自 ${fromDay(start)} 起`,
        `Before the end on ${fromDay(end)}, from ${fromDay(start)}`,
      ),
  }),
};
