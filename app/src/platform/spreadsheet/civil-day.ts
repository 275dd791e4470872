/** Days as people write them in sheets. All results are `YYYY-MM-DD` in the Gregorian calendar. */

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Serials between 1930 and 2150 or so; outside, a bare number is not taken for a day. */
const SERIAL_FROM = 10_958;
const SERIAL_TO = 91_676;

const WRITTEN =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?:[T ]\d{1,2}:\d{2}.*)?$/;

/** 2026-09-01, 2026/9/1, 2026.9.1, 2026年9月1日, 20260901, also in full-width digits; else null. */
export function dayFromText(text: string): string | null {
  const match = WRITTEN.exec(
    text
      .normalize('NFKC')
      .trim()
      .replaceAll(/\s*([年月日/.-])\s*/g, '$1'),
  );
  if (!match) return null;
  return dayFromParts(
    Number(match[1]),
    Number(match[2] ?? match[4] ?? match[6]),
    Number(match[3] ?? match[5] ?? match[7]),
  );
}

/** An Excel serial of the file's date system, or a number written as 20260901; else null. */
export function dayFromNumber(number: number, date1904: boolean): string | null {
  if (Number.isInteger(number) && number >= 19_000_101 && number <= 21_001_231) return dayFromText(String(number));
  const base = date1904 ? EPOCH_1904 : EPOCH_1900;
  const serial1900 = date1904 ? number + 1462 : number;
  if (serial1900 < SERIAL_FROM || serial1900 > SERIAL_TO) return null;
  return dayFromDate(new Date(base + Math.floor(number) * DAY_MS));
}

/** The day of a `Date` whose UTC parts are the sheet's civil time. */
export const dayFromDate = (date: Date): string | null =>
  Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);

/** Midnight UTC of the day: what the writer turns into a serial. */
export const dateFromDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

function dayFromParts(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? dayFromDate(date) : null;
}
