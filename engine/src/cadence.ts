import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from './calendar.ts';
import { type DayNumber, fromDay, toDay, weekday } from './day.ts';
import { type PeriodKind, periodsBetween } from './period.ts';
import type { Rhythm } from './schema/when.ts';
import type { Period } from './standing.ts';
import type { Words } from './value.ts';
import { say } from './words.ts';

export type Cadence =
  | Rhythm
  | { readonly weeks: number; readonly from: string }
  | { readonly months: number }
  | { readonly years: number; readonly from: number };

const CALENDAR: ReadonlySet<string> = new Set<PeriodKind>([
  ...(['week', 'ten-days', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const),
]);
const isCalendar = (cadence: Cadence): cadence is PeriodKind => typeof cadence === 'string' && CALENDAR.has(cadence);

/**
 * Every period of a cadence that shares a day with [from, to], oldest first. Keys: `2026-03-T2` the second ten days of March,
 * `2026-03-F1` its first half, `2026-W10+2`, `2026-03+2`, `2026+3` stretches from that week, month or year on; a day by itself.
 */
export function cadenceBetween(cadence: Cadence, from: string, to: string, calendar: WorkCalendar | null): Period[] {
  if (isCalendar(cadence)) return periodsBetween(cadence, from, to);
  if (cadence === 'day' || cadence === 'working-day') return single(cadence, toDay(from), toDay(to), calendar);
  if ('weeks' in cadence) return weeksBetween(cadence, toDay(from), toDay(to));
  return 'months' in cadence
    ? stretches(cadence.months, 0, from, to, (first) => `${first.slice(0, 7)}+${cadence.months}`)
    : stretches(cadence.years * 12, cadence.from * 12, from, to, (first) => `${first.slice(0, 4)}+${cadence.years}`);
}

function single(kind: 'day' | 'working-day', from: DayNumber, to: DayNumber, calendar: WorkCalendar | null): Period[] {
  const found: Period[] = [];
  for (let day = from; day <= to; day++) {
    if (kind === 'working-day' && !(calendar ? calendar.isWorkingDay(day) : weekday(day) < 5)) continue;
    const text = fromDay(day);
    found.push({ key: text, start: text, end: text });
  }
  return found;
}

function weeksBetween(
  { weeks, from: origin }: { readonly weeks: number; readonly from: string },
  from: DayNumber,
  to: DayNumber,
): Period[] {
  const first = toDay(origin) - weekday(toDay(origin));
  const length = weeks * 7;
  const found: Period[] = [];
  for (let start = first + Math.floor((from - first) / length) * length; start <= to; start += length) {
    const [week] = periodsBetween('week', fromDay(start), fromDay(start));
    found.push({ key: `${week?.key}+${weeks}`, start: fromDay(start), end: fromDay(start + length - 1) });
  }
  return found;
}

/** Stretches of so many months, counted in months since year 0 from an origin on. */
function stretches(
  months: number,
  origin: number,
  from: string,
  to: string,
  keyOf: (first: string) => string,
): Period[] {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const firstOf = (month: number): Temporal.PlainDate =>
    Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
  // A stretch that fits into a year begins anew each January.
  const base = origin > 0 || 12 % months !== 0 ? origin : 0;
  const found: Period[] = [];
  for (let at = base + Math.floor((monthOf(from) - base) / months) * months; at <= monthOf(to); at += months) {
    const start = firstOf(at).toString();
    found.push({
      key: keyOf(start),
      start,
      end: firstOf(at + months)
        .subtract({ days: 1 })
        .toString(),
    });
  }
  return found;
}

const NAMES: Readonly<Record<Rhythm, Words>> = {
  day: say('每天', 'Every day'),
  'working-day': say('每个工作日', 'Every working day'),
  week: say('每周一次计算（周一至周日）', 'Every week, Monday to Sunday'),
  'ten-days': say('每旬', 'Every ten days of a month'),
  'half-month': say('每半个月', 'Every half month'),
  month: say('每月', 'Every month'),
  quarter: say('每季度', 'Every quarter'),
  'half-year': say('每半年', 'Every half-year'),
  year: say('每年', 'Every year'),
};

export function cadenceWords(cadence: Cadence): Words {
  if (typeof cadence === 'string') return NAMES[cadence];
  if ('weeks' in cadence) return say(`每 ${cadence.weeks} 周`, `Every ${cadence.weeks} weeks`);
  return 'months' in cadence
    ? say(`每 ${cadence.months} 个月`, cadence.months === 1 ? 'Every month' : `Every ${cadence.months} months`)
    : say(`每 ${cadence.years} 年`, `Every ${cadence.years} years`);
}

const LONGEST: Readonly<Record<Rhythm, number>> = {
  day: 1,
  'working-day': 1,
  week: 7,
  'ten-days': 11,
  'half-month': 16,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
};

/** The most days a period of the cadence ever has. */
export function longestOf(cadence: Cadence): number {
  if (typeof cadence === 'string') return LONGEST[cadence];
  if ('weeks' in cadence) return cadence.weeks * 7;
  return 'months' in cadence ? cadence.months * 31 : cadence.years * 366;
}

export const monthDayOf = (day: DayNumber): string => fromDay(day).slice(5);
