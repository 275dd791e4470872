import { Temporal } from 'temporal-polyfill';
import { cadenceBetween, longestOf } from '../cadence.ts';
import { fromDay, toDay } from '../day.ts';
import { kindOfKey, periodFromKey } from '../period.ts';
import type { Rating } from '../schema/rating.ts';
import type { Period } from '../standing.ts';

type Own = Pick<Rating, 'period'>;
type Every = Rating['period']['every'];
type Stretch = Extract<Every, object>;
type Named = keyof typeof MONTHS;

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const isNamed = (every: Every): every is Named => typeof every === 'string' && every in MONTHS;
const LETTER = { quarter: 'Q', 'half-year': 'H' } as const;

/**
 * The period of a rating that a key names; null when it names none of its kind. With `begins: 10-01` the year 2026 runs from
 * 1 October 2025 to 30 September 2026, `2026-Q1` and `2026-H1` are its first quarter and half; a month is named by the month it
 * ends in. `2026-03-05` is a day, `2026-W10` a week, `2026-03-T2` the second ten days of March and `2026-03-F1` its first half,
 * `2026-W10+2` two weeks from that one on, `2026-03+2` two months, `2024+3` three years.
 */
export function ratingPeriod({ period: { every, begins } }: Own, key: string): Period | null {
  if (typeof every === 'object') return stretchNamed(every, begins, key);
  if (every === 'day')
    return /^\d{4}-\d{2}-\d{2}$/.test(key) && fromDay(toDay(key)) === key ? { key, start: key, end: key } : null;
  if (kindOfKey(key) !== every) return null;
  if (!isNamed(every)) return periodFromKey(key);
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

/** Several weeks, months or years, named by the first of them; years begin on the day on which each of them does. */
function stretchNamed(every: Stretch, begins: string | undefined, key: string): Period | null {
  const year = Number(/^\d{4}/.exec(key)?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const around = cadenceBetween(every, `${Math.max(1, year - 1)}-12-01`.padStart(10, '0'), `${year}-12-31`, null);
  const found = around.find((one) => one.key === key) ?? null;
  if (!found || !('years' in every)) return found;
  const own = { period: { every: 'year' as const, ...(begins === undefined ? {} : { begins }) } };
  const [first, last] = [year, year + every.years - 1].map((one) => ratingPeriod(own, String(one)));
  return first && last ? { key, start: first.start, end: last.end } : null;
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

/**
 * Every period of a rating that belongs to [from, to], oldest first: those that lie wholly in it. A week belongs where its Thursday lies,
 * several weeks where the Thursday of the middle one does, of two that of the first.
 */
export function ratingPeriodsWithin(own: Own, { start, end }: Pick<Period, 'start' | 'end'>): Period[] {
  const weeks = weeksOf(own.period.every);
  const thursday = weeks === null ? null : Math.floor((weeks - 1) / 2) * 7 + 3;
  return touching(own, start, end).filter((period) => {
    if (thursday === null) return period.start >= start && period.end <= end;
    const day = fromDay(toDay(period.start) + thursday);
    return day >= start && day <= end;
  });
}

/** How many weeks a period has; null when it is counted in months or years. */
export function weeksOf(every: Every): number | null {
  if (every === 'week') return 1;
  return typeof every === 'object' && 'weeks' in every ? every.weeks : null;
}

/** The period of a rating in which a day lies; null when that lies before the year 1. */
export const ratingPeriodOn = (own: Own, day: string): Period | null => touching(own, day, day)[0] ?? null;

/** The last period of a rating that ended before a day; null when that lies before the year 1. */
export function ratingPeriodBefore(own: Own, day: string): Period | null {
  const [from, to] = [toDay(day) - 2 * longestOf(own.period.every) - 1, toDay(day) - 1];
  return touching(own, fromDay(from), fromDay(to)).findLast(({ end }) => end < day) ?? null;
}

/** The period in which a day lies and those before it, the latest first. */
export function lastRatingPeriods(own: Own, day: string, count: number): Period[] {
  const found: Period[] = [];
  for (let one = ratingPeriodOn(own, day); one && found.length < count; one = ratingPeriodBefore(own, one.start))
    found.push(one);
  return found;
}

/** Every period of a rating that shares a day with [from, to], oldest first. */
function touching(own: Own, from: string, to: string): Period[] {
  const { every } = own.period;
  const shares = ({ start, end }: Period): boolean => end >= from && start <= to;
  if (typeof every === 'object' && 'years' in every) {
    const first = Number(from.slice(0, 4)) - every.years;
    return cadenceBetween(every, `${first}-01-01`, `${Number(to.slice(0, 4)) + 1}-12-31`, null)
      .flatMap(({ key }) => ratingPeriod(own, key) ?? [])
      .filter(shares);
  }
  if (!isNamed(every)) return cadenceBetween(every, from, to, null);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4)) + 1];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .flatMap((year) => keysOf(every, year))
    .flatMap((key) => ratingPeriod(own, key) ?? [])
    .filter(shares);
}

function keysOf(every: Named, year: number): string[] {
  if (every === 'year') return [`${year}`];
  const all = Array.from({ length: 12 / MONTHS[every] }, (_, i) => i + 1);
  return every === 'month'
    ? all.map((month) => `${year}-${String(month).padStart(2, '0')}`)
    : all.map((number) => `${year}-${LETTER[every]}${number}`);
}

/** The period a year before: the same quarter, month, week or year under the key of the year before, or that of the same day a year ago. */
export function ratingPeriodAYearBefore(own: Own, { key, start }: Period): Period | null {
  if (own.period.every === 'day' || typeof own.period.every === 'object')
    return ratingPeriodOn(own, Temporal.PlainDate.from(start).subtract({ years: 1 }).toString());
  return ratingPeriod(own, `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`);
}
