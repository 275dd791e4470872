import type { Calendar } from '@luoshi/engine';
import { Temporal } from 'temporal-polyfill';

const DAY = 86_400_000;
const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const fromTime = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Civil days as `YYYY-MM-DD`; they compare as text. */
export const addDays = (day: string, count: number): string => fromTime(toTime(day) + count * DAY);

const weekdays = new Map<string, number>();

/** 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  const known = weekdays.get(day) ?? (new Date(toTime(day)).getUTCDay() || 7);
  weekdays.set(day, known);
  return known;
}

export const mondayOf = (day: string): string => addDays(day, 1 - weekday(day));

const spans = new Map<string, readonly string[]>();

/** Every day of the span; the same few spans are asked for thousands of times. */
export function daysBetween(from: string, to: string): readonly string[] {
  const known = spans.get(from + to);
  if (known) return known;
  const days: string[] = [];
  for (let time = toTime(from); time <= toTime(to); time += DAY) days.push(fromTime(time));
  spans.set(from + to, days);
  return days;
}

/** First days of the months that touch the span. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = nextMonth(day)) months.push(day);
  return months;
}

export const nextMonth = (first: string): string => Temporal.PlainDate.from(first).add({ months: 1 }).toString();
export const monthEnd = (day: string): string => addDays(nextMonth(`${day.slice(0, 7)}-01`), -1);
export const addYears = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString();

export type WorkingDay = (day: string) => boolean;

/** The working days of a span; asked for as often as the span itself. */
const workingSpans = new Map<WorkingDay, Map<string, readonly string[]>>();

export function workingDaysBetween(from: string, to: string, isWorkingDay: WorkingDay): readonly string[] {
  const known = workingSpans.get(isWorkingDay) ?? new Map<string, readonly string[]>();
  workingSpans.set(isWorkingDay, known);
  const days = known.get(from + to) ?? daysBetween(from, to).filter(isWorkingDay);
  known.set(from + to, days);
  return days;
}

/** Weekdays, less the official days off, plus the weekends worked instead. */
export function workingDaysBy(calendars: readonly Calendar[]): WorkingDay {
  const off = new Set(calendars.flatMap(({ days_off }) => days_off.map(({ date }) => date)));
  const added = new Set(calendars.flatMap(({ working_weekends }) => working_weekends.map(({ date }) => date)));
  return (day) => added.has(day) || (weekday(day) <= 5 && !off.has(day));
}
