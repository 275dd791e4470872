import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromDay, toDay } from '../day.ts';
import { ratingPeriod, ratingPeriodAYearBefore, ratingPeriodBefore, ratingPeriodsWithin } from './period.ts';

type Every = 'month' | 'quarter' | 'half-year' | 'year';
const own = (every: Every, begins?: string) => ({ period: begins === undefined ? { every } : { every, begins } });

it.each([
  ['year', undefined, '2026', '2026-01-01', '2026-12-31'],
  ['year', '10-01', '2026', '2025-10-01', '2026-09-30'],
  ['half-year', '10-01', '2026-H1', '2025-10-01', '2026-03-31'],
  ['half-year', '10-01', '2026-H2', '2026-04-01', '2026-09-30'],
  ['quarter', '12-16', '2026-Q1', '2025-12-16', '2026-03-15'],
  ['quarter', '12-16', '2026-Q4', '2026-09-16', '2026-12-15'],
  ['month', '01-21', '2026-03', '2026-02-21', '2026-03-20'],
  ['month', '10-01', '2026-03', '2026-03-01', '2026-03-31'],
  ['month', '01-31', '2026-03', '2026-02-28', '2026-03-30'],
  ['year', '02-29', '2026', '2025-02-28', '2026-02-27'],
  ['year', '02-29', '2028', '2027-02-28', '2028-02-28'],
] as const)('every %s from %s: %s', (every, begins, key, start, end) => {
  expect(ratingPeriod(own(every, begins), key)).toEqual({ key, start, end });
});

it.each(['2026-Q5', '2026-H3', '2026-13', '2026-W10', '26', ''])('has no period “%s”', (key) => {
  for (const every of ['month', 'quarter', 'half-year', 'year'] as const)
    expect(ratingPeriod(own(every, '10-16'), key)).toBeNull();
});

it('lists the rounds of a year of its own', () => {
  const rounds = ratingPeriodsWithin(own('half-year', '10-01'), { start: '2025-10-01', end: '2026-09-30' });
  expect(rounds.map(({ key }) => key)).toEqual(['2026-H1', '2026-H2']);
});

it('finds the period before, and the same one a year before', () => {
  const quarters = own('quarter', '12-16');
  const first = ratingPeriod(quarters, '2026-Q1');
  expect(ratingPeriodBefore(quarters, '2025-12-16')?.key).toBe('2025-Q4');
  expect(first && ratingPeriodAYearBefore(quarters, first)?.start).toBe('2024-12-16');
  expect(ratingPeriodBefore(own('month'), '2026-03-01')?.key).toBe('2026-02');
});

it('covers every day by exactly one period', () => {
  const begins = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([month, day]) => [month, day].map((n) => String(n).padStart(2, '0')).join('-'));
  fc.assert(
    fc.property(
      fc.constantFrom<Every>('month', 'quarter', 'half-year', 'year'),
      begins,
      fc.integer({ min: 2000, max: 2060 }),
      (every, from, year) => {
        const periods = ratingPeriodsWithin(own(every, from), { start: `${year}-01-01`, end: `${year + 3}-12-31` });
        expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
        periods.slice(1).forEach(({ start, key }, i) => {
          expect(fromDay(toDay(periods[i]?.end ?? '') + 1)).toBe(start);
          expect(ratingPeriodBefore(own(every, from), start)?.key).toBe(periods[i]?.key);
          expect(ratingPeriod(own(every, from), key)?.start).toBe(start);
        });
      },
    ),
  );
});
