import { Temporal } from 'temporal-polyfill';
import { cadenceBetween } from '../../cadence.ts';
import type { WorkCalendar } from '../../calendar.ts';
import { compileCount } from '../../count.ts';
import { dateOf, fromDay, toDay } from '../../day.ts';
import type { Parts } from '../../parts.ts';
import { periodsBetween } from '../../period.ts';
import type { Period } from '../../standing.ts';
import type { Missing } from '../../value.ts';
import type { PartOf } from '../types.ts';

type Written = PartOf<'windows'>['windows']['every'];

/** How long a window is, its numbers known. */
export type Every =
  | Extract<Written, string>
  | { readonly months: number }
  | { readonly days_of_month: readonly number[]; readonly tolerance: number };

/** The windows as they are laid down on a day; what is missing while a parameter is not set. */
export function everyOn(written: Written, parts: Parts, day: string): Every | { readonly missing: readonly Missing[] } {
  if (typeof written === 'string') return written;
  const count = compileCount('months' in written ? written.months : written.tolerance, parts);
  const number = count.on(day);
  if (number === null) return { missing: count.missing(day) };
  return 'months' in written ? { months: number } : { days_of_month: written.days_of_month, tolerance: number };
}

/** The windows of a period, oldest first: those that end in it, or whose fixed day lies in it. */
export function windowsIn(every: Every, period: Period, calendar: WorkCalendar | null = null): Period[] {
  if (typeof every === 'string')
    return cadenceBetween(every, period.start, period.end, calendar).filter(
      ({ end }) => end >= period.start && end <= period.end,
    );
  return 'months' in every ? stretches(every.months, period) : fixedDays(every, period);
}

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

/** The 31st is the last day of a shorter month. */
function fixedDays(
  { days_of_month, tolerance }: Extract<Every, { days_of_month: unknown }>,
  { start, end }: Period,
): Period[] {
  const days = periodsBetween('month', start, end).flatMap((month) => {
    const first = toDay(month.start);
    const length = dateOf(first).daysInMonth;
    return days_of_month.map((day) => first + Math.min(day, length) - 1);
  });
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map((day) => ({ key: fromDay(day), start: fromDay(day - tolerance), end: fromDay(day + tolerance) }))
    .filter(({ key }) => key >= start && key <= end);
}
