import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cadence, cadenceBetween, longestOf } from './cadence.ts';
import { fromDay, toDay } from './day.ts';

const cadence = fc.oneof(
  fc.constantFrom<Cadence>('day', 'week', 'ten-days', 'half-month', 'month', 'quarter', 'half-year', 'year'),
  fc.record({ weeks: fc.integer({ min: 2, max: 9 }), from: fc.constantFrom('2024-02-29', '2030-01-01') }),
  fc.integer({ min: 2, max: 11 }).map((months): Cadence => ({ months })),
  fc.record({ years: fc.integer({ min: 2, max: 5 }), from: fc.integer({ min: 2019, max: 2030 }) }),
);
const day = fc.integer({ min: toDay('2020-01-01'), max: toDay('2029-12-31') });

it('covers every day exactly once, whatever stretch is asked for, and no period is longer than it says', () => {
  fc.assert(
    fc.property(cadence, day, fc.integer({ min: 0, max: 800 }), (one, from, length) => {
      const periods = cadenceBetween(one, fromDay(from), fromDay(from + length), null);
      expect((periods[0]?.start ?? '') <= fromDay(from)).toBe(true);
      expect((periods.at(-1)?.end ?? '') >= fromDay(from + length)).toBe(true);
      periods.slice(1).forEach(({ start }, i) => expect(toDay(start)).toBe(toDay(periods[i]?.end ?? '') + 1));
      for (const { start, end } of periods) expect(toDay(end) - toDay(start) + 1).toBeLessThanOrEqual(longestOf(one));
      expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
    }),
  );
});

it('gives a day the same period whoever asks', () => {
  fc.assert(
    fc.property(cadence, day, fc.integer({ min: 0, max: 400 }), (one, at, before) => {
      const [own] = cadenceBetween(one, fromDay(at), fromDay(at), null);
      expect(cadenceBetween(one, fromDay(at - before), fromDay(at), null).at(-1)).toEqual(own);
    }),
  );
});
