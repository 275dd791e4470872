import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type WorkCalendar, workCalendar } from '../calendar.ts';
import { fromDay, toDay } from '../day.ts';
import { Decimal } from '../decimal.ts';
import { examplePackFiles } from '../example-pack.ts';
import { joinPacks } from '../join.ts';
import { loadPack } from '../pack/load.ts';
import type { Parts } from '../parts.ts';
import { meanOf, stretchesOf } from './spread.ts';

let calendar: WorkCalendar;
beforeAll(() => {
  calendar = workCalendar(new Map());
});
const year = { key: '2026', start: '2026-01-01', end: '2026-12-31' };

function partsOf(values: Readonly<Record<string, number>>): Parts {
  const { pack } = loadPack(examplePackFiles({ values: [{ id: 'rate', unit: 'yuan', values }] }));
  if (!pack) throw new Error('the pack does not load');
  return joinPacks([pack]);
}

const day = fc.integer({ min: toDay('2025-06-01'), max: toDay('2027-06-01') }).map(fromDay);
const values = fc
  .dictionary(day, fc.integer({ min: 0, max: 1000 }), { minKeys: 0, maxKeys: 6 })
  .map((changes) => ({ '2000-01-01': 5, ...changes }));
const BY = fc.constantFrom('calendar-days', 'working-days', 'months');

it('covers the period by stretches once, and lies between the least and the greatest value', () => {
  fc.assert(
    fc.property(values, BY, (changes, by) => {
      const stretches = stretchesOf('rate', by, year, partsOf(changes), calendar);
      expect(stretches[0]?.from).toBe(year.start);
      expect(stretches.at(-1)?.to).toBe(year.end);
      stretches.slice(1).forEach(({ from }, i) => expect(toDay(from)).toBe(toDay(stretches[i]?.to ?? '') + 1));
      const held = stretches
        .filter(({ size }) => size > 0)
        .map(({ value }) => new Decimal(String(value.state === 'known' && value.value)));
      const mean = meanOf(stretches);
      expect(mean?.gte(Decimal.min(...held)) && mean.lte(Decimal.max(...held))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('counts every day, and twelve months', () => {
  const stretches = stretchesOf('rate', 'calendar-days', year, partsOf({ '2026-01-01': 1, '2026-07-10': 2 }), calendar);
  expect(stretches.map(({ size }) => size)).toEqual([190, 175]);
  const months = stretchesOf('rate', 'months', year, partsOf({ '2026-01-01': 1, '2026-07-10': 2 }), calendar);
  expect(months.map(({ size }) => size)).toEqual([7, 5]);
});
