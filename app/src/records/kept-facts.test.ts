import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { enterRecord, readAllFacts, readFacts, withdrawRecord } from './index.ts';

const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;
let clerk: ReturnType<typeof as>;

const DAY = '2026-09-15';
const all = (day = DAY) => inJurisdiction(database, '371522', (tx) => readAllFacts(tx, day));
const asRead = () =>
  inJurisdiction(database, '371522', (tx) => readFacts(tx, { jurisdiction: '371522', knownBy: DAY }));

beforeAll(async () => {
  await database.addJurisdictions('371522');
  county = await buildCounty(database, '371522');
  await as(county.operator).do(applyPack, { files: await readPackFolder('packs/national-base'), from: '2026-01-01' });
  const scope = await inJurisdiction(database, '371522', (tx) => readScope(tx, county.accounts.clerk, DAY));
  if (!scope) throw new Error('no scope');
  clerk = as(scope);
});

const enter = (id: string) =>
  clerk.do(enterRecord, {
    id,
    form: 'meeting',
    subject: { kind: 'organisation', id: county.organisations.wangzhuang },
    data: { held_on: '2026-09-10', kind: 'members_meeting', expected: 30, attended: 28 },
  });

it('entries are read once, and anew after every entry, withdrawal and change of a name', async () => {
  const none = await all();
  expect(none).toEqual([]);
  expect(await all()).toBe(none);

  const id = uuidv7();
  await enter(id);
  const entered = await all();
  expect(entered.map((fact) => fact.id)).toEqual([id]);
  expect(await all()).toBe(entered);

  await clerk.do(withdrawRecord, { id: uuidv7(), entry: id, reason: '录错了村' });
  const withdrawn = await all();
  expect(withdrawn[0]?.endedOn).toBe(DAY);

  await inJurisdiction(database, '371522', (tx) =>
    tx.updateTable('account').set({ display_name: '改名后' }).where('id', '=', county.accounts.clerk).execute(),
  );
  expect((await all())[0]?.recordedBy.name).toBe('改名后');
  expect(await all()).toEqual(await asRead());
});

it('a day is not answered with what was known on another', async () => {
  expect(await all('2026-09-01')).toEqual([]);
  expect(await all()).toHaveLength(1);
});
