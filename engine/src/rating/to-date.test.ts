import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromDay, toDay } from '../day.ts';
import { examplePackFiles } from '../example-pack.ts';
import type { Fact, World } from '../facts.ts';
import { compile, loadPack, type Value } from '../index.ts';
import { valueToJson } from '../value-json.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });

const { pack } = loadPack(
  examplePackFiles({
    kinds: {
      organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
      units: [{ id: 'point', title: words('point') }],
    },
    forms: [{ id: 'case', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] }],
    measures: [
      {
        id: 'ever',
        unit: 'point',
        at: ['village'],
        period: 'to-date',
        value: { count: { form: 'case' } },
        rollup: 'sum',
      },
      { id: 'again', unit: 'point', at: ['village'], period: 'to-date', value: { measure: 'ever' }, rollup: 'sum' },
    ],
    ratings: [
      {
        id: 'year',
        of: { organisations: ['village'] },
        period: { every: 'year' },
        part_period: 'rated',
        unit: 'point',
        steps: [
          { id: 'ever', title: words('ever'), formula: { measure: 'ever' } },
          { id: 'again', title: words('again'), formula: { measure: 'again' } },
        ],
        result: { score: 'ever', place: 'again' },
      },
    ],
  }),
);
if (!pack) throw new Error('the pack of this test is not sound');
const policy = compile([pack]);

const days = fc.uniqueArray(fc.integer({ min: toDay('2024-01-01'), max: toDay('2027-12-31') }), { maxLength: 30 });

function worldOf(dates: readonly number[]): World {
  const facts = dates.map(
    (day, i): Fact => ({
      id: `f${i}`,
      form: 'case',
      subject: { kind: 'organisation', id: 'v' },
      date: fromDay(day),
      data: {},
      recordedOn: fromDay(day),
      recordedAt: `${fromDay(day)}T08:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
    }),
  );
  const organisations = [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }];
  return { organisations, persons: [], postings: [], tenures: [], facts };
}

const rated = (world: World, asOf: string) =>
  policy
    .rate(world, { rating: 'year', period: '2025', asOf })
    .rated.map(({ steps }) => [...steps.values()].map((value: Value) => valueToJson(value)));

it('a measure to date in a rating reads to the end of the period, on whatever later day it is asked for', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 700 }), (dates, later) => {
      const asOf = fromDay(toDay('2025-12-31') + later);
      const world = worldOf(dates);
      const upTo = dates.filter((day) => day <= toDay('2025-12-31')).length;
      expect(rated(world, asOf)).toEqual(rated(world, '2025-12-31'));
      expect(rated(world, asOf)).toMatchObject([[{ value: `${upTo}` }, { value: `${upTo}` }]]);
    }),
  );
});

it('and on an earlier day what had happened by then', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: toDay('2025-01-01'), max: toDay('2025-12-30') }), (dates, day) => {
      const upTo = dates.filter((one) => one <= day).length;
      expect(rated(worldOf(dates), fromDay(day))).toMatchObject([[{ value: `${upTo}` }, { value: `${upTo}` }]]);
    }),
  );
});
