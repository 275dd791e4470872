import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { grantRole, openAccount } from '../accounts/index.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { foundOrganisation } from '../organisations/index.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import type { Role } from '../platform/access/scope.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { confirmRecord, enterRecord, getRecord, pendingConfirmations } from './index.ts';

const KINDS = `
organisations:
  - { id: teaching-office, title: { zh-CN: 校办, en: school bureau }, level: 4, parents: [county] }
  - { id: primary-school, title: { zh-CN: 学校, en: school }, level: 5, parents: [teaching-office] }
`;
const FORM = `
id: school-award
title: { zh-CN: 学校获奖, en: award of a school }
source: { document: test }
owner: { zh-CN: 校办, en: school bureau }
frequency: as-it-happens
minutes: 1
subject: { organisation: [primary-school] }
date: given_on
confirmation: teaching-office
entered_by: [village-clerk]
fields: [{ id: given_on, title: { zh-CN: 日期, en: day }, type: date }]
`;
const MANIFEST = `
id: schools
version: 1.0.0
title: { zh-CN: 学校考核, en: schools }
authority: { zh-CN: 校办, en: bureau }
in_force: { from: "2026-01-01" }
depends_on: [national-base]
`;

const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;
const [bureau, other, school] = [uuidv7(), uuidv7(), uuidv7()];
type Act = ReturnType<typeof as>;

/** An account with one role in one organisation. */
async function account(name: string, role: Role, organisation: string): Promise<Act> {
  const id = uuidv7();
  const operator = as(county.operator);
  await operator.do(openAccount, { id, username: name, displayName: name, password: 'Huanghe-2026-liu' });
  await operator.do(grantRole, { id: uuidv7(), account: id, role, organisation, from: '2026-01-01' });
  return scopeOf(id);
}

const scopeOf = (id: string): Promise<Act> =>
  readJurisdiction(database, county.jurisdiction, async (tx) => {
    const scope = await readScope(tx, id, '2026-09-15');
    if (!scope) throw new Error('the account has no scope');
    return as(scope);
  });

beforeAll(async () => {
  await database.addJurisdictions('371522');
  county = await buildCounty(database, '371522');
  const operator = as(county.operator);
  await operator.do(applyPack, { files: await readPackFolder('packs/national-base'), from: '2026-01-01' });
  await operator.do(applyPack, {
    files: [
      { path: 'pack.yaml', text: MANIFEST },
      { path: 'kinds/schools.yaml', text: KINDS },
      { path: 'forms/award.yaml', text: FORM },
    ],
    from: '2026-01-01',
  });
  const found = (id: string, kind: string, name: string, parent: string) =>
    operator.do(foundOrganisation, { id, kind, name, parent, on: '2026-01-05' });
  await found(bureau, 'teaching-office', '城区校办', county.organisations.county);
  await found(other, 'teaching-office', '乡镇校办', county.organisations.county);
  await found(school, 'primary-school', '第一小学', bureau);
});

it('an award of a school waits for the bureau it stands under, and for no other', async () => {
  const clerk = await account('xiaoyi', 'village-clerk', school);
  const ofBureau = await account('xiaoban', 'township-officer', bureau);
  const elsewhere = await account('xiangban', 'township-officer', other);
  const officer = await scopeOf(county.accounts.county);
  const entry = uuidv7();
  await clerk.do(enterRecord, {
    id: entry,
    form: 'school-award',
    subject: { kind: 'organisation', id: school },
    data: { given_on: '2026-09-01' },
  });
  const word = { id: uuidv7(), entry, outcome: 'confirmed' } as const;
  await expect(elsewhere.do(confirmRecord, word)).rejects.toMatchObject({ code: 'not-found' });
  for (const one of [clerk, officer]) {
    await expect(one.do(confirmRecord, word)).rejects.toMatchObject({
      code: 'confirming-role',
      words: {
        'zh-CN': expect.stringContaining('由校办核实'),
        en: expect.stringContaining('confirmed by school bureau'),
      },
    });
    expect((await one.do(pendingConfirmations, {})).entries).toEqual([]);
  }
  const seen = await officer.do(getRecord, { id: entry });
  expect([seen.mayConfirm, seen.entry.confirmer]).toEqual([false, { 'zh-CN': '校办', en: 'school bureau' }]);
  expect((await ofBureau.do(pendingConfirmations, {})).entries.map(({ id }) => id)).toEqual([entry]);
  expect((await ofBureau.do(getRecord, { id: entry })).mayConfirm).toBe(true);
  await ofBureau.do(confirmRecord, word);
  expect((await clerk.do(getRecord, { id: entry })).entry.confirmation).toMatchObject({ outcome: 'confirmed' });
  expect((await ofBureau.do(pendingConfirmations, {})).entries).toEqual([]);
});

it('whoever recorded it at the bureau cannot confirm it there', async () => {
  const both = await account('liangtou', 'village-clerk', bureau);
  const entry = uuidv7();
  await both.do(enterRecord, {
    id: entry,
    form: 'school-award',
    subject: { kind: 'organisation', id: school },
    data: { given_on: '2026-09-02' },
  });
  await expect(both.do(confirmRecord, { id: uuidv7(), entry, outcome: 'confirmed' })).rejects.toMatchObject({
    code: 'own-entry',
  });
});
