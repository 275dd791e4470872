import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { monthDayOf } from './cadence.ts';
import { dateOf, fromDay, toDay, weekday } from './day.ts';
import {
  kindOfKey,
  type PeriodKind,
  periodBefore,
  periodFromKey,
  periodOf,
  periodsBetween,
  sameAYearBefore,
} from './period.ts';

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

describe('days', () => {
  it('agree with the calendar in every century, leap years included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        fc.pre(/^\d{4}-/.test(text));
        expect(toDay(text)).toBe(day);
        expect(fromDay(day)).toBe(text);
        expect(dateOf(day).toString()).toBe(text);
      }),
    );
    for (const text of [
      '1900-02-28',
      '1900-03-01',
      '2000-02-29',
      '2000-03-01',
      '2100-03-01',
      '0001-01-01',
      '9999-12-31',
    ])
      expect(toDay(text)).toBe(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
    expect(monthDayOf(toDay('2026-03-05'))).toBe('03-05');
  });
});

describe('periods', () => {
  it.each([
    ['2026-03', '2026-02', '2025-03'],
    ['2026-01', '2025-12', '2025-01'],
    ['2026-Q1', '2025-Q4', '2025-Q1'],
    ['2026-H1', '2025-H2', '2025-H1'],
    ['2026', '2025', '2025'],
    ['2026-W01', '2025-W52', '2025-W01'],
    ['2026-W53', '2026-W52', null],
    ['2028-02', '2028-01', '2027-02'],
  ])('before %s comes %s, and a year before it %s', (key, before, yearBefore) => {
    const period = periodFromKey(key);
    if (!period) throw new Error('no period');
    expect(periodBefore(period)).toEqual(periodFromKey(before));
    expect(sameAYearBefore(period)).toEqual(yearBefore === null ? null : periodFromKey(yearBefore));
  });

  it('of several months, weeks or years have others before them as long', () => {
    const months = { key: '2026-03+2', start: '2026-03-01', end: '2026-04-30' };
    expect(periodBefore(months)).toEqual({ key: '2026-01+2', start: '2026-01-01', end: '2026-02-28' });
    expect(sameAYearBefore(months)).toEqual({ key: '2025-03+2', start: '2025-03-01', end: '2025-04-30' });
    const weeks = { key: '2026-W10+2', start: '2026-03-02', end: '2026-03-15' };
    expect(periodBefore(weeks)).toEqual({ key: '2026-W08+2', start: '2026-02-16', end: '2026-03-01' });
    expect(sameAYearBefore(weeks)).toEqual({ key: '2025-W10+2', start: '2025-03-03', end: '2025-03-16' });
    const years = { key: '2024+3', start: '2024-01-01', end: '2026-12-31' };
    expect(periodBefore(years)).toEqual({ key: '2021+3', start: '2021-01-01', end: '2023-12-31' });
    const once = { key: 'once', start: '2026-01-01', end: '2026-01-31' };
    expect([periodBefore(once), sameAYearBefore(once)]).toEqual([null, null]);
  });

  it.each([
    ['2026-Q3', '2026-07-01', '2026-07-31', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-05', '2026-05-15', '2026-05-31', '2026-04', '2026-04-01', '2026-04-30'],
    ['2026-W38', '2026-09-14', '2026-09-18', '2026-W37', '2026-09-07', '2026-09-13'],
    ['2026-05-F2', '2026-05-20', '2026-05-31', '2026-05-F1', '2026-05-01', '2026-05-15'],
    ['2026-03+2', '2026-03-01', '2026-03-10', '2026-01+2', '2026-01-01', '2026-02-28'],
    ['2024+3', '2024-01-01', '2026-11-30', '2021+3', '2021-01-01', '2023-12-31'],
    ['2026', '2025-12-01', '2026-11-30', '2025', '2024-12-01', '2025-11-30'],
  ])(
    'before a part of %s comes the whole one before; a year that begins on another day is no part',
    (key, start, end, ...before) => {
      const [named, first, last] = before;
      expect(periodBefore({ key, start, end })).toEqual({ key: named, start: first, end: last });
    },
  );

  it.each([
    ['2026-W38', 'week'],
    ['2026-12', 'month'],
    ['2026-Q4', 'quarter'],
    ['2026-H2', 'half-year'],
    ['2026', 'year'],
    ['2026-W3', null],
    ['x2026-W38', null],
    ['2026-00', null],
    ['2026-1', null],
    ['2026-Q0', null],
    ['2026-H3', null],
    ['20260', null],
    ['2026-120', null],
    ['2026-Q41', null],
    ['2026-H21', null],
    ['2026-W381', null],
  ])('%s names a %s', (key, kind) => expect(kindOfKey(key)).toBe(kind));
});
