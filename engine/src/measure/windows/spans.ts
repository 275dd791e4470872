import { Temporal } from 'temporal-polyfill';
import { cadenceBetween } from '../../cadence.ts';
import type { WorkCalendar } from '../../calendar.ts';
import { compileCount } from '../../count.ts';
import { dateOf, fromDay, toDay } from '../../day.ts';
import { daysOfWeek } from '../../duty/days-of-week.ts';
import type { Parts } from '../../parts.ts';
import { periodsBetween } from '../../period.ts';
import type { Weekdays } from '../../schema/when.ts';
import type { Period } from '../../standing.ts';
import type { Missing } from '../../value.ts';
import type { PartOf } from '../types.ts';

type Written = PartOf<'windows'>['windows']['every'];

interface Tolerant {
  /** Days on both sides. */
  readonly tolerance: number;
}
type DaysOfMonth = Tolerant & { readonly days_of_month: readonly number[] };
type DaysOfWeek = Tolerant & Pick<Weekdays, 'weekdays' | 'nth'>;

/** How long a window is, its numbers known. */
export type Every =
  | Extract<Written, string>
  | { readonly months: number }
  | { readonly weeks: number; readonly from: string }
  | DaysOfMonth
  | DaysOfWeek;

/** The windows as they are laid down on a day; what is missing while a parameter is not set. */
export function everyOn(written: Written, parts: Parts, day: string): Every | { readonly missing: readonly Missing[] } {
  if (typeof written === 'string') return written;
  const count = compileCount(
    'months' in written ? written.months : 'weeks' in written ? written.weeks : written.tolerance,
    parts,
  );
  const number = count.on(day);
  if (number === null) return { missing: count.missing(day) };
  if ('months' in written) return { months: number };
  return 'weeks' in written ? { weeks: number, from: written.from } : { ...written, tolerance: number };
}

/** The windows of a period, oldest first: those that end in it, or whose fixed day lies in it. */
export function windowsIn(every: Every, period: Period, calendar: WorkCalendar | null = null): Period[] {
  if (typeof every === 'string' || 'weeks' in every)
    return cadenceBetween(every, period.start, period.end, calendar).filter(
      ({ end }) => end >= period.start && end <= period.end,
    );
  return 'months' in every ? stretches(every.months, period) : fixedDays(every, period);
}

/** Whether windows are days, not stretches. */
export const isFixedDays = (every: Written | Every): boolean => typeof every === 'object' && 'tolerance' in every;

/** Stretches of so many months from the first day of the period on; what is left over at its end is no window. */
function stretches(months: number, { start, end }: Period): Period[] {
  const first = Temporal.PlainDate.from(start);
  const found: Period[] = [];
  for (let i = 0; ; i++) {
    const from = first.add({ months: i * months }).toString();
    const to = first
      .add({ months: (i + 1) * months })
      .subtract({ days: 1 })
      .toString();
    if (to > end) return found;
    found.push({ key: `${from}/${to}`, start: from, end: to });
  }
}

function fixedDays(every: DaysOfMonth | DaysOfWeek, { start, end }: Period): Period[] {
  const { tolerance } = every;
  const days =
    'weekdays' in every ? daysOfWeek(every, toDay(start), toDay(end)) : daysOfMonths(every.days_of_month, start, end);
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map((day) => ({ key: fromDay(day), start: fromDay(day - tolerance), end: fromDay(day + tolerance) }))
    .filter(({ key }) => key >= start && key <= end);
}

/** The 31st is the last day of a shorter month. */
const daysOfMonths = (days: readonly number[], start: string, end: string): number[] =>
  periodsBetween('month', start, end).flatMap((month) => {
    const first = toDay(month.start);
    return days.map((day) => first + Math.min(day, dateOf(first).daysInMonth) - 1);
  });
