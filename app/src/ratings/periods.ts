type Every = 'month' | 'quarter' | 'half-year' | 'year';

const IN_A_YEAR: Readonly<Record<Every, number>> = { month: 12, quarter: 4, 'half-year': 2, year: 1 };

/** The keys of the period of a cadence that a day lies in, and of those before it, the latest first. */
export function lastPeriods(every: Every, day: string, count: number): string[] {
  const perYear = IN_A_YEAR[every];
  const month = Number(day.slice(5, 7)) - 1;
  const now = Number(day.slice(0, 4)) * perYear + Math.floor((month * perYear) / 12);
  return Array.from({ length: count }, (_, ago) => keyOf(every, now - ago));
}

function keyOf(every: Every, index: number): string {
  const [year, part] = [Math.floor(index / IN_A_YEAR[every]), (index % IN_A_YEAR[every]) + 1];
  if (every === 'year') return String(year);
  if (every === 'month') return `${year}-${String(part).padStart(2, '0')}`;
  return `${year}-${every === 'quarter' ? 'Q' : 'H'}${part}`;
}
