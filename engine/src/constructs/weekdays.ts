import { type DayNumber, dateOf, fromDay, toDay, weekday } from '../day.ts';
import { WEEKDAYS, weekdayWords } from '../duty/every-by.ts';
import { fixedDayProblems, fixedDayRun } from '../duty/fixed-days.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import { periodsBetween } from '../period.ts';
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
        daysIn: (from, to) => daysOf(part, from, to),
        longest: 31,
        words: say(names.map((one) => one['zh-CN']).join('、'), names.map((one) => one.en).join(', ')),
      },
      context,
    );
  },
};

function daysOf({ weekdays: names, nth }: Part, from: DayNumber, to: DayNumber): DayNumber[] {
  const wanted = names.map((name) => WEEKDAYS.indexOf(name));
  if (nth === undefined) {
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter((day) =>
      wanted.includes(weekday(day)),
    );
  }
  return periodsBetween('month', fromDay(from), fromDay(to)).flatMap(({ start }) => {
    const first = toDay(start);
    const month = Array.from({ length: dateOf(first).daysInMonth }, (_, i) => first + i);
    return wanted.flatMap((name) => {
      const days = month.filter((day) => weekday(day) === name);
      return nth.flatMap((which) => days.at(which === 'last' ? -1 : which - 1) ?? []);
    });
  });
}
