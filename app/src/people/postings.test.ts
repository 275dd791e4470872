import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import {
  addPerson,
  endPosting,
  endTenure,
  getPerson,
  getPosting,
  listPostings,
  startPosting,
  startTenure,
} from './index.ts';

const database = await testDatabase();
await database.addJurisdictions('371522');
const county = await makeSmallCounty(database, '371522');
const { as } = acting(database, '2026-09-15T02:00:00.000Z');

const start = (input: Partial<Parameters<typeof startPosting.run>[0]>, scope = county.officer) =>
  as(scope).do(startPosting, {
    id: uuidv7(),
    kind: 'first-secretary',
    person: county.secretary,
    organisation: county.lizhuang,
    sendingOrganisation: county.department,
    level: 'county',
    from: '2026-07-01',
    ...input,
  });

const dirty = () =>
  database.asOwner(async (sql) => {
    const rows = await sql`delete from standing_dirty returning subject_kind || ' ' || subject_id as subject`;
    return rows.map((row) => String(row.subject)).sort();
  });

describe('postings.start', () => {
  test('touches the posting, the person, the village and the sending unit; sent again it is the same posting', async () => {
    await dirty();
    const id = uuidv7();
    const input = { id, from: '2026-03-01', to: '2026-03-31' };
    expect(await start(input)).toEqual({ id, again: false });
    expect(await dirty()).toEqual(
      [
        `posting ${id}`,
        `person ${county.secretary}`,
        `organisation ${county.lizhuang}`,
        `organisation ${county.department}`,
      ].sort(),
    );
    expect(await start(input)).toEqual({ id, again: true });
    expect(await dirty()).toEqual([]);
    await expect(start({ ...input, to: '2026-04-01' })).rejects.toMatchObject({ code: 'other-content' });
  });

  test.each([
    [{ from: '2026-05-02', to: '2026-05-01' }, 'end-before-start', 'to'],
    [{ from: '2019-12-31' }, 'organisation-life', 'from'],
    [{ from: '2026-03-31' }, 'overlap', 'from'],
  ])('%j is refused: %s', async (input, code, field) => {
    await expect(start(input)).rejects.toMatchObject({ code, fields: [{ field, rule: code }] });
  });

  test('a day that the calendar does not have is refused', async () => {
    await expect(start({ from: '2026-02-30' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'from' }],
    });
  });

  test('the day after the last one is free', async () => {
    await expect(start({ from: '2026-04-01', to: '2026-04-30' })).resolves.toMatchObject({ again: false });
  });

  test('of two at once one is kept, the other is told why', async () => {
    const twice = { from: '2027-01-01', organisation: county.zhaozhuang };
    const results = await Promise.allSettled([start(twice), start(twice)]);
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.reason).toMatchObject({ code: 'overlap' });
  });

  test('a township neither sends from outside nor into another township', async () => {
    const east = county.eastOfficer;
    await expect(start({ from: '2026-08-01' }, east)).rejects.toMatchObject({ kind: 'not-found' });
    const inside = { from: '2026-08-01', to: '2026-08-02', sendingOrganisation: county.east };
    await expect(start(inside, east)).resolves.toMatchObject({ again: false });
    await expect(start({ ...inside, organisation: county.zhaozhuang }, east)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('postings.end', () => {
  test('ends once; a past last day stays', async () => {
    const { id } = await start({ from: '2026-08-10' });
    await expect(as(county.officer).do(endPosting, { id, lastDay: '2026-08-09' })).rejects.toMatchObject({
      code: 'end-before-start',
      fields: [{ field: 'lastDay' }],
    });
    await expect(as(county.westOfficer).do(endPosting, { id, lastDay: '2026-08-20' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await as(county.eastOfficer).do(endPosting, { id, lastDay: '2026-08-20' });
    expect(await as(county.officer).do(getPosting, { id })).toMatchObject({ to: '2026-08-20' });
    await expect(as(county.officer).do(endPosting, { id, lastDay: '2026-08-20' })).resolves.toMatchObject({ id });
    await expect(as(county.officer).do(endPosting, { id, lastDay: '2026-08-25' })).rejects.toMatchObject({
      code: 'already-ended',
    });
  });

  test('a last day still ahead may move, but not into another posting', async () => {
    const { id } = await start({ from: '2026-09-01', to: '2026-10-31' });
    await start({ from: '2026-12-01', to: '2026-12-31' });
    await as(county.officer).do(endPosting, { id, lastDay: '2026-11-15' });
    await expect(as(county.officer).do(endPosting, { id, lastDay: '2026-12-01' })).rejects.toMatchObject({
      code: 'overlap',
    });
  });
});

describe('postings.list', () => {
  test('is limited to the scope and follows its filters', async () => {
    const ids = async (scope: typeof county.officer, query = {}) =>
      (await as(scope).do(listPostings, query)).postings.map(({ id }) => id);
    expect(await ids(county.firstSecretary)).toEqual([county.posting]);
    expect((await ids(county.sendingUnit)).sort()).toEqual([county.posting, county.endedPosting].sort());
    expect(await ids(county.officer, { organisation: county.wangzhuang })).toEqual([county.posting]);
    expect(await ids(county.clerk, { organisation: county.west })).toEqual([]);
    expect(await ids(county.officer, { on: '2026-08-31', organisation: county.west })).toEqual([county.endedPosting]);
    expect(await ids(county.officer, { on: '2026-09-01', organisation: county.west })).toEqual([]);
    expect(await ids(county.officer, { search: 'zmy' })).toEqual([county.endedPosting]);
    const all = await ids(county.officer, { limit: 500 });
    expect(await ids(county.officer, { limit: 500, after: all[2] })).toEqual(all.slice(3));
  });
});

describe('tenures', () => {
  test('start and end, with the same care', async () => {
    const id = uuidv7();
    const person = uuidv7();
    await as(county.officer).do(addPerson, { id: person, name: '高峰', memberOf: county.lizhuang });
    const tenure = { id, post: 'village-secretary', organisation: county.lizhuang, person, from: '2024-01-01' };
    await dirty();
    expect(await as(county.eastOfficer).do(startTenure, tenure)).toEqual({ id, again: false });
    expect(await dirty()).toEqual([`organisation ${county.lizhuang}`, `person ${person}`].sort());
    const doubled = { ...tenure, id: uuidv7(), from: '2025-01-01' };
    await expect(as(county.officer).do(startTenure, doubled)).rejects.toMatchObject({ code: 'overlap' });
    await expect(as(county.westOfficer).do(endTenure, { id, lastDay: '2024-12-31' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await as(county.eastOfficer).do(endTenure, { id, lastDay: '2024-12-31' });
    await expect(as(county.officer).do(startTenure, doubled)).resolves.toMatchObject({ again: false });
    const file = await as(county.officer).do(getPerson, { id: person });
    expect(file.tenures.map(({ from, to }) => [from, to])).toEqual([
      ['2025-01-01', null],
      ['2024-01-01', '2024-12-31'],
    ]);
  });
});
