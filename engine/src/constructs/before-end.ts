import { compileCount } from '../count.ts';
import { fromDay, NEVER } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<When, { before_end: unknown }>;

/** `when: { before_end: { of: subject }, within: 30, days: calendar-days }`: in the last days of a posting. */
export const beforeEnd: Construct<Part, WhenRun> = {
  id: 'before-end',
  check: () => [],
  compile: ({ within: written, days }, { calendar, parts }) => {
    const within = compileCount(written, parts);
    return {
      shared: false,
      overlaps: false,
      spans: ({ subject, from, to }) => {
        if (!subject || subject.to === NEVER) return [];
        const end = subject.to;
        const [key, count] = [fromDay(end), within.on(fromDay(end)) ?? 0];
        const start = Math.max(subject.from, calendar.shift(end, -count, days));
        return end < from || start > to ? [] : [{ key, start, end, countsOn: null, missing: within.missing(key) }];
      },
      explain: ({ start, end }) => {
        const count = within.words(fromDay(end));
        return say(
          `结束（${fromDay(end)}）之前 ${count['zh-CN']} 个${dayKindWords(days)['zh-CN']}，自 ${fromDay(start)} 起`,
          `${count.en} ${dayKindWords(days).en} before the end on ${fromDay(end)}, from ${fromDay(start)}`,
        );
      },
    };
  },
};
