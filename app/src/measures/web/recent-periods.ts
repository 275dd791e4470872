const month = (day: Date, ago: number) => {
  const at = new Date(day.getFullYear(), day.getMonth() - ago, 1);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`;
};

const quarter = (day: Date, ago: number) => quarterOf(new Date(day.getFullYear(), day.getMonth() - 3 * ago, 1));

/** The key of the quarter a day lies in: `2026-Q4`. */
export const quarterOf = (day: Date): string => `${day.getFullYear()}-Q${Math.floor(day.getMonth() / 3) + 1}`;

/** The keys of the last four quarters, three months and two years, the present ones first. */
export function recentPeriods(day: Date): string[] {
  const quarters = [0, 1, 2, 3].map((ago) => quarter(day, ago));
  const months = [0, 1, 2].map((ago) => month(day, ago));
  return [...quarters, ...months, String(day.getFullYear()), String(day.getFullYear() - 1)];
}
