import { compile } from '@luoshi/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packsFor } from './read-packs.ts';
import {
  ALL,
  type Asked,
  different,
  entry,
  fen,
  figure,
  found,
  inYear,
  money,
  numbered,
  TOWNS,
  VILLAGES,
  worldOf,
  YEAR,
} from './xishui-world.ts';

/** The two outcomes of townships worked out again, without the pack, on random towns. */
const policy = compile([...packsFor('xishui')]);

const count = (most: number) => fc.integer({ min: 1, max: most });
const asked: fc.Arbitrary<Asked> = fc.record({
  asOf: fc.constantFrom('2026-06-30', '2026-12-31'),
  entries: fc.array(
    fc.oneof(
      entry('collective-accounts', ALL, { income: money, expense: money, welfare: fc.constant(0) }),
      entry('local-measures', ALL, {
        number: numbered('D', 3),
        tasks: count(4),
        tasks_covered: fc.nat(4),
        serves_goal: fc.boolean(),
      }),
      entry('meeting', ALL, { kind: fc.constant('members_meeting'), expected: count(40), attended: fc.nat(40) }),
      entry('cadre-training', ALL, { kind: fc.constant('class'), cadres: count(6), hours: fc.constant(8) }),
      entry('premises-project', ALL, { number: numbered('X', 4), deadline: fc.constantFrom('general', 'move_in') }),
      entry('premises-milestone', ALL, {
        number: numbered('X', 4),
        milestone: fc.constantFrom('started', 'finished', 'in_use'),
        safe: fc.constantFrom(true, true, false),
      }),
    ),
    { maxLength: 60 },
  ),
});

type Part = readonly [value: number | null, weight: number];

/** Parts that do not apply leave their weight to the others; nothing that applies makes no score. */
function weighted(parts: readonly Part[]): number | null {
  const some = parts.filter((one): one is readonly [number, number] => one[0] !== null);
  const all = parts.reduce((sum, [, weight]) => sum + weight, 0);
  const held = some.reduce((sum, [, weight]) => sum + weight, 0);
  return held === 0 ? null : (some.reduce((sum, [value, weight]) => sum + value * weight, 0) * all) / held;
}

const ratio = (of: number, to: number): number | null => (to === 0 ? null : of / to);

/** 发展成果：集体经济比上年、阵地建设完工。 */
function development(world: Asked, town: string): number | null {
  const year = fen(inYear(world, 'collective-accounts', town), 'income');
  const before = fen(found(world, 'collective-accounts', town, '2025-01-01', '2025-12-31'), 'income');
  const done = found(world, 'premises-milestone', town).filter(
    ({ data, fate }) => fate === 'confirmed' && data.milestone !== 'started' && data.safe === true,
  );
  const projects = different(found(world, 'premises-project', town), 'number').size;
  return weighted([
    [ratio(year, before), 50],
    [ratio(different(done, 'number').size, projects), 50],
  ]);
}

/** 党建成果：部署落地、三会一课到会、每年两次培训的村。 */
function partyBuilding(world: Asked, town: string): number | null {
  const sum = (form: string, field: string) =>
    inYear(world, form, town).reduce((all, { data }) => all + Number(data[field]), 0);
  const villages = VILLAGES[town] ?? [];
  const trained = villages.filter((village) => inYear(world, 'cadre-training', village).length >= 2);
  return weighted([
    [ratio(sum('local-measures', 'tasks_covered'), sum('local-measures', 'tasks')), 40],
    [ratio(sum('meeting', 'attended'), sum('meeting', 'expected')), 40],
    [trained.length / villages.length, 20],
  ]);
}

const CLOSE = 1e-9;
/** One more than those that are better; none without a score. */
const place = (own: number | null, all: readonly (number | null)[]): number | null =>
  own === null ? null : 1 + all.filter((other) => other !== null && other > own + CLOSE).length;

describe('two outcomes of townships, by the engine and by hand', () => {
  it('agree on scores, places and their gap on random worlds', { timeout: 120_000 }, () => {
    const gaps = new Set<unknown>();
    fc.assert(
      fc.property(asked, (world) => {
        const rated = policy.rate(worldOf(world), { rating: 'twin-outcomes', period: YEAR, asOf: world.asOf });
        const scores = TOWNS.map((town) => [development(world, town), partyBuilding(world, town)] as const);
        for (const [n, town] of TOWNS.entries()) {
          const [one = null, other = null] = scores[n] ?? [];
          const places = [
            place(
              one,
              scores.map(([score]) => score),
            ),
            place(
              other,
              scores.map(([, score]) => score),
            ),
          ];
          const gap = places[0] === null || places[1] === null ? null : Number(places[0]) - Number(places[1]);
          const steps = rated.rated.find(({ subject }) => subject.id === town)?.steps;
          const engine = ['development', 'party_building', 'development_place', 'party_place', 'gap'].map((step) =>
            figure(steps?.get(step)),
          );
          gaps.add(gap);
          expect(engine.map(rounded), `${town} on ${world.asOf}`).toEqual([one, other, ...places, gap].map(rounded));
        }
      }),
      { numRuns: 100, seed: 20_260_228 },
    );
    expect(gaps.size).toBeGreaterThan(2);
  });
});

const rounded = (value: number | null | string): number | null | string =>
  typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value;
