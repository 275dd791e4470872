import { type DayNumber, dateOf, fromDay, toDay, weekday } from '../day.ts';
import { periodsBetween } from '../period.ts';
import type { Weekdays } from '../schema/when.ts';
import { WEEKDAYS } from './every-by.ts';

type Named = Pick<Weekdays, 'weekdays' | 'nth' | 'weeks'>;

/** The days from one to another that fall on these weekdays; with `nth` those of each month, also of months that only touch. */
export function daysOfWeek({ weekdays: names, nth, weeks }: Named, from: DayNumber, to: DayNumber): DayNumber[] {
  const wanted = names.map((name) => WEEKDAYS.indexOf(name));
  if (nth === undefined) {
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter(
      (day) => wanted.includes(weekday(day)) && inWeeks(day, weeks),
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

/** Whether a day lies in one of every so many weeks, counted from the week of a day and not before that day. */
function inWeeks(day: DayNumber, weeks: Weekdays['weeks']): boolean {
  if (weeks === undefined) return true;
  const from = toDay(weeks.from);
  return day >= from && Math.floor((day - (from - weekday(from))) / 7) % weeks.every === 0;
}
