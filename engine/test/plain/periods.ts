import type { When } from '../../src/schema/when.ts';
import {
  addMonths,
  dayOf,
  daysFrom,
  isWorking,
  monthLength,
  monthOf,
  monthStart,
  shift,
  textOf,
  weekdayOf,
  yearOf,
} from './days.ts';

export interface PlainPeriod {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Days that count; null when all do. */
  readonly counts: ((day: number) => boolean) | null;
}

type Every = Extract<When, { every: unknown }>;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const two = (number: number): string => String(number).padStart(2, '0');

/** The ISO week of a day: the year of its Thursday, and which Thursday of that year it is. */
function weekKey(day: number): string {
  const thursday = day - weekdayOf(day) + 3;
  const year = yearOf(thursday);
  return `${year}-W${two(Math.floor((thursday - monthStart(year, 1)) / 7) + 1)}`;
}

/** The period of a rhythm that a day lies in; null when it lies in none. */
function around(every: Every['every'], day: number): Omit<PlainPeriod, 'counts'> | null {
  const [year, month] = [yearOf(day), monthOf(day)];
  const months = (first: number, length: number, key: string) => ({
    key,
    start: monthStart(year, first),
    end: monthStart(year, first + length) - 1,
  });
  const first = monthStart(year, month);
  const part = (letter: string, starts: readonly number[]) => {
    const i = starts.findLastIndex((start) => day - first + 1 >= start);
    const next = starts[i + 1];
    return {
      key: `${year}-${two(month)}-${letter}${i + 1}`,
      start: first + (starts[i] ?? 1) - 1,
      end: next === undefined ? first + monthLength(year, month) - 1 : first + next - 2,
    };
  };
  if (typeof every === 'object') {
    if ('weeks' in every) {
      const origin = dayOf(every.from) - weekdayOf(dayOf(every.from));
      const start = origin + Math.floor((day - origin) / (7 * every.weeks)) * 7 * every.weeks;
      return { key: `${weekKey(start)}+${every.weeks}`, start, end: start + 7 * every.weeks - 1 };
    }
    if ('years' in every) {
      const begins = every.from + Math.floor((year - every.from) / every.years) * every.years;
      return {
        key: `${begins}+${every.years}`,
        start: monthStart(begins, 1),
        end: monthStart(begins + every.years, 1) - 1,
      };
    }
    const begins = month - ((month - 1) % every.months);
    return months(begins, every.months, `${year}-${two(begins)}+${every.months}`);
  }
  switch (every) {
    case 'day':
      return { key: textOf(day), start: day, end: day };
    case 'working-day':
      return isWorking(day) ? { key: textOf(day), start: day, end: day } : null;
    case 'week':
      return { key: weekKey(day), start: day - weekdayOf(day), end: day - weekdayOf(day) + 6 };
    case 'ten-days':
      return part('T', [1, 11, 21]);
    case 'half-month':
      return part('F', [1, 16]);
    case 'month':
      return months(month, 1, `${year}-${two(month)}`);
    case 'quarter':
      return months(month - ((month - 1) % 3), 3, `${year}-Q${Math.ceil(month / 3)}`);
    case 'half-year':
      return months(month > 6 ? 7 : 1, 6, `${year}-H${month > 6 ? 2 : 1}`);
    case 'year':
      return months(1, 12, `${year}`);
  }
}

function lastDay({ by }: Every, { start, end }: { readonly start: number; readonly end: number }): number {
  if (by === undefined) return end;
  if ('weekday' in by) return start + WEEKDAYS.indexOf(by.weekday);
  const first = addMonths(start, 'month' in by ? by.month - 1 : 0);
  return first + Math.min(by.day, monthLength(yearOf(first), monthOf(first))) - 1;
}

/** Whether a day counts by the months and the season that are named; null when none are. */
function counted({ only_months, season }: Every): PlainPeriod['counts'] {
  if (only_months === undefined && season === undefined) return null;
  return (day) => {
    const date = textOf(day).slice(5);
    const within =
      season === undefined ||
      (season.from <= season.to ? date >= season.from && date <= season.to : date >= season.from || date <= season.to);
    return within && (only_months === undefined || only_months.includes(monthOf(day)));
  };
}

function moved(period: PlainPeriod, off: Every['day_off']): PlainPeriod[] {
  if (off === undefined || off === 'stays' || isWorking(period.end)) return [period];
  if (off === 'left-out') return [];
  const end = shift(period.end, off === 'next-working-day' ? 1 : -1, 'working-days');
  return [{ ...period, end, start: Math.min(period.start, end) }];
}

/** Every period of a rhythm around these days, found day by day. */
function rhythm(part: Every, from: number, to: number): PlainPeriod[] {
  const byKey = new Map(
    daysFrom(from - 20, to + 20).flatMap((day) => {
      const period = around(part.every, day);
      return period === null ? [] : [[period.key, period] as const];
    }),
  );
  const counts = counted(part);
  return [...byKey.values()].flatMap((period): PlainPeriod[] => {
    const days = daysFrom(period.start, lastDay(part, period));
    const own = counts === null ? days : days.filter(counts);
    if (own.length === 0) return [];
    if (part.season?.part === 'left-out' && (own[0] !== days[0] || own.at(-1) !== days.at(-1))) return [];
    return [{ key: period.key, start: own[0] as number, end: own.at(-1) as number, counts }];
  });
}

type Fixed = Extract<When, { days_of_month: unknown } | { days_of_year: unknown } | { weekdays: unknown }>;

const isFixed = (when: When): when is Fixed => 'days_of_month' in when || 'days_of_year' in when || 'weekdays' in when;

/** Whether a fixed day falls on this day. */
function falls(part: Fixed, day: number): boolean {
  const [year, month] = [yearOf(day), monthOf(day)];
  const date = day - monthStart(year, month) + 1;
  const length = monthLength(year, month);
  if ('days_of_month' in part) return part.days_of_month.some((one) => Math.min(one, length) === date);
  if ('days_of_year' in part) return part.days_of_year.includes(textOf(day).slice(5));
  if (!part.weekdays.some((name) => WEEKDAYS.indexOf(name) === weekdayOf(day))) return false;
  return (
    part.nth === undefined || part.nth.some((nth) => (nth === 'last' ? date + 7 > length : nth === Math.ceil(date / 7)))
  );
}

function fixed(part: Fixed, from: number, to: number): PlainPeriod[] {
  const window = typeof part.window_days === 'number' ? part.window_days : 0;
  const months = 'only_months' in part ? part.only_months : undefined;
  return daysFrom(from - 20, to + 50)
    .filter((day) => falls(part, day) && (months === undefined || months.includes(monthOf(day))))
    .map((end) => ({ key: textOf(end), start: end - window, end, counts: null }));
}

/** The periods of a duty that lie around these days, oldest first. `bound` is when the subject is there. */
export function plainPeriods(
  when: When,
  from: number,
  to: number,
  bound: { readonly from: number; readonly to: number | null },
): PlainPeriod[] {
  if ('once' in when) {
    const end = 'by' in when.once && typeof when.once.by === 'string' ? dayOf(when.once.by) : Number.NaN;
    return end < bound.from ? [] : moved({ key: 'once', start: bound.from, end, counts: null }, when.day_off);
  }
  if ('before_end' in when) {
    if (bound.to === null || typeof when.within !== 'number') return [];
    const start = Math.max(bound.from, shift(bound.to, -when.within, when.days ?? 'calendar-days'));
    return [{ key: textOf(bound.to), start, end: bound.to, counts: null }];
  }
  const found = 'every' in when ? rhythm(when, from, to) : isFixed(when) ? fixed(when, from, to) : [];
  return found.flatMap((period) => moved(period, 'day_off' in when ? when.day_off : undefined));
}
