import { fromDay, NEVER } from '../day.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { before_end: unknown }>;

/** `when: { before_end: { of: subject }, within: 30, days: calendar-days }`: in the last days of a posting. */
export const beforeEnd: Construct<Part, WhenRun> = {
  id: 'before-end',
  check: ({ within, days }, at) => termProblems(within, days, at, 'within'),
  compile: ({ within: written, days }, context) => {
    const within = compileTerm(written, days, context);
    return {
      shared: false,
      overlaps: false,
      spans: ({ subject }) => {
        if (!subject || subject.to === NEVER) return [];
        const end = subject.to;
        const start = Math.max(subject.from, within.shift(end, -1, end));
        return [{ key: fromDay(end), start, end, countsOn: null, missing: within.missing(end) }];
      },
      explain: ({ start, end }) => {
        const term = within.words(end);
        return say(
          `结束（${fromDay(end)}）之前 ${term['zh-CN']}，自 ${fromDay(start)} 起`,
          `${term.en} before the end on ${fromDay(end)}, from ${fromDay(start)}`,
        );
      },
    };
  },
};
