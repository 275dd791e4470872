import { validateEntry } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { readDemoPacks } from './demo-packs.ts';
import { LOCALITIES } from './localities.ts';
import { makeRecords } from './make-records.ts';

const AS_OF = '2026-11-20';

it('no two people of the example localities have one user name', () => {
  const names = LOCALITIES.flatMap(({ users }) => users);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(LOCALITIES.map((locality) => [locality.name, locality] as const))('%s', (_, locality) => {
  const world = locality.makeWorld(AS_OF);

  it('hangs together: one root, every parent there, accounts at places that exist', () => {
    const codes = new Set(world.organisations.map(({ code }) => code));
    expect(world.organisations.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual([locality.id]);
    expect(world.organisations.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([]);
    const accounts = locality.accounts(world);
    expect(accounts.map(({ username }) => username)).toEqual(locality.users);
    expect(accounts.filter(({ organisation }) => organisation !== '' && !codes.has(organisation))).toEqual([]);
  });

  it('records what its forms accept', async () => {
    const { forms, calendars } = await readDemoPacks(locality);
    const records = makeRecords(world, forms, calendars, locality.stories);
    const byId = new Map(forms.map((form) => [form.id, form]));
    const refused = [...records.values()].flat().filter(({ form: id, data }) => {
      const form = byId.get(id);
      return !form || validateEntry(form, data, { today: AS_OF }).length > 0;
    });
    expect(refused.slice(0, 3)).toEqual([]);
    expect(records.size).toBeGreaterThan(3);
  });
});
