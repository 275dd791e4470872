import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDay, toDay, weekday } from './day.ts';
import { kindOfKey, type PeriodKind, periodFromKey, periodOf, periodsBetween } from './period.ts';

const anyDay = fc.integer({ min: toDay('1990-01-01'), max: toDay('2090-12-31') }).map(fromDay);
const anyKind = fc.constantFrom<PeriodKind>('week', 'month', 'quarter', 'half-year', 'year');

test.each([
  ['week', '2026-09-20', { key: '2026-W38', start: '2026-09-14', end: '2026-09-20' }],
  ['week', '2027-01-03', { key: '2026-W53', start: '2026-12-28', end: '2027-01-03' }],
  ['month', '2028-02-29', { key: '2028-02', start: '2028-02-01', end: '2028-02-29' }],
  ['quarter', '2026-09-30', { key: '2026-Q3', start: '2026-07-01', end: '2026-09-30' }],
  ['half-year', '2026-07-01', { key: '2026-H2', start: '2026-07-01', end: '2026-12-31' }],
  ['year', '2026-07-01', { key: '2026', start: '2026-01-01', end: '2026-12-31' }],
] as const)('%s of %s', (kind, day, period) => expect(periodOf(kind, day)).toEqual(period));

test.each(['2026-W54', '2025-W53', '2026-13', '2026-Q5', 'once', '2026-09-20', ''])('“%s” names no period', (key) =>
  expect(periodFromKey(key)).toBeNull(),
);

test('a period holds its day, and its key finds it again', () => {
  fc.assert(
    fc.property(anyKind, anyDay, (kind, day) => {
      const period = periodOf(kind, day);
      expect(period.start <= day && day <= period.end).toBe(true);
      expect(kindOfKey(period.key)).toBe(kind);
      expect(periodFromKey(period.key)).toEqual(period);
    }),
  );
});

test('periods follow each other without gap', () => {
  fc.assert(
    fc.property(anyKind, anyDay, fc.integer({ min: 0, max: 900 }), (kind, from, days) => {
      const to = fromDay(toDay(from) + days);
      const periods = periodsBetween(kind, from, to);
      expect(periods[0]).toEqual(periodOf(kind, from));
      expect(periods.at(-1)).toEqual(periodOf(kind, to));
      periods.slice(1).forEach((next, i) => expect(toDay(next.start)).toBe(toDay(periods[i]?.end ?? '') + 1));
    }),
    { numRuns: 50 },
  );
});

test('day numbers agree with the platform’s calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(toDay(day)).toBe(Date.parse(day) / 86_400_000);
      expect(weekday(toDay(day))).toBe((new Date(day).getUTCDay() + 6) % 7);
    }),
  );
});
