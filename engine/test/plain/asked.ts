/** Periods that are asked for, with those they are compared with, looked up in a calendar. */
export interface Asked {
  readonly kind: string;
  readonly key: string;
  readonly days: readonly [string, string];
  readonly before: readonly [string, string];
  readonly yearBefore: readonly [string, string];
}

export const PERIODS: readonly Asked[] = [
  {
    kind: 'week',
    key: '2026-W20',
    days: ['2026-05-11', '2026-05-17'],
    before: ['2026-05-04', '2026-05-10'],
    yearBefore: ['2025-05-12', '2025-05-18'],
  },
  {
    kind: 'month',
    key: '2026-05',
    days: ['2026-05-01', '2026-05-31'],
    before: ['2026-04-01', '2026-04-30'],
    yearBefore: ['2025-05-01', '2025-05-31'],
  },
  {
    kind: 'quarter',
    key: '2026-Q2',
    days: ['2026-04-01', '2026-06-30'],
    before: ['2026-01-01', '2026-03-31'],
    yearBefore: ['2025-04-01', '2025-06-30'],
  },
  {
    kind: 'half-year',
    key: '2026-H1',
    days: ['2026-01-01', '2026-06-30'],
    before: ['2025-07-01', '2025-12-31'],
    yearBefore: ['2025-01-01', '2025-06-30'],
  },
  {
    kind: 'year',
    key: '2026',
    days: ['2026-01-01', '2026-12-31'],
    before: ['2025-01-01', '2025-12-31'],
    yearBefore: ['2025-01-01', '2025-12-31'],
  },
];
