import { Temporal } from 'temporal-polyfill';
import { lastDayOf, PARTS_OF_MONTH, type PartOfMonth, pad, partOfMonth, partOfMonthOn } from './part-of-month.ts';
import type { Period } from './standing.ts';

/** Periods of whole months, and how many they have. */
const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
type OfMonths = keyof typeof MONTHS;
export type PeriodKind = 'week' | PartOfMonth | OfMonths;

const isOfMonths = (kind: PeriodKind): kind is OfMonths => kind in MONTHS;
const isPartOfMonth = (kind: PeriodKind): kind is PartOfMonth => kind in PARTS_OF_MONTH;

/** The period of a kind a day lies in. Weeks are ISO weeks: Monday first, and the year is the week's own. */
export function periodOf(kind: PeriodKind, day: string): Period {
  if (isPartOfMonth(kind)) return partOfMonthOn(kind, day);
  const date = Temporal.PlainDate.from(day);
  if (isOfMonths(kind)) return monthsOf(kind, date.year, Math.floor((date.month - 1) / MONTHS[kind]));
  const start = date.subtract({ days: date.dayOfWeek - 1 });
  const key = `${date.yearOfWeek}-W${pad(date.weekOfYear ?? 1)}`;
  return { key, start: start.toString(), end: start.add({ days: 6 }).toString() };
}

/** The period of whole months with an index within its year, counted from nought. */
function monthsOf(kind: OfMonths, year: number, index: number): Period {
  const last = (index + 1) * MONTHS[kind];
  const written = String(year).padStart(4, '0');
  const start = `${written}-${pad(last - MONTHS[kind] + 1)}-01`;
  return { key: keyOf(kind, year, index), start, end: `${written}-${pad(last)}-${lastDayOf(year, last)}` };
}

function keyOf(kind: OfMonths, year: number, index: number): string {
  if (kind === 'year') return `${year}`;
  if (kind === 'month') return `${year}-${pad(index + 1)}`;
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${index + 1}`;
}

/** `2026-W38`, `2026-09-T2`, `2026-09-F1`, `2026-09`, `2026-Q3`, `2026-H2`, `2026`; null for anything else. */
export function periodFromKey(key: string): Period | null {
  const kind = kindOfKey(key);
  if (kind === null) return null;
  if (isPartOfMonth(kind)) return partOfMonth(kind, key.slice(0, 7), Number(key.slice(9)) - 1);
  const year = Number(key.slice(0, 4));
  const number = Number(key.slice(kind === 'month' ? 5 : 6)) || 1;
  const period = kind === 'week' ? weekOf(year, number) : monthsOf(kind, year, number - 1);
  return period.key === key ? period : null;
}

const weekOf = (year: number, number: number): Period =>
  periodOf(
    'week',
    Temporal.PlainDate.from({ year, month: 1, day: 4 })
      .add({ weeks: number - 1 })
      .toString(),
  );

/** The kind of period a key names; null when it names none (a fixed day, `once`). */
export function kindOfKey(key: string): PeriodKind | null {
  if (/^\d{4}-W\d{2}$/.test(key)) return 'week';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(key)) return 'month';
  if (/^\d{4}-(0[1-9]|1[0-2])-T[123]$/.test(key)) return 'ten-days';
  if (/^\d{4}-(0[1-9]|1[0-2])-F[12]$/.test(key)) return 'half-month';
  if (/^\d{4}-Q[1-4]$/.test(key)) return 'quarter';
  if (/^\d{4}-H[12]$/.test(key)) return 'half-year';
  return /^\d{4}$/.test(key) ? 'year' : null;
}

/** Every period of a kind that shares a day with [from, to], oldest first. */
export function periodsBetween(kind: PeriodKind, from: string, to: string): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(kind, from); period.start <= to; period = nextPeriod(kind, period)) periods.push(period);
  return periods;
}

const nextPeriod = (kind: PeriodKind, { end }: Period): Period =>
  periodOf(kind, Temporal.PlainDate.from(end).add({ days: 1 }).toString());

/**
 * The period before one of the same kind; null for what has no end or no length of its own. Years may begin on any day. Before a period
 * of which only some days count, such as a quarter due in its first month, comes the whole one before.
 */
export function periodBefore(part: Period): Period | null {
  if (isDay(part)) return dayAt(dayBefore(part.start));
  const period = wholeOf(part);
  const kind = kindOfKey(period.key);
  if (kind !== null && isPartOfMonth(kind)) return partOfMonthOn(kind, dayBefore(period.start));
  const length = lengthOf(period.key);
  return length && earlier(period, length.kind, length.by);
}

/** The period of the calendar that a period is named by, where it is a part of it; otherwise the period itself. */
function wholeOf(period: Period): Period {
  const first = periodFromKey(period.key.split('+')[0] ?? '');
  if (first === null) return period;
  const by = lengthOf(period.key)?.by;
  const end = by ? dayBefore(Temporal.PlainDate.from(first.start).add(by).toString()) : first.end;
  return period.start >= first.start && period.end <= end ? { ...period, start: first.start, end } : period;
}

/** Whether a period is one day, named by itself. */
const isDay = ({ key, start, end }: Period): boolean => key === start && start === end;
const dayAt = (day: string): Period => ({ key: day, start: day, end: day });
const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** The same period one year earlier; null for what has no end or no length of its own. Of several weeks, those 52 weeks before. */
export function sameAYearBefore(period: Period): Period | null {
  if (isDay(period)) return dayAt(Temporal.PlainDate.from(period.start).subtract({ years: 1 }).toString());
  const kind = kindOfKey(period.key);
  if (kind === 'week' || (kind !== null && isPartOfMonth(kind)))
    return periodFromKey(`${Number(period.key.slice(0, 4)) - 1}${period.key.slice(4)}`);
  const length = lengthOf(period.key);
  if (!length) return null;
  return earlier(period, length.kind, length.kind === 'week' ? { weeks: 52 } : { years: 1 });
}

type By = { readonly weeks?: number; readonly months?: number; readonly years?: number };

/** How long a period is, in what it is named by: `2026-03+2` is two months, `2024+3` three years. */
function lengthOf(key: string): { readonly kind: 'week' | OfMonths; readonly by: By } | null {
  const [first = '', count = '1'] = key.split('+');
  const kind = kindOfKey(first);
  if (kind === null || isPartOfMonth(kind)) return null;
  return { kind, by: kind === 'week' ? { weeks: Number(count) } : { months: MONTHS[kind] * Number(count) } };
}

function earlier({ key, start, end }: Period, kind: PeriodKind, by: By): Period {
  const first = Temporal.PlainDate.from(start).subtract(by);
  const next = Temporal.PlainDate.from(end).add({ days: 1 }).subtract(by);
  const years = (by.years ?? 0) + (by.months ?? 0) / 12;
  const named = kind === 'year' ? `${Number(key.slice(0, 4)) - years}` : periodOf(kind, first.toString()).key;
  return {
    key: `${named}${/\+\d+$/.exec(key)?.[0] ?? ''}`,
    start: first.toString(),
    end: next.subtract({ days: 1 }).toString(),
  };
}
