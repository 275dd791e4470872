import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, NOW } from '../../test/world/build-world.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { confirmRecord, enterRecord, getRecord, pendingConfirmations } from './index.ts';

const HONOUR = `
id: honour
title: { zh-CN: 表彰, en: honour }
source: { document: test }
owner: { zh-CN: 考核办, en: office }
frequency: as-it-happens
minutes: 1
subject: { organisation: [township] }
date: given_on
confirmation: county
entered_by: [township-officer]
fields: [{ id: given_on, title: { zh-CN: 日期, en: day }, type: date }]
`;
const MANIFEST = `
id: honours
version: 1.0.0
title: { zh-CN: 表彰, en: honours }
authority: { zh-CN: 考核办, en: office }
in_force: { from: "2026-01-01" }
depends_on: [national-base]
`;

it('an honour of a township waits for the county’s word, not for its own', async () => {
  const database = await testDatabase();
  await database.addJurisdictions('371522');
  const county = await buildCounty(database, '371522');
  const { as } = acting(database, NOW);
  const scopeOf = (account: string) =>
    readJurisdiction(database, county.jurisdiction, async (tx) => {
      const scope = await readScope(tx, account, '2026-09-15');
      if (!scope) throw new Error('the account has no scope');
      return as(scope);
    });
  const operator = as(county.operator);
  await operator.do(applyPack, { files: await readPackFolder('packs/national-base'), from: '2026-01-01' });
  await operator.do(applyPack, {
    files: [
      { path: 'pack.yaml', text: MANIFEST },
      { path: 'forms/honour.yaml', text: HONOUR },
    ],
    from: '2026-01-01',
  });
  const [township, officer] = [await scopeOf(county.accounts.east), await scopeOf(county.accounts.county)];
  const entry = uuidv7();
  await township.do(enterRecord, {
    id: entry,
    form: 'honour',
    subject: { kind: 'organisation', id: county.organisations.east },
    data: { given_on: '2026-09-01' },
  });
  await expect(township.do(confirmRecord, { id: uuidv7(), entry, outcome: 'confirmed' })).rejects.toMatchObject({
    code: 'confirming-role',
  });
  expect((await officer.do(pendingConfirmations, {})).entries.map(({ id }) => id)).toEqual([entry]);
  expect((await officer.do(getRecord, { id: entry })).mayConfirm).toBe(true);
  await officer.do(confirmRecord, { id: uuidv7(), entry, outcome: 'confirmed' });
  expect((await officer.do(getRecord, { id: entry })).entry.confirmation).toMatchObject({ outcome: 'confirmed' });
  expect((await officer.do(pendingConfirmations, {})).entries).toEqual([]);
});
