/** Days counted from 1970-01-01 on, worked out with `Date` alone. */
export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

const texts = new Map<number, string>();
export function textOf(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

/** Monday is 0. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
export const monthOf = (day: number): number => Number(textOf(day).slice(5, 7));
export const yearOf = (day: number): number => Number(textOf(day).slice(0, 4));

/** First day of a month; months may run over the year. */
export const monthStart = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000;
export const monthLength = (year: number, month: number): number =>
  monthStart(year, month + 1) - monthStart(year, month);

export const daysFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** So many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const [year, month, date] = textOf(day).split('-').map(Number) as [number, number, number];
  return monthStart(year, month + months) + Math.min(date, monthLength(year, month + months)) - 1;
}

export const DAYS_OFF = ['2026-06-19', '2026-07-01', '2026-07-02', '2026-07-03'];
export const WORKING_WEEKENDS = ['2026-06-14', '2026-07-05'];

export const isDayOff = (day: number): boolean => DAYS_OFF.includes(textOf(day));
export const isWorking = (day: number): boolean =>
  WORKING_WEEKENDS.includes(textOf(day)) || (weekdayOf(day) < 5 && !isDayOff(day));

/** So many working or calendar days later; a negative number of days goes back. */
export function shift(day: number, count: number, kind: 'working-days' | 'calendar-days'): number {
  if (kind === 'calendar-days') return day + count;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += Math.sign(count);
    if (isWorking(at)) left--;
  }
  return at;
}
