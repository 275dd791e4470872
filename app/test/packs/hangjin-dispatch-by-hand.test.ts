import { compile, type Policy, type Value, valueToJson } from '@luoshi/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  organisationsOf,
  type Review,
  reviews,
  type TaskFact,
  tasks,
  type Village,
  villages,
  worldOf,
} from './hangjin-world.ts';
import { packsFor } from './read-packs.ts';

const BANDS = { five: 90, four: 75, three: 60, two: 45, one: 30 };

/** The pack as a banner would use it: with the bands of village stars entered. */
function policyWithBands(): Policy {
  return compile(
    packsFor('hangjin-dispatch').map((pack) => ({
      ...pack,
      parameters: pack.parameters.map((parameter) => {
        const band = /^star\.scheme\.village\.(\w+)$/.exec(parameter.id)?.[1];
        return band === undefined
          ? parameter
          : { ...parameter, values: { '2026-01-01': BANDS[band as keyof typeof BANDS] } };
      }),
    })),
  );
}

const policy = policyWithBands();
const AS_OF = '2027-03-31';

const numberOf = (value: Value | undefined): number | null => {
  const json = value && valueToJson(value);
  return json?.state === 'known' ? Number(json.value) : null;
};
const gradeOf = (value: Value | undefined): string | null => {
  const json = value && valueToJson(value);
  return json?.state === 'known' ? String(json.value) : null;
};

/** Marks of a village by the text: 40 Party life, 30 openness, 15 premises, 15 problems; without problems the rest makes 100; two decimals. */
function marksByHand({ months, quarters, problems }: Village): number {
  const held = months.filter(({ committee }) => committee !== null && committee * 2 > 10);
  const meetings = held.filter(({ recordedAfter }) => recordedAfter < 60).length;
  const themeDays = months.filter(({ themeDay }) => themeDay).length;
  const members = quarters.filter(({ present }) => present * 2 > 30).length;
  const partyLife = (meetings + themeDays + members) / (12 + 12 + 4);
  const open = quarters.flatMap(({ affairs, finance, representatives }) => [
    affairs,
    finance,
    representatives * 3 >= 30 * 2,
  ]);
  const openness = open.filter(Boolean).length / 12;
  const inQuarter = (q: number): number => months.slice(q * 3, q * 3 + 3).filter(({ themeDay }) => themeDay).length;
  const used = quarters.filter(({ activities }, q) => inQuarter(q) + activities >= 3).length / 4;
  const roots = new Set(problems.map(({ what }) => what));
  const solved = new Set(problems.filter(({ solved, confirmed }) => solved && confirmed).map(({ what }) => what));
  const without = 40 * partyLife + 30 * openness + 15 * used;
  return hundredths(roots.size === 0 ? (without * 100) / 85 : without + (15 * solved.size) / roots.size);
}

const hundredths = (marks: number): number => Math.floor(marks * 100 + 0.5 + 1e-7) / 100;

const starsByHand = (marks: number): string | null =>
  Object.entries(BANDS).find(([, least]) => marks >= least)?.[0] ?? null;

describe('village stars worked out by hand', () => {
  it('are the engine’s on random worlds', () => {
    fc.assert(
      fc.property(villages, (all) => {
        const world = worldOf(all, []);
        const { rated } = policy.rate(world, { rating: 'village-stars', period: '2026', asOf: AS_OF });
        expect(rated).toHaveLength(all.length);
        for (const { subject, score, grade } of rated) {
          const marks = marksByHand(all[Number(subject.id.slice(1))] as Village);
          expect(numberOf(score ?? undefined)).toBeCloseTo(marks, 9);
          expect(gradeOf(grade ?? undefined)).toBe(starsByHand(marks));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Tasks of the third quarter of 2026 by the text: within time and with quality, the two side by side. */
function tasksByHand(all: readonly TaskFact[]) {
  const due = all.filter(({ due_on }) => due_on >= '2026-07-01' && due_on <= '2026-09-30');
  const accepted = due.filter(({ accepted_on }) => accepted_on !== null);
  const onTime = accepted.filter(({ accepted_on, due_on, quality }) => {
    return accepted_on !== null && accepted_on <= due_on && quality !== 'insufficient';
  });
  const good = accepted.filter(({ quality }) => quality === 'good');
  return {
    onTime: due.length === 0 ? null : onTime.length / due.length,
    good: accepted.length === 0 ? null : good.length / accepted.length,
  };
}

describe('time and quality of tasks worked out by hand', () => {
  it('are the engine’s on random worlds, for each unit and for the banner', () => {
    fc.assert(
      fc.property(tasks, (all) => {
        const world = worldOf([], all);
        const read = (measure: string) => policy.measure(world, { measure, period: '2026-Q3', asOf: AS_OF });
        const [onTime, good] = [read('tasks-on-time-share'), read('tasks-good-share')];
        for (const { id } of organisationsOf([]).filter(({ kind }) => ['county', 'township'].includes(kind))) {
          const own = tasksByHand(id === 'banner' ? all : all.filter(({ unit }) => unit === id));
          for (const [figure, wanted] of [
            [onTime.get(id), own.onTime],
            [good.get(id), own.good],
          ] as const) {
            if (wanted === null) expect(numberOf(figure)).toBeNull();
            else expect(numberOf(figure)).toBeCloseTo(wanted, 12);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The contract of a town in the third quarter by the text: items classed, items left, and those no longer “not in place”. */
function contractByHand(all: readonly Review[]) {
  const items = (date: string, missing: boolean): Set<string> =>
    new Set(
      all.filter((one) => one.date === date && (!missing || one.class === 'not_in_place')).map(({ item }) => item),
    );
  const [now, open] = [items('2026-09-10', false), items('2026-09-10', true)];
  const before = items('2026-06-10', true);
  return {
    'contract-items-classed': now.size,
    'contract-unclassed': 4 - now.size,
    'contract-not-in-place': open.size,
    'contract-items-moved-up': [...before].filter((item) => now.has(item) && !open.has(item)).length,
  };
}

describe('contract items worked out by hand', () => {
  it('are the engine’s on random worlds, and the banner has the sum of its towns', () => {
    fc.assert(
      fc.property(reviews, (all) => {
        const world = worldOf([], [], all);
        const towns = ['t0', 't1'].map((unit) => contractByHand(all.filter((one) => one.unit === unit)));
        for (const measure of Object.keys(towns[0] ?? {}) as (keyof ReturnType<typeof contractByHand>)[]) {
          const figures = policy.measure(world, { measure, period: '2026-Q3', asOf: AS_OF });
          const wanted = towns.map((town) => town[measure]);
          expect(['t0', 't1'].map((unit) => numberOf(figures.get(unit)))).toEqual(wanted);
          expect(numberOf(figures.get('banner')), measure).toBe((wanted[0] ?? 0) + (wanted[1] ?? 0));
        }
      }),
      { numRuns: 100 },
    );
  });
});
