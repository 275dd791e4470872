import { periodFromKey } from '@luoshi/engine';
import { expect, test } from 'vitest';
import { lastPeriods } from './periods.ts';

test.each([
  ['year', '2026-01-01', ['2026', '2025', '2024']],
  ['half-year', '2026-07-01', ['2026-H2', '2026-H1', '2025-H2']],
  ['quarter', '2026-03-31', ['2026-Q1', '2025-Q4', '2025-Q3']],
  ['month', '2026-01-15', ['2026-01', '2025-12', '2025-11']],
] as const)('the last periods of a %s on %s', (every, day, keys) => {
  expect(lastPeriods(every, day, 3)).toEqual(keys);
  const [first] = keys;
  const period = periodFromKey(first);
  expect(period && period.start <= day && day <= period.end).toBe(true);
});
