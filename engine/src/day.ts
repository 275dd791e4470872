import { Temporal } from 'temporal-polyfill';

/** A civil day as days since 1970-01-01: what hot loops compare. */
export type DayNumber = number;

/** Later than every day; the end of what has no end. */
export const NEVER: DayNumber = 2 ** 31 - 1;

const texts = new Map<DayNumber, string>();

/** The digit at a place of a text. */
const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** `YYYY-MM-DD` → day number, by the proleptic Gregorian calendar. The text has been validated before. */
export function toDay(text: string): DayNumber {
  const month = digit(text, 5) * 10 + digit(text, 6);
  // March is the first month, so that the leap day is the last of its year.
  const inYear = month > 2 ? month - 3 : month + 9;
  const written = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const year = month > 2 ? written : written - 1;
  const leapDays = (year >> 2) - Math.floor(year / 100) + Math.floor(year / 400);
  const dayOfYear = ((153 * inYear + 2) / 5) | 0;
  return year * 365 + leapDays + dayOfYear + digit(text, 8) * 10 + digit(text, 9) - 719469;
}

/** Day number → `YYYY-MM-DD`. */
export function fromDay(day: DayNumber): string {
  const text = texts.get(day);
  if (text !== undefined) return text;
  const made = dateOf(day).toString();
  texts.set(day, made);
  return made;
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');
export const dateOf = (day: DayNumber): Temporal.PlainDate => EPOCH.add({ days: day });

/** 0 Monday … 6 Sunday; 1970-01-01 was a Thursday. */
export const weekday = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
