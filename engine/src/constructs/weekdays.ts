import { daysOfWeek } from '../duty/days-of-week.ts';
import { weekdayWords } from '../duty/every-by.ts';
import { fixedDayProblems, fixedDayRun } from '../duty/fixed-days.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { Finding } from '../problem.ts';
import type { When } from '../schema/when.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { weekdays: unknown }>;

/** `when: { weekdays: [monday] }`, `{ weekdays: [friday], nth: [1] }`: days of the week, the first Friday of a month, or every second Thursday (`weeks`). */
export const weekdays: Construct<Part, WhenRun> = {
  id: 'weekdays',
  check: (part, at) => [
    ...fixedDayProblems(part.weekdays, part, at, 'weekdays'),
    ...(part.nth !== undefined && part.weeks !== undefined ? [nthOfWeeks(`${at}/weeks`)] : []),
  ],
  compile: (part, context) => {
    const names = part.weekdays.map(weekdayWords);
    const weeks = weeksWords(part.weeks);
    return fixedDayRun(
      part,
      {
        daysIn: (from, to) => daysOfWeek(part, from, to),
        longest: 31,
        words: say(
          `${weeks['zh-CN']}${names.map((one) => one['zh-CN']).join('、')}`,
          `${names.map((one) => one.en).join(', ')}${weeks.en}`,
        ),
      },
      context,
    );
  },
};

const nthOfWeeks = (at: string): Finding => ({
  code: 'two-units',
  at,
  words: say('当月第几个与每几周只能写一样', 'It is either one of the month or one of several weeks'),
  wayOut: say('删去 weeks 或 nth', 'Remove weeks or nth'),
});

/** `每 2 周的`, ` of every 2 weeks`. */
const weeksWords = (weeks: Part['weeks']): Words =>
  weeks === undefined ? say('', '') : say(`每 ${weeks.every} 周的`, ` of every ${weeks.every} weeks`);
