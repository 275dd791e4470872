import { describe, expect, test } from 'vitest';
import { isTownship, isVillage, treeOf } from './tree.ts';
import { makeWorld } from './world.ts';

const tree = treeOf('371522');
const AS_OF = '2026-11-20';
const world = makeWorld({ tree, asOf: AS_OF });
const person = new Map(world.people.map((one) => [one.key, one]));
const running = (day: string) =>
  world.postings.filter(
    ({ kind, from, to }) => kind === 'first-secretary' && from <= day && (to === null || to >= day),
  );

test('a seed and a day make one county, another seed another', () => {
  expect(makeWorld({ tree, asOf: AS_OF })).toEqual(world);
  expect(makeWorld({ tree, asOf: AS_OF, seed: 'other' }).people[5]?.name).not.toBe(world.people[5]?.name);
});

test('40 departments, 24 townships, 878 villages', () => {
  const count = (test: (one: { kind: string }) => boolean) => world.organisations.filter(test).length;
  expect(count(({ kind }) => kind === 'county-department')).toBe(40);
  expect(world.organisations.filter(isTownship)).toHaveLength(24);
  expect(world.organisations.filter(isVillage)).toHaveLength(878);
  expect(new Set(world.organisations.map(({ code }) => code)).size).toBe(943);
});

describe('first secretaries', () => {
  test('153 serve in 153 villages, sent by 64 units', () => {
    const now = running(AS_OF);
    expect(now).toHaveLength(153);
    expect(new Set(now.map(({ organisation }) => organisation)).size).toBe(153);
    expect(new Set(now.map(({ person: key }) => key)).size).toBe(153);
    expect(new Set(now.map(({ sender }) => sender)).size).toBe(64);
    expect(now.filter(({ level }) => level === 'township')).toHaveLength(48);
  });
  test('some began late, some in the quarter, some were replaced', () => {
    const all = world.postings.filter(({ kind }) => kind === 'first-secretary');
    expect(all.filter(({ to }) => to !== null)).toHaveLength(5);
    const late = all.filter(({ from }) => from > world.inPostBy && from < world.quarterFrom).length;
    const inside = all.filter(({ from }) => from >= world.quarterFrom).length;
    expect(late).toBeGreaterThanOrEqual(3);
    expect(inside).toBeGreaterThanOrEqual(5);
    expect(late + inside).toBeLessThan(40);
  });
  test('a township’s own secretary serves in its hardest village', () => {
    for (const township of world.organisations.filter(isTownship)) {
      const secretary = world.tenures.find((t) => t.post === 'township-secretary' && t.organisation === township.code);
      const posting = running(AS_OF).find(({ person: key }) => key === secretary?.person);
      const village = world.organisations.find(({ code }) => code === posting?.organisation);
      expect(village).toMatchObject({
        parent: township.code,
        attributes: { difficulty_rank: 1, dispatch_target: true },
      });
    }
  });
  test('no two postings of a village overlap, and all begin before they end', () => {
    for (const ofVillage of Map.groupBy(
      world.postings.filter(({ kind }) => kind === 'first-secretary'),
      (p) => p.organisation,
    ).values()) {
      const [before, after] = ofVillage;
      if (after) expect(before?.to && before.to < after.from).toBe(true);
    }
    for (const { from, to } of world.postings) expect(to === null || from <= to).toBe(true);
  });
});

test('resident teams of two or three serve in 24 villages', () => {
  const teams = Map.groupBy(
    world.postings.filter(({ kind }) => kind === 'resident-team'),
    (p) => p.organisation,
  );
  expect(teams.size).toBe(24);
  for (const team of teams.values()) expect([2, 3]).toContain(team.length);
});

describe('people', () => {
  test('every village has secretary, director, clerk and supervisor', () => {
    const posts = Map.groupBy(world.tenures, ({ organisation }) => organisation);
    for (const { code } of world.organisations.filter(isVillage)) {
      expect(
        posts
          .get(code)
          ?.map(({ post }) => post)
          .toSorted(),
      ).toEqual(['supervision-committee-head', 'village-committee-member', 'village-director', 'village-secretary']);
    }
  });
  test('all that is referred to exists', () => {
    const codes = new Set(world.organisations.map(({ code }) => code));
    for (const one of world.people) expect(codes.has(one.memberOf)).toBe(true);
    for (const one of [...world.tenures, ...world.postings]) {
      expect(person.has(one.person) && codes.has(one.organisation)).toBe(true);
    }
  });
  test('ID numbers are well formed, belong to a county that does not exist and fit the person', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    expect(new Set(world.people.map(({ idNumber }) => idNumber)).size).toBe(world.people.length);
    for (const { idNumber, memberSince } of world.people) {
      expect(idNumber).toMatch(/^371599(19|20)\d{9}[\dX]$/);
      const sum = weights.reduce((total, weight, i) => total + weight * Number(idNumber[i]), 0);
      expect(idNumber[17]).toBe('10X98765432'[sum % 11]);
      const age = Number(memberSince?.slice(0, 4)) - Number(idNumber.slice(6, 10));
      expect(age).toBeGreaterThanOrEqual(18);
    }
  });
  test('phones are of a network that does not exist, each once', () => {
    expect(new Set(world.people.map(({ phone }) => phone)).size).toBe(world.people.length);
    for (const { phone } of world.people) expect(phone).toMatch(/^1600\d{7}$/);
  });
  test('names vary and nobody has a namesake in the same organisation', () => {
    const names = world.people.map(({ name, memberOf }) => `${memberOf}/${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(world.people.map(({ name }) => name)).size).toBeGreaterThan(world.people.length * 0.6);
  });
});

test('records reach back as far as the chart looks', () => {
  const from = (asOf: string) => makeWorld({ tree, asOf }).recordsFrom;
  expect(world.recordsFrom).toBe('2026-06-01');
  expect(from('2026-08-20')).toBe('2026-01-01');
  expect(from('2026-02-10')).toBe('2025-11-12');
});

test('any day of the calendar will do', () => {
  for (const asOf of ['2026-06-10', '2026-01-05', '2026-09-09']) {
    const other = makeWorld({ tree, asOf });
    expect(other.inPostBy <= other.quarterFrom && other.inPostBy.endsWith('06-10')).toBe(true);
    expect(other.postings.every(({ from }) => from <= asOf)).toBe(true);
    expect(other.recordsFrom <= other.quarterFrom).toBe(true);
    expect(other.recordsFrom >= other.rulesFrom || other.recordsFrom === other.quarterFrom).toBe(true);
  }
});
