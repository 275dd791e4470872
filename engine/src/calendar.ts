import { type DayNumber, dateOf, toDay, weekday } from './day.ts';
import type { Calendar } from './schema/pack.ts';
import type { Missing } from './value.ts';

export type DayKind = 'working-days' | 'calendar-days';

const FIRST = toDay('1980-01-01');
const LAST = toDay('2099-12-31');

/** Official working days: Monday to Friday, corrected by the days off and working weekends of loaded years. */
export interface WorkCalendar {
  isWorkingDay(day: DayNumber): boolean;
  /** Working days in [from, to], both included. */
  workingDays(from: DayNumber, to: DayNumber): number;
  /** Mondays to Fridays in [from, to], as if there were no holidays. */
  weekdays(from: DayNumber, to: DayNumber): number;
  countDays(kind: DayKind, from: DayNumber, to: DayNumber): number;
  /** The day `count` days of a kind after (or, when negative, before) a day; 0 is the day itself. */
  shift(day: DayNumber, count: number, kind: DayKind): DayNumber;
  /** Named days off and working weekends in [from, to], in order. */
  named(from: DayNumber, to: DayNumber): readonly NamedDay[];
  festival(id: string, year: number): DayNumber | null;
  /** Years that [from, to] touches and no pack has loaded: they fall back to Monday to Friday. */
  missing(from: DayNumber, to: DayNumber): readonly Missing[];
}

export interface NamedDay {
  readonly date: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly working: boolean;
}

export function workCalendar(calendars: ReadonlyMap<number, Calendar>): WorkCalendar {
  const named = [...calendars.values()].flatMap(namedDays).sort((a, b) => (a.date < b.date ? -1 : 1));
  const corrections = new Map(named.map((day) => [toDay(day.date), day.working]));
  const isWorkingDay = (day: DayNumber): boolean => corrections.get(day) ?? weekday(day) < 5;
  const working = counter(isWorkingDay);
  const plain = counter((day) => weekday(day) < 5);
  const countDays = (kind: DayKind, from: DayNumber, to: DayNumber): number =>
    kind === 'working-days' ? working(from, to) : Math.max(0, to - from + 1);
  return {
    isWorkingDay,
    workingDays: working,
    weekdays: plain,
    countDays,
    shift: (day, count, kind) => (kind === 'calendar-days' ? day + count : shiftWorking(day, count, isWorkingDay)),
    named: (from, to) => named.filter(({ date }) => toDay(date) >= from && toDay(date) <= to),
    festival: (id, year) => {
      const found = calendars.get(year)?.festivals.find((festival) => festival.id === id);
      return found ? toDay(found.date) : null;
    },
    missing: (from, to) => missingYears(calendars, from, to),
  };
}

const namedDays = (calendar: Calendar): NamedDay[] => [
  ...calendar.days_off.map(({ date, name }) => ({ date, name, working: false })),
  ...calendar.working_weekends.map(({ date, name }) => ({ date, name, working: true })),
];

/** Counts days in a range by prefix sums over the years a county works with, day by day outside them. */
function counter(counts: (day: DayNumber) => boolean): (from: DayNumber, to: DayNumber) => number {
  let sums: Int32Array | null = null;
  const prefix = (): Int32Array => {
    if (sums) return sums;
    sums = new Int32Array(LAST - FIRST + 2);
    for (let day = FIRST; day <= LAST; day++) {
      sums[day - FIRST + 1] = (sums[day - FIRST] ?? 0) + (counts(day) ? 1 : 0);
    }
    return sums;
  };
  return (from, to) => {
    if (to < from) return 0;
    if (from >= FIRST && to <= LAST) return (prefix()[to - FIRST + 1] ?? 0) - (prefix()[from - FIRST] ?? 0);
    let count = 0;
    for (let day = from; day <= to; day++) if (counts(day)) count++;
    return count;
  };
}

function shiftWorking(day: DayNumber, count: number, isWorkingDay: (day: DayNumber) => boolean): DayNumber {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (isWorkingDay(at)) left--;
  }
  return at;
}

function missingYears(calendars: ReadonlyMap<number, Calendar>, from: DayNumber, to: DayNumber): Missing[] {
  const found: Missing[] = [];
  for (let year = dateOf(from).year; year <= dateOf(to).year; year++) {
    if (calendars.has(year)) continue;
    found.push({
      what: `calendar:${year}`,
      words: {
        'zh-CN': `${year} 年的放假安排尚未装入，按周一至周五计算`,
        en: `The calendar of ${year} is not loaded; Monday to Friday is used`,
      },
    });
  }
  return found;
}
