import { fromDay, toDay } from '../src/day.ts';
import { Decimal } from '../src/decimal.ts';
import type { Line } from '../src/rating/entries/line.ts';

/** Points of a book as the tests draw them; days are counted from the first of 2026. */
export interface Earned {
  readonly day: number;
  readonly points: number;
  /** Days they live; null when they never end. */
  readonly life: number | null;
}

export const FIRST = toDay('2026-01-01');

/** The line of a book in which points are earned; `i` tells those of one kind apart and says which was recorded first. */
export function line(kind: string, { day, points, life }: Earned, i: number): Line {
  const date = fromDay(FIRST + day);
  const fact = {
    id: `${kind}${String(i).padStart(2, '0')}`,
    form: kind,
    subject: { kind: 'organisation' as const, id: 'v' },
    date,
    data: {},
    recordedOn: date,
    recordedAt: `${date}T08:00:${String(i).padStart(2, '0')}Z`,
    recordedBy: { account: 'a', name: 'a' },
  };
  return {
    element: { env: {}, fact, title: { 'zh-CN': kind, en: kind } },
    fact,
    points: new Decimal(points),
    part: null,
    ends: life === null ? null : fromDay(FIRST + day + life),
    counts: true,
    notes: [],
  };
}
