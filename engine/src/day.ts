import { Temporal } from 'temporal-polyfill';

/** A civil day as days since 1970-01-01: what hot loops compare. */
export type DayNumber = number;

/** Later than every day; the end of what has no end. */
export const NEVER: DayNumber = 2 ** 31 - 1;

const texts = new Map<DayNumber, string>();

const digits = (text: string, from: number, count: number): number => {
  let value = 0;
  for (let i = from; i < from + count; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
};

/** `YYYY-MM-DD` → day number, by the proleptic Gregorian calendar. The text has been validated before. */
export function toDay(text: string): DayNumber {
  const month = digits(text, 5, 2);
  // March is the first month, so that the leap day is the last of its year.
  const year = digits(text, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(text, 8, 2) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
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
