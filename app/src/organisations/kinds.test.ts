import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { startPosting, startTenure } from '../people/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { foundOrganisation, importOrganisations } from './index.ts';

const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;

beforeAll(async () => {
  await database.addJurisdictions('371522');
  county = await buildCounty(database, '371522');
  officer = as(county.operator);
  await officer.do(applyPack, { files: await readPackFolder('packs/national-base'), from: '2026-01-01' });
});

const village = (parent: string, kind = 'village') => ({
  id: uuidv7(),
  kind,
  name: '新庄村',
  parent,
  on: '2026-09-01',
});

it('founds what the packs in force name, under what they allow', async () => {
  const { east, county: top } = county.organisations;
  await expect(officer.do(foundOrganisation, village(east))).resolves.toBeDefined();
  await expect(officer.do(foundOrganisation, village(east, 'hamlet'))).rejects.toMatchObject({
    code: 'kind',
    fields: [{ field: 'kind' }],
  });
  await expect(officer.do(foundOrganisation, village(top))).rejects.toMatchObject({ fields: [{ field: 'parent' }] });
});

it('names the row of a list whose kind is unknown, and takes none of it', async () => {
  const rows = [
    { code: '371522101901', name: '前庄村', kind: 'village', parent: '371522101' },
    { code: '371522101902', name: '后庄村', kind: 'castle', parent: '371522101' },
  ];
  await expect(officer.do(importOrganisations, { rows, on: '2026-09-01' })).rejects.toMatchObject({
    code: 'import-problems',
    fields: [{ field: 'rows.1.kind' }],
  });
});

it('posts and offices are those of the packs', async () => {
  const { wangzhuang, lizhuang, department } = county.organisations;
  const posting = {
    id: uuidv7(),
    kind: 'first-secretary',
    level: 'county',
    person: county.people.hj,
    organisation: lizhuang,
    sendingOrganisation: department,
    from: '2026-09-01',
  };
  await expect(officer.do(startPosting, { ...posting, level: 'galaxy' })).rejects.toMatchObject({
    fields: [{ field: 'level' }],
  });
  await expect(officer.do(startPosting, { ...posting, organisation: department })).rejects.toMatchObject({
    fields: [{ field: 'organisation' }],
  });
  await expect(officer.do(startPosting, posting)).resolves.toMatchObject({ again: false });
  const office = { id: uuidv7(), organisation: wangzhuang, person: county.people.wxq, from: '2026-09-01' };
  await expect(officer.do(startTenure, { ...office, post: 'admiral' })).rejects.toMatchObject({
    fields: [{ field: 'post' }],
  });
});
