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
