import { daysOfWeek } from '../duty/days-of-week.ts';
import { weekdayWords } from '../duty/every-by.ts';
import { fixedDayProblems, fixedDayRun } from '../duty/fixed-days.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { weekdays: unknown }>;

/** `when: { weekdays: [monday] }`, `{ weekdays: [friday], nth: [1] }`: days of the week, or the first Friday of a month. */
export const weekdays: Construct<Part, WhenRun> = {
  id: 'weekdays',
  check: (part, at) => fixedDayProblems(part.weekdays, part, at, 'weekdays'),
  compile: (part, context) => {
    const names = part.weekdays.map(weekdayWords);
    return fixedDayRun(
      part,
      {
        daysIn: (from, to) => daysOfWeek(part, from, to),
        longest: 31,
        words: say(names.map((one) => one['zh-CN']).join('、'), names.map((one) => one.en).join(', ')),
      },
      context,
    );
  },
};
