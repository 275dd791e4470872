/** Times of day as people write them in sheets. All results are `HH:MM`. */

const WRITTEN = /^(\d{1,2})(?::(\d{1,2})(?::\d{1,2}(?:\.\d+)?)?|[时点](?:(\d{1,2})分?|整)?)$/;
const A_DAY = 24 * 60;

/** 8:30, 08:30:00, 8时30分, 8点, also in full-width digits; else null. */
export function timeFromText(text: string): string | null {
  const match = WRITTEN.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return hour > 23 || minute > 59 ? null : written(hour * 60 + minute);
}

/** The part of a day that Excel holds for a time; the whole days of a date with its time are left out. */
export function timeFromNumber(number: number): string | null {
  return Number.isFinite(number) && number >= 0 ? written(Math.round((number % 1) * A_DAY) % A_DAY) : null;
}

/** The time of a `Date` whose UTC parts are the sheet's civil time. */
export const timeFromDate = (date: Date): string | null =>
  Number.isNaN(date.getTime()) ? null : written(date.getUTCHours() * 60 + date.getUTCMinutes());

const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
