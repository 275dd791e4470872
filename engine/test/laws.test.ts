import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { fromDay, toDay } from '../src/day.ts';
import type { Fact, World } from '../src/facts.ts';
import type { Policy } from '../src/policy.ts';
import type { Light, Standing } from '../src/standing.ts';
import { anyWorld, dayText, lawPolicy, numbered, visit, worldOf } from './random-world.ts';

vi.setConfig({ testTimeout: 120_000 });

let policy: Policy;
beforeAll(() => {
  policy = lawPolicy();
});
const asOfDay = dayText(10, 75);
const all = (world: World, asOf: string): Standing[] => policy.evaluate(world, { asOf, from: '2026-05-01' });
const keyOf = ({ obligation, subject, period }: Standing): string => `${obligation} ${subject.id} ${period.key}`;
const byKey = (rows: readonly Standing[]): Map<string, Standing> => new Map(rows.map((row) => [keyOf(row), row]));
const sorted = (rows: readonly Standing[]): Standing[] => rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const RUNS = { numRuns: 60 };

test('each duty has one standing per subject and period', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, (world, asOf) => {
      const rows = all(world, asOf);
      expect(byKey(rows).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('a subject evaluated alone, on its own entries, stands as in the full evaluation', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, fc.constantFrom('p1', 'p2', 'p3'), (world, asOf, id) => {
      const posting = world.postings.find((one) => one.id === id);
      const near = new Set([id, posting?.organisation]);
      const slice = {
        ...world,
        postings: world.postings.filter((one) => one.id === id),
        facts: world.facts.filter((fact) => near.has(fact.subject.id)),
      };
      const alone = policy.evaluate(slice, { asOf, from: '2026-05-01', subjects: [{ kind: 'posting', id }] });
      expect(sorted(alone)).toEqual(sorted(all(world, asOf).filter((row) => row.subject.id === id)));
    }),
    RUNS,
  );
});

test('an entry changes only the standings of subjects named as affected', () => {
  fc.assert(
    fc.property(anyWorld, visit, asOfDay, (world, extra, asOf) => {
      const fact = { ...extra, id: 'extra' };
      const before = byKey(all(world, asOf));
      const after = all({ ...world, facts: [...world.facts, fact] }, asOf);
      const affected = new Set(policy.affected(fact, world).map(({ kind, id }) => `${kind}:${id}`));
      for (const row of after) {
        if (affected.has(`${row.subject.kind}:${row.subject.id}`)) continue;
        expect(row).toEqual(before.get(keyOf(row)));
      }
    }),
    RUNS,
  );
});

test('the order in which entries are given does not matter', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, fc.integer(), (world, asOf, seed) => {
      const shuffled = world.facts.toSorted((a, b) => hash(a, seed) - hash(b, seed));
      expect(all({ ...world, facts: shuffled }, asOf)).toEqual(all(world, asOf));
    }),
    RUNS,
  );
});

const hash = ({ id }: Fact, seed: number): number =>
  [...id].reduce((sum, c) => Math.imul(sum ^ c.charCodeAt(0), 16777619), seed);

const RANK: Partial<Record<Light, number>> = { met: 2, late: 1, overdue: 0, 'due-soon': 0, open: 0 };

test('one more entry that counts never makes a light worse', () => {
  fc.assert(
    fc.property(anyWorld, visit, asOfDay, (world, extra, asOf) => {
      const { endedOn: _, ...standing } = extra;
      const fact: Fact = { ...standing, id: 'extra', data: { kind: 'study', half: false } };
      const before = byKey(all(world, asOf));
      for (const row of all({ ...world, facts: [...world.facts, fact] }, asOf)) {
        if (row.obligation.startsWith('limit-')) continue;
        const was = before.get(keyOf(row));
        expect
          .soft(RANK[row.light] ?? 0, `${keyOf(row)} was ${was?.light}`)
          .toBeGreaterThanOrEqual(RANK[was?.light ?? 'open'] ?? 0);
      }
    }),
    RUNS,
  );
});

const ROOM: Partial<Record<Light, number>> = { met: 2, 'due-soon': 1, overdue: 0 };

test('one more entry that counts never makes the light of a limit better', () => {
  fc.assert(
    fc.property(anyWorld, visit, asOfDay, (world, extra, asOf) => {
      const { endedOn: _, ...standing } = extra;
      const fact: Fact = { ...standing, id: 'extra', data: { kind: 'study', half: false } };
      const before = byKey(all(world, asOf));
      for (const row of all({ ...world, facts: [...world.facts, fact] }, asOf)) {
        const was = before.get(keyOf(row));
        if (!was || !row.obligation.startsWith('limit-')) continue;
        expect.soft(ROOM[row.light] ?? 0, keyOf(row)).toBeLessThanOrEqual(ROOM[was.light] ?? 0);
        expect.soft(Number(row.done), keyOf(row)).toBeGreaterThanOrEqual(Number(was.done));
      }
    }),
    RUNS,
  );
});

test('a past day reads the same from today’s world as from the world of that day', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, (world, asOf) => {
      expect(all({ ...world, facts: world.facts.flatMap((fact) => knownThen(fact, asOf)) }, asOf)).toEqual(
        all(world, asOf),
      );
    }),
    RUNS,
  );
});

/** The entry as it stood on a day: later confirmations, corrections and entries unknown. */
function knownThen(fact: Fact, asOf: string): Fact[] {
  if (fact.recordedOn > asOf) return [];
  const { confirmation, endedOn, ...bare } = fact;
  return [
    {
      ...bare,
      ...(confirmation && confirmation.on <= asOf ? { confirmation } : {}),
      ...(endedOn !== undefined && endedOn <= asOf ? { endedOn } : {}),
    },
  ];
}

test('leave never increases what is owed', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, (world, asOf) => {
      const without = byKey(all({ ...world, facts: world.facts.filter(({ form }) => form !== 'leave') }, asOf));
      for (const row of all(world, asOf)) {
        const full = without.get(keyOf(row));
        if (row.need === null || !full || full.need === null) continue;
        expect.soft(Number(row.need), keyOf(row)).toBeLessThanOrEqual(Number(full.need));
      }
    }),
    RUNS,
  );
});

test('the explanation arrives at the same light, need and amount done', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, (world, asOf) => {
      const rows = all(world, asOf);
      for (const row of rows.filter((_, i) => i % 5 === 0)) {
        const why = policy.explain(world, {
          obligation: row.obligation,
          subject: row.subject,
          period: row.period.key,
          asOf,
        });
        const counted = (why.children ?? []).flatMap(({ facts = [] }) => facts.map(({ worth = '0' }) => Number(worth)));
        expect({ light: why.light, due: why.due, need: why.details?.need }).toEqual({
          light: row.light,
          due: row.due,
          need: row.need,
        });
        expect(counted.reduce((sum, worth) => sum + worth, 0)).toBeCloseTo(Number(row.done), 6);
      }
    }),
    { numRuns: 20 },
  );
});

test('how far back one asks does not change the answer', () => {
  fc.assert(
    fc.property(anyWorld, asOfDay, dayText(5, 60), (world, asOf, from) => {
      const asked = policy.evaluate(world, { asOf, from });
      const rows = byKey(all(world, asOf));
      for (const row of asked) expect(row).toEqual(rows.get(keyOf(row)));
    }),
    RUNS,
  );
});

test('without new entries a light turns on its day and not before', () => {
  const quiet = worldOf(numbered([]));
  for (let day = toDay('2026-05-25'); day < toDay('2026-07-10'); day++) {
    const [today, tomorrow] = [all(quiet, fromDay(day)), byKey(all(quiet, fromDay(day + 1)))];
    for (const row of today) {
      const next = tomorrow.get(keyOf(row));
      if (!next) continue;
      expect(next.light !== row.light, `${keyOf(row)} ${row.light} ${next.light}`).toBe(
        row.changesOn === fromDay(day + 1),
      );
    }
  }
});
