import { compile, periodFromKey } from '@luoshi/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { PACKS, readPack } from '../packs/read-packs.ts';
import { definitions, namedQueries } from './named-queries.ts';
import { randomCounty } from './random-county.ts';
import { byEngine, byHand, type Question, readCounty } from './two-ways.ts';
import { writeCounty } from './write-county.ts';

const database = await testDatabase();
await database.asOwner(async (owner) => {
  for (const text of definitions) await owner.unsafe(text);
});

const policy = compile(PACKS);
const measures = readPack('shenxian').measures;

/** Forms that the measures, or the duties they count, read. */
const formsOf = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(/"(?:form|leave)":"([^"]+)"/g)].map(([, form = '']) => form);
const duties = ['weekly-joint-office', 'unit-support'].map((id) => policy.obligations.get(id));
const read = new Set(formsOf([measures, duties]));
const forms = [...policy.forms.values()].filter(({ id }) => read.has(id));

const SEED = Number(process.env.LUOSHI_SEED ?? 20_260_915);
const RUNS = Number(process.env.LUOSHI_RUNS ?? 20);

const period = fc
  .constantFrom('2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2026-Q4', '2026', '2025', '2026-07', '2026-W08', '2026-H1')
  .map((key) => {
    const found = periodFromKey(key);
    if (!found) throw new Error(`There is no period ${key}`);
    return found;
  });
const question: fc.Arbitrary<Question> = fc.record({
  period,
  asOf: fc.constantFrom(
    '2026-09-30',
    '2026-10-20',
    '2026-07-03',
    '2026-05-15',
    '2026-12-31',
    '2026-01-02',
    '2025-12-28',
  ),
});

let counties = 0;

describe('two ways to the same number', () => {
  test('every measure of the county has its query, of the same period, and no query is left over', () => {
    const named = (all: readonly { readonly id: string; readonly period: string }[]) =>
      all.map(({ id, period: kind }) => `${id} ${kind}`).sort();
    expect(named(namedQueries.map(({ measure, period: kind }) => ({ id: measure, period: kind })))).toEqual(
      named(measures),
    );
  });

  test('queries written by hand and the engine agree on every figure of random counties', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCounty(forms),
        fc.array(question, { minLength: 2, maxLength: 2 }),
        async (county, questions) => {
          const jurisdiction = `3715${String(++counties).padStart(4, '0')}`;
          await database.addJurisdictions(jurisdiction);
          await writeCounty(database, jurisdiction, county);
          for (const asked of questions) {
            const world = await readCounty(database, jurisdiction, asked.asOf);
            const hand = await byHand(database, jurisdiction, namedQueries, asked);
            const differences: string[] = [];
            for (const { measure } of namedQueries) {
              const engine = byEngine(policy, world, measure, asked);
              const said = hand.get(measure) ?? new Map();
              for (const id of new Set([...engine.keys(), ...said.keys()])) {
                if (engine.get(id) === said.get(id)) continue;
                const name = world.organisations.find((one) => one.id === id)?.name ?? id;
                differences.push(`${measure} of ${name}: engine ${engine.get(id)}, by hand ${said.get(id)}`);
              }
            }
            expect(differences, `${asked.period.key} as of ${asked.asOf}`).toEqual([]);
          }
        },
      ),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  });
});
