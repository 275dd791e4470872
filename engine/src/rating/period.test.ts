import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromDay, toDay } from '../day.ts';
import { periodBefore, sameAYearBefore } from '../period.ts';
import type { Rating } from '../schema/rating.ts';
import {
  lastRatingPeriods,
  ratingPeriod,
  ratingPeriodAYearBefore,
  ratingPeriodBefore,
  ratingPeriodOn,
  ratingPeriodsWithin,
} from './period.ts';

type Every = Rating['period']['every'];
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
  ['day', undefined, '2028-02-29', '2028-02-29', '2028-02-29'],
  ['ten-days', undefined, '2026-02-T3', '2026-02-21', '2026-02-28'],
  ['ten-days', undefined, '2026-03-T2', '2026-03-11', '2026-03-20'],
  ['half-month', undefined, '2028-02-F2', '2028-02-16', '2028-02-29'],
  ['half-month', undefined, '2026-12-F1', '2026-12-01', '2026-12-15'],
  ['week', undefined, '2026-W01', '2025-12-29', '2026-01-04'],
  [{ weeks: 2, from: '2026-01-07' }, undefined, '2026-W02+2', '2026-01-05', '2026-01-18'],
  [{ weeks: 2, from: '2026-01-07' }, undefined, '2026-W04+2', '2026-01-19', '2026-02-01'],
  [{ months: 2 }, undefined, '2026-03+2', '2026-03-01', '2026-04-30'],
  [{ months: 4 }, undefined, '2026-09+4', '2026-09-01', '2026-12-31'],
  [{ years: 3, from: 2024 }, undefined, '2024+3', '2024-01-01', '2026-12-31'],
  [{ years: 3, from: 2024 }, undefined, '2018+3', '2018-01-01', '2020-12-31'],
  [{ years: 5, from: 2022 }, '10-01', '2022+5', '2021-10-01', '2026-09-30'],
] as const)('every %s from %s: %s', (every, begins, key, start, end) => {
  expect(ratingPeriod(own(every, begins), key)).toEqual({ key, start, end });
});

it.each(['2026-Q5', '2026-H3', '2026-13', '2026-00', '2026-W10', '26', ''])('has no period “%s”', (key) => {
  for (const every of ['month', 'quarter', 'half-year', 'year'] as const)
    expect(ratingPeriod(own(every, '10-16'), key)).toBeNull();
});

it.each([
  ['week', '2026-W54'],
  ['day', '2026-02-29'],
  ['day', '2026-02'],
  ['ten-days', '2026-02-T4'],
  ['ten-days', '2026-13-T1'],
  ['ten-days', '2026-02-F1'],
  ['half-month', '2026-02-F3'],
  ['half-month', '2026-02'],
  ['week', '2026-03'],
  [{ weeks: 2, from: '2026-01-07' }, '2026-W03+2'],
  [{ weeks: 2, from: '2026-01-07' }, '2026-W02'],
  [{ months: 2 }, '2026-02+2'],
  [{ months: 2 }, '2026-03+4'],
  [{ years: 3, from: 2024 }, '2025+3'],
  [{ years: 3, from: 2024 }, '2024'],
  [{ years: 3, from: 2024 }, 'once'],
] as const)('every %j has no period “%s”', (every, key) => {
  expect(ratingPeriod(own(every), key)).toBeNull();
});

it('puts a week where its Thursday lies, and two weeks where that of the first does', () => {
  const keys = (every: Every, start: string, end: string) =>
    ratingPeriodsWithin(own(every), { start, end }).map(({ key }) => key);
  expect(keys('week', '2026-04-01', '2026-04-30')).toEqual([
    '2026-W14',
    '2026-W15',
    '2026-W16',
    '2026-W17',
    '2026-W18',
  ]);
  expect(keys('week', '2026-05-01', '2026-05-31')).toEqual(['2026-W19', '2026-W20', '2026-W21', '2026-W22']);
  expect(keys('week', '2026-01-01', '2026-12-31')).toHaveLength(53);
  const two = { weeks: 2, from: '2026-01-05' };
  expect(keys(two, '2026-01-01', '2026-01-31')).toEqual(['2026-W02+2', '2026-W04+2']);
  expect(keys(two, '2026-02-01', '2026-02-28')).toEqual(['2026-W06+2', '2026-W08+2']);
});

it('names the last periods, the latest first', () => {
  const keys = (every: Every, day: string, begins?: string) =>
    lastRatingPeriods(own(every, begins), day, 3).map(({ key }) => key);
  expect(keys('year', '2026-01-01')).toEqual(['2026', '2025', '2024']);
  expect(keys('year', '2026-10-01', '10-01')).toEqual(['2027', '2026', '2025']);
  expect(keys('half-year', '2026-07-01')).toEqual(['2026-H2', '2026-H1', '2025-H2']);
  expect(keys('quarter', '2026-03-31')).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(keys('month', '2026-01-15')).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(keys('day', '2026-03-01')).toEqual(['2026-03-01', '2026-02-28', '2026-02-27']);
  expect(keys('ten-days', '2026-01-20')).toEqual(['2026-01-T2', '2026-01-T1', '2025-12-T3']);
  expect(keys('half-month', '2026-01-16')).toEqual(['2026-01-F2', '2026-01-F1', '2025-12-F2']);
  expect(keys('week', '2026-01-04')).toEqual(['2026-W01', '2025-W52', '2025-W51']);
  expect(keys({ months: 2 }, '2026-02-28')).toEqual(['2026-01+2', '2025-11+2', '2025-09+2']);
  expect(keys({ years: 3, from: 2024 }, '2026-02-28')).toEqual(['2024+3', '2021+3', '2018+3']);
});

it('finds the stretch a year before, and those that measures read', () => {
  const [two, terms] = [own({ months: 2 }), own({ years: 3, from: 2024 })];
  const march = ratingPeriod(two, '2026-03+2');
  const term = ratingPeriod(terms, '2024+3');
  expect(march && ratingPeriodAYearBefore(two, march)?.key).toBe('2025-03+2');
  expect(term && ratingPeriodAYearBefore(terms, term)?.key).toBe('2021+3');
  expect(march && periodBefore(march)).toEqual({ key: '2026-01+2', start: '2026-01-01', end: '2026-02-28' });
  expect(term && periodBefore(term)).toEqual({ key: '2021+3', start: '2021-01-01', end: '2023-12-31' });
  expect(march && sameAYearBefore(march)).toEqual({ key: '2025-03+2', start: '2025-03-01', end: '2025-04-30' });
  const weeks = ratingPeriod(own({ weeks: 2, from: '2026-01-05' }), '2026-W10+2');
  expect(weeks && periodBefore(weeks)).toEqual({ key: '2026-W08+2', start: '2026-02-16', end: '2026-03-01' });
  expect(weeks && sameAYearBefore(weeks)).toEqual({ key: '2025-W10+2', start: '2025-03-03', end: '2025-03-16' });
});

it.each([
  ['day', '2028-02-29', '2028-02-28', '2027-02-28'],
  ['day', '2026-01-01', '2025-12-31', '2025-01-01'],
  ['ten-days', '2026-01-T1', '2025-12-T3', '2025-01-T1'],
  ['half-month', '2028-02-F2', '2028-02-F1', '2027-02-F2'],
] as const)('every %s: before %s comes %s, and a year before %s', (every, key, previous, yearBefore) => {
  const period = ratingPeriod(own(every), key);
  if (!period) throw new Error(`no period ${key}`);
  const [before, then] = [previous, yearBefore].map((one) => ratingPeriod(own(every), one));
  expect([periodBefore(period), sameAYearBefore(period)]).toEqual([before, then]);
  expect([ratingPeriodBefore(own(every), period.start), ratingPeriodAYearBefore(own(every), period)]).toEqual([
    before,
    then,
  ]);
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
      fc.constantFrom<Every>(
        'month',
        'quarter',
        'half-year',
        'year',
        'week',
        'day',
        'ten-days',
        'half-month',
        { weeks: 3, from: '2026-02-05' },
        { months: 2 },
        { months: 4 },
        { years: 2, from: 2001 },
      ),
      begins,
      fc.integer({ min: 2000, max: 2060 }),
      (every, from, year) => {
        const periods = ratingPeriodsWithin(own(every, from), { start: `${year}-01-01`, end: `${year + 3}-12-31` });
        expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
        periods.slice(1).forEach(({ start, key }, i) => {
          expect(fromDay(toDay(periods[i]?.end ?? '') + 1)).toBe(start);
          expect(ratingPeriodBefore(own(every, from), start)?.key).toBe(periods[i]?.key);
          expect(ratingPeriod(own(every, from), key)?.start).toBe(start);
          expect(ratingPeriodOn(own(every, from), periods[i + 1]?.end ?? '')?.key).toBe(key);
        });
      },
    ),
  );
});
