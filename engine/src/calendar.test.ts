import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type WorkCalendar, workCalendar } from './calendar.ts';
import { fromDay, toDay } from './day.ts';
import type { Calendar } from './schema/pack.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const year2026: Calendar = {
  year: 2026,
  source: { document: '国务院办公厅通知' },
  days_off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((date) => ({
    date,
    name: words('国庆节'),
  })),
  working_weekends: [{ date: '2026-10-10', name: words('调休') }],
  festivals: [{ id: 'national-day', date: '2026-10-01', name: words('国庆节') }],
};
let calendar: WorkCalendar;
beforeAll(() => {
  calendar = workCalendar(new Map([[2026, year2026]]));
});
const count = (from: string, to: string): number => calendar.workingDays(toDay(from), toDay(to));

test('days off and working weekends correct Monday to Friday', () => {
  expect(count('2026-09-28', '2026-10-04')).toBe(3);
  expect(count('2026-10-05', '2026-10-11')).toBe(3);
  expect(calendar.weekdays(toDay('2026-10-05'), toDay('2026-10-11'))).toBe(5);
  expect(calendar.isWorkingDay(toDay('2026-10-10'))).toBe(true);
});

test('named days come in order, whatever the order of years and lists', () => {
  const year = (year: number, off: string, working: string): [number, Calendar] => [
    year,
    {
      year,
      source: { document: '国务院办公厅通知' },
      days_off: [{ date: `${year}-${off}`, name: words('放假') }],
      working_weekends: [{ date: `${year}-${working}`, name: words('上班') }],
      festivals: [],
    },
  ];
  const { named } = workCalendar(new Map([year(2027, '10-01', '09-26'), year(2026, '01-01', '01-04')]));
  const dates = (from: string, to: string) => named(toDay(from), toDay(to)).map(({ date }) => date);
  expect(dates('2026-01-01', '2027-12-31')).toEqual(['2026-01-01', '2026-01-04', '2027-09-26', '2027-10-01']);
  expect(dates('2026-01-04', '2027-09-26')).toEqual(['2026-01-04', '2027-09-26']);
  expect(dates('2026-01-05', '2027-09-25')).toEqual([]);
});

test('shifting by working days goes around holidays, both ways', () => {
  const shift = (day: string, days: number): string => fromDay(calendar.shift(toDay(day), days, 'working-days'));
  expect(shift('2026-09-30', 1)).toBe('2026-10-08');
  expect(shift('2026-10-08', -1)).toBe('2026-09-30');
  expect(shift('2026-10-04', 0)).toBe('2026-10-04');
  expect(fromDay(calendar.shift(toDay('2026-09-30'), 3, 'calendar-days'))).toBe('2026-10-03');
});

test('a year that is not loaded falls back to Monday to Friday and says so', () => {
  expect(count('2027-10-04', '2027-10-10')).toBe(5);
  expect(calendar.missing(toDay('2026-12-28'), toDay('2027-01-03')).map(({ what }) => what)).toEqual(['calendar:2027']);
  expect(calendar.festival('national-day', 2026)).toBe(toDay('2026-10-01'));
  expect(calendar.festival('national-day', 2027)).toBeNull();
});

test('counting by sums equals counting day by day, also beyond the years kept', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: toDay('1975-01-01'), max: toDay('2105-01-01') }),
      fc.integer({ min: -3, max: 400 }),
      (from, days) => {
        let counted = 0;
        for (let day = from; day <= from + days; day++) if (calendar.isWorkingDay(day)) counted++;
        expect(calendar.workingDays(from, from + days)).toBe(counted);
      },
    ),
  );
});
