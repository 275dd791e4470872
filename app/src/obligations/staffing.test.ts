import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { startTenure } from '../people/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { enterRecord } from '../records/index.ts';
import { readStaffing } from './index.ts';

const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;

const both = (text: string) => `{ zh-CN: ${text}, en: ${text} }`;
const PACK = [
  {
    path: 'pack.yaml',
    text: `
id: teams
version: 1.0.0
title: ${both('teams')}
authority: ${both('office')}
in_force: { from: "2026-01-01" }
depends_on: [national-base]
`,
  },
  {
    path: 'forms/kin.yaml',
    text: `
id: kin
title: ${both('kin')}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { person: true }
date: on
entered_by: [county-officer]
fields:
  - { id: on, title: ${both('day')}, type: date }
  - { id: relatives, title: ${both('relatives')}, type: subjects, of: { person: true } }
`,
  },
  {
    path: 'assignments/teams.yaml',
    text: `
id: secretaries
title: ${both('村书记配备')}
source: { document: 配备办法, clause: 第二条 }
holders: [village-secretary, village-director]
of: [village]
vacant: { at_most: { months: 3 }, posts: [village-secretary], message: ${both('空缺过久')} }
apart: { form: kin, field: relatives, message: ${both('近亲属同在')} }
`,
  },
];

const scoped = async (account: 'county' | 'east' | 'clerk') => {
  const scope = await inJurisdiction(database, '371522', (tx) => readScope(tx, county.accounts[account], '2026-09-15'));
  if (!scope) throw new Error('no scope');
  return as(scope);
};

beforeAll(async () => {
  await database.addJurisdictions('371522');
  county = await buildCounty(database, '371522');
  const operator = as(county.operator);
  await operator.do(applyPack, { files: await readPackFolder('packs/national-base'), from: '2026-01-01' });
  await operator.do(applyPack, { files: PACK, from: '2026-01-01' });
});

const foundBy = async (account: 'county' | 'east' | 'clerk', organisation: string) => {
  const { findings } = await (await scoped(account)).do(readStaffing, { organisation });
  return findings.map(({ words, rule, clause }) => [words['zh-CN'].split('（')[0], rule['zh-CN'], clause]);
};

it('names what does not fit at and below an organisation, within what one may see', async () => {
  const { county: shen, east, wangzhuang } = county.organisations;
  const empty = (village: string) => [`${village}：空缺过久`, '村书记配备', '第二条'];
  expect((await foundBy('county', shen)).sort()).toEqual(['李庄村', '柳林村', '赵庄村', '高庙村'].map(empty).sort());
  expect((await foundBy('east', east)).sort()).toEqual(['李庄村', '高庙村'].map(empty).sort());
  expect(await foundBy('clerk', wangzhuang)).toEqual([]);
  await expect(foundBy('clerk', east)).rejects.toMatchObject({ kind: 'not-found' });
});

it('reads the entries a rule asks for', async () => {
  const { wangzhuang } = county.organisations;
  const operator = as(county.operator);
  await operator.do(startTenure, {
    id: uuidv7(),
    post: 'village-director',
    organisation: wangzhuang,
    person: county.people.wxq,
    from: '2026-01-01',
  });
  expect(await foundBy('clerk', wangzhuang)).toEqual([]);
  await (await scoped('county')).do(enterRecord, {
    id: uuidv7(),
    form: 'kin',
    subject: { kind: 'person', id: county.people.wxq },
    data: { on: '2026-09-01', relatives: [county.people.ysm] },
  });
  expect(await foundBy('clerk', wangzhuang)).toEqual([['王庄村：近亲属同在', '村书记配备', '第二条']]);
});
