import { compile, type Value, valueToJson, type World } from '@luoshi/engine';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { packsFor } from './read-packs.ts';
import {
  COUNTY,
  type RandomTownship,
  type RandomVillage,
  townshipId,
  townships,
  villageId,
  worldOf,
} from './weinan-world.ts';

vi.setConfig({ testTimeout: 240_000 });

/*
 * The headline figures of the source worked out once more, from its text alone: what is not known is null.
 */
const policy = compile([...packsFor('weinan')]);
const asOf = '2026-12-31';
const RUNS = { numRuns: 60 };

const shown = (value: Value | undefined): string | null => {
  const json = value === undefined ? undefined : valueToJson(value);
  return json?.state === 'known' ? String(json.value) : null;
};
const figure = (world: World, measure: string, organisation: string, period = '2026-Q4'): number | null => {
  const value = shown(
    policy.measure(world, { measure, period, asOf, organisations: [organisation] }).get(organisation),
  );
  return value === null ? null : Number(value);
};
const outcomes = (world: World, rating: string, step: string): Map<string, string | null> =>
  new Map(
    policy
      .rate(world, { rating, period: '2026', asOf })
      .rated.map(({ subject, steps }) => [subject.id, shown(steps.get(step))]),
  );
const villagesOf = (all: readonly RandomTownship[]): readonly RandomVillage[] =>
  all.flatMap(({ villages }) => villages);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Heads that stand: a lower re-check takes the grade back, a higher one changes nothing. */
function headsOf({ heads, recheck }: RandomVillage): number | null {
  if (!heads) return null;
  const found = heads.filter((yes) => yes).length;
  return recheck !== null && recheck < found ? recheck : found;
}

function gradeOf(village: RandomVillage): string | null {
  const heads = headsOf(village);
  if (heads === null) return null;
  if (heads === 6) return 'good';
  if (heads === 5) return 'fairly-good';
  return heads >= 3 ? 'fair' : 'fairly-poor';
}

test('grades stand on absolute limits, and the two goals compare their shares (R004-58)', () => {
  fc.assert(
    fc.property(townships, (all) => {
      const world = worldOf(all);
      const grades = outcomes(world, 'branch-grade', 'grade');
      all.forEach(({ villages }, t) =>
        villages.forEach((one, v) => expect(grades.get(villageId(t, v))).toBe(gradeOf(one))),
      );
      const known = villagesOf(all).flatMap((one) => gradeOf(one) ?? []);
      fc.pre(known.length > 0);
      const good = known.filter((grade) => grade === 'good' || grade === 'fairly-good').length;
      const poor = known.filter((grade) => grade === 'fairly-poor').length;
      const goals = (good * 100 >= 30 * known.length ? 1 : 0) + (poor * 100 <= 20 * known.length ? 1 : 0);
      expect(Number(outcomes(world, 'upgrade-goals', 'goals').get(COUNTY))).toBe(goals);
    }),
    RUNS,
  );
});

/** Has decent premises: accepted and in use, or in the confirmed base list; else not known without a confirmed base. */
function premisesOf({ base, acceptance }: RandomVillage): boolean | null {
  if (acceptance?.passed && acceptance.inUse) return true;
  return base?.confirmed ? base.has : null;
}

test('villages without premises go to zero; the subsidy is 20 000 yuan for each accepted new place (R004-18, R004-22)', () => {
  fc.assert(
    fc.property(townships, (all) => {
      const world = worldOf(all);
      all.forEach(({ villages }, t) => {
        const states = villages.map(premisesOf);
        const without = states.includes(null) ? null : states.filter((has) => has === false).length;
        expect(figure(world, 'premises-without', townshipId(t))).toBe(without);
      });
      const accepted = villagesOf(all).filter(({ acceptance }) => acceptance?.newBuild && acceptance.passed);
      expect(figure(world, 'subsidy-due', COUNTY)).toBe(20000 * accepted.length);
      expect(figure(world, 'subsidy-paid', COUNTY)).toBe(sum(villagesOf(all).map(({ paid }) => paid)));
      const early = villagesOf(all).map((one) => Math.max(0, one.paid - (accepted.includes(one) ? 20000 : 0)));
      expect(figure(world, 'subsidy-early', COUNTY)).toBe(sum(early));
    }),
    RUNS,
  );
});

/** Proposed where a village is without premises and all money had arrived; null while either is not known. */
function proposed(villages: readonly RandomVillage[]): string | null {
  const states = villages.map(premisesOf);
  const money = villages.filter((_, v) => states[v] === false).map(({ missing }) => missing);
  if (!states.includes(null) && !states.includes(false)) return 'none';
  if (!states.includes(null) && !money.includes(null))
    return sum(money.map((one) => one ?? 0)) === 0 ? 'study' : 'none';
  return null;
}

test('the third round proposes only where all money of city and county had arrived (R004-31, A12)', () => {
  fc.assert(
    fc.property(townships, (all) => {
      const results = outcomes(worldOf(all), 'premises-round', 'outcome');
      all.forEach(({ villages }, t) => expect(results.get(townshipId(t))).toBe(proposed(villages)));
    }),
    RUNS,
  );
});

test('each suggestion is one matter, and the share divides the sums (R004-11)', () => {
  fc.assert(
    fc.property(townships, (all) => {
      const world = worldOf(all);
      const numbers = villagesOf(all).map(({ asked, answered }) => ({ asked: [...new Set(asked)], answered }));
      const received = sum(numbers.map(({ asked }) => asked.length));
      const open = sum(numbers.map(({ asked, answered }) => asked.filter((one) => !answered.includes(one)).length));
      expect(figure(world, 'suggestions-received', COUNTY)).toBe(received);
      expect(figure(world, 'suggestions-open', COUNTY)).toBe(open);
      const share = figure(world, 'suggestions-answered-share', COUNTY);
      if (received === 0) expect(share).toBe(null);
      else expect(share).toBeCloseTo((received - open) / received, 12);
    }),
    RUNS,
  );
});

/** At most ten, best first; equals at the border are all out; a block that runs on the last day bars. */
function honoured(all: readonly RandomTownship[]): Set<number> {
  const candidates = all.flatMap(({ marks, blockedUntil }, t) =>
    marks === null || (blockedUntil !== null && blockedUntil >= asOf) ? [] : [{ t, marks }],
  );
  const atLeast = (marks: number) => candidates.filter((one) => one.marks >= marks).length;
  return new Set(candidates.filter(({ marks }) => atLeast(marks) <= 10).map(({ t }) => t));
}

test('ten best townships: never more than ten, nobody barred, equals at the border out (R004-61, R004-33)', () => {
  fc.assert(
    fc.property(townships, (all) => {
      const results = outcomes(worldOf(all), 'best-townships', 'outcome');
      const best = honoured(all);
      expect(best.size).toBeLessThanOrEqual(10);
      all.forEach((_, t) => expect(results.get(townshipId(t))).toBe(best.has(t) ? 'honoured' : 'not-honoured'));
    }),
    RUNS,
  );
});
