/** Periods one can look back to, most recent first. Keys are the engine's: `2026-W38`, `2026-09`, `2026-Q3`, `2026`. */
export interface PeriodChoices {
  readonly weeks: readonly string[];
  readonly months: readonly string[];
  readonly quarters: readonly string[];
  readonly years: readonly string[];
}

const DAY_MS = 86_400_000;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const two = (n: number) => String(n).padStart(2, '0');

/** The ISO 8601 week a day lies in: the one that holds its Thursday. */
export function weekOf(day: Date): string {
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${two(week)}`;
}

const back = (n: number, make: (ago: number) => string) => Array.from({ length: n }, (_, ago) => make(ago));

export function periodChoices(today: string): PeriodChoices {
  const day = utc(today);
  const month = (ago: number) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - ago, 1));
  return {
    weeks: back(8, (ago) => weekOf(new Date(day.getTime() - ago * 7 * DAY_MS))),
    months: back(6, (ago) => month(ago).toISOString().slice(0, 7)),
    quarters: back(4, (ago) => {
      const at = month(ago * 3);
      return `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
    }),
    years: back(2, (ago) => String(day.getUTCFullYear() - ago)),
  };
}
