import { periodsBetween } from '@luoshi/engine';

/** Year and month, the latter from 0, some months before a civil day. */
function monthBack(today: string, ago: number): readonly [year: number, month: number] {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - ago;
  return [Math.floor(months / 12), months % 12];
}

function month(today: string, ago: number): string {
  const [year, at] = monthBack(today, ago);
  return `${year}-${String(at + 1).padStart(2, '0')}`;
}

function quarter(today: string, ago: number): string {
  const [year, at] = monthBack(today, 3 * ago);
  return `${year}-Q${Math.floor(at / 3) + 1}`;
}

/** The key of the quarter a civil day lies in: `2026-Q4`. */
export const quarterOf = (today: string): string => quarter(today, 0);

/** The keys of the last four quarters, three months and two years, the present ones first; of parts of months where a measure has them. */
export function recentPeriods(today: string, kinds: readonly string[]): string[] {
  const year = Number(today.slice(0, 4));
  const quarters = [0, 1, 2, 3].map((ago) => quarter(today, ago));
  const months = [0, 1, 2].map((ago) => month(today, ago));
  const from = `${month(today, 1)}-01`;
  const parts = (['half-month', 'ten-days'] as const)
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => periodsBetween(kind, from, today).toReversed());
  return [...quarters, ...months, String(year), String(year - 1), ...parts.map(({ key }) => key)];
}
