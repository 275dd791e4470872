import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDay } from '../../day.ts';
import { type Every, windowsIn } from './spans.ts';

const year = { key: '2026', start: '2026-01-01', end: '2026-12-31' };

it.each([
  [{ months: 2 }, 6],
  [{ months: 5 }, 2],
  ['week', 52],
  ['half-year', 2],
  [{ days_of_month: [7, 21], tolerance: 2 }, 24],
  [{ days_of_month: [31], tolerance: 0 }, 12],
] as const)('every %o: %i windows in a year', (every, count) => {
  expect(windowsIn(every as Every, year)).toHaveLength(count);
});

it('takes the last day of February for the 31st', () => {
  const days = windowsIn({ days_of_month: [31], tolerance: 1 }, year);
  expect(days[1]).toEqual({ key: '2026-02-28', start: '2026-02-27', end: '2026-03-01' });
});

it('never counts a day twice', () => {
  const every = fc.oneof(
    fc.constantFrom<Every>('week', 'month', 'quarter', 'half-year'),
    fc.integer({ min: 1, max: 12 }).map((months): Every => ({ months })),
    fc.integer({ min: 0, max: 6 }).map((tolerance): Every => ({ days_of_month: [7, 21], tolerance })),
  );
  fc.assert(
    fc.property(every, (one) => {
      const windows = windowsIn(one, year);
      windows.slice(1).forEach(({ start }, i) => expect(toDay(start)).toBeGreaterThan(toDay(windows[i]?.end ?? '')));
    }),
  );
});

const quarter = { key: '2026-Q1', start: '2026-01-01', end: '2026-03-31' };
const days = (days_of_month: readonly number[], tolerance = 0) => ({ days_of_month, tolerance });
const told = (...asked: Parameters<typeof windowsIn>): string[] =>
  windowsIn(...asked).map(({ start, end }) => (start === end ? start : `${start}/${end}`));

it('fixed days come oldest first, however they are written, and each once', () => {
  const all = ['2026-01-05', '2026-01-20', '2026-02-05', '2026-02-20', '2026-03-05', '2026-03-20'];
  expect(told(days([5, 20]), quarter)).toEqual(all);
  expect(told(days([20, 5, 20]), quarter)).toEqual(all);
});

it('a day a month lacks is its last, and the days around a fixed day may lie outside the period', () => {
  expect(told(days([30, 31]), quarter)).toEqual(['2026-01-30', '2026-01-31', '2026-02-28', '2026-03-30', '2026-03-31']);
  expect(told(days([1], 2), quarter)).toEqual([
    '2025-12-30/2026-01-03',
    '2026-01-30/2026-02-03',
    '2026-02-27/2026-03-03',
  ]);
});

it('only fixed days within the period count', () => {
  const part = { key: 'part', start: '2026-01-05', end: '2026-02-20' };
  expect(told(days([4, 5, 20, 21]), part)).toEqual([
    '2026-01-05',
    '2026-01-20',
    '2026-01-21',
    '2026-02-04',
    '2026-02-05',
    '2026-02-20',
  ]);
});

it('stretches of months begin with the period; what is left over is none', () => {
  expect(told({ months: 1 }, quarter)).toEqual([
    '2026-01-01/2026-01-31',
    '2026-02-01/2026-02-28',
    '2026-03-01/2026-03-31',
  ]);
  expect(told({ months: 2 }, quarter)).toEqual(['2026-01-01/2026-02-28']);
  expect(told({ months: 3 }, quarter)).toEqual(['2026-01-01/2026-03-31']);
  expect(told({ months: 4 }, quarter)).toEqual([]);
});

it('weeks belong to the period in which they end', () => {
  expect(told('week', { key: '2026-01', start: '2026-01-01', end: '2026-01-31' })).toEqual([
    '2025-12-29/2026-01-04',
    '2026-01-05/2026-01-11',
    '2026-01-12/2026-01-18',
    '2026-01-19/2026-01-25',
  ]);
});
