import { Temporal } from 'temporal-polyfill';
import { kindOfKey, periodFromKey } from '../period.ts';
import type { Rating } from '../schema/rating.ts';
import type { Period } from '../standing.ts';

type Own = Pick<Rating, 'period'>;
type Every = Rating['period']['every'];

const MONTHS: Record<Every, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const LETTER = { quarter: 'Q', 'half-year': 'H' } as const;

/**
 * The period of a rating that a key names; null when it names none of its kind. With `begins: 10-01` the year 2026 runs from
 * 1 October 2025 to 30 September 2026, `2026-Q1` and `2026-H1` are its first quarter and half; a month is named by the month it
 * ends in.
 */
export function ratingPeriod({ period: { every, begins } }: Own, key: string): Period | null {
  if (kindOfKey(key) !== every) return null;
  if (begins === undefined || begins === '01-01') return periodFromKey(key);
  const [month, day] = [Number(begins.slice(0, 2)), Number(begins.slice(3))];
  const year = Number(key.slice(0, 4));
  if (every === 'month') return day === 1 ? periodFromKey(key) : monthEndingIn(key, year, Number(key.slice(5)), day);
  const index = every === 'year' ? 0 : Number(key.slice(6)) - 1;
  const yearStart = (of: number): Temporal.PlainDate => Temporal.PlainDate.from({ year: of, month, day });
  const startOf = (number: number): Temporal.PlainDate =>
    number * MONTHS[every] === 12 ? yearStart(year) : yearStart(year - 1).add({ months: number * MONTHS[every] });
  return spanning(key, startOf(index), startOf(index + 1));
}

function monthEndingIn(key: string, year: number, month: number, day: number): Period | null {
  if (month < 1 || month > 12) return null;
  const next = Temporal.PlainDate.from({ year, month, day });
  const before = Temporal.PlainDate.from({ year, month, day: 1 }).subtract({ months: 1 });
  return spanning(key, before.with({ day }), next);
}

const spanning = (key: string, start: Temporal.PlainDate, next: Temporal.PlainDate): Period => ({
  key,
  start: start.toString(),
  end: next.subtract({ days: 1 }).toString(),
});

/** Every period of a rating that lies wholly in [from, to], oldest first. */
export function ratingPeriodsWithin(own: Own, { start, end }: Pick<Period, 'start' | 'end'>): Period[] {
  const { every } = own.period;
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4)) + 1];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) => keysOf(every, year))
    .flatMap((key) => ratingPeriod(own, key) ?? [])
    .filter((period) => period.start >= start && period.end <= end);
}

/** The period of a rating in which a day lies; null when that lies before the year 1. */
export function ratingPeriodOn(own: Own, day: string): Period | null {
  const date = Temporal.PlainDate.from(day);
  const months = MONTHS[own.period.every];
  const around = { start: date.subtract({ months }).toString(), end: date.add({ months }).toString() };
  return ratingPeriodsWithin(own, around).find(({ start, end }) => start <= day && day <= end) ?? null;
}

/** The last period of a rating that ended before a day; null when that lies before the year 1. */
export function ratingPeriodBefore(own: Own, day: string): Period | null {
  const date = Temporal.PlainDate.from(day);
  const [start, end] = [date.subtract({ months: 2 * MONTHS[own.period.every] + 1 }), date.subtract({ days: 1 })];
  return ratingPeriodsWithin(own, { start: start.toString(), end: end.toString() }).at(-1) ?? null;
}

function keysOf(every: Every, year: number): string[] {
  if (every === 'year') return [`${year}`];
  const all = Array.from({ length: 12 / MONTHS[every] }, (_, i) => i + 1);
  return every === 'month'
    ? all.map((month) => `${year}-${String(month).padStart(2, '0')}`)
    : all.map((number) => `${year}-${LETTER[every]}${number}`);
}

/** The period a year before: the same quarter, month or year under the key of the year before. */
export const ratingPeriodAYearBefore = (own: Own, { key }: Period): Period | null =>
  ratingPeriod(own, `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`);
