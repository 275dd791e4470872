import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { startPosting } from '../people/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { evaluateTouched, readBoard } from './index.ts';

const TODAY = '2026-09-15';
const database = await testDatabase();
const { as, clock, runtime } = acting(database, NOW);
let county: County;

async function reader(account: keyof County['accounts']) {
  const scope = await readJurisdiction(database, county.jurisdiction, (tx) =>
    readScope(tx, county.accounts[account], TODAY),
  );
  if (!scope) throw new Error(`${account} has no scope`);
  return as(scope);
}

async function settle() {
  while ((await evaluateTouched(runtime, county.jurisdiction)).taken > 0);
}

beforeAll(async () => {
  await database.addJurisdictions('371522');
  county = await buildCounty(database, '371522');
  const officer = as(county.operator);
  for (const pack of ['national-base', 'shenxian']) {
    await officer.do(applyPack, { files: await readPackFolder(`packs/${pack}`), from: '2026-01-01' });
  }
  const { wangzhuang: organisation, west: sendingOrganisation } = county.organisations;
  const second = { id: uuidv7(), kind: 'first-secretary', level: 'county' as const, person: county.people.dl };
  await officer.do(startPosting, { ...second, organisation, sendingOrganisation, from: '2026-06-10' });
  await settle();
});

/** Light and text of the cells on a village's row whose duty such a bearer has. */
async function cells(account: keyof County['accounts'], village: string, bearer: 'organisation' | 'posting') {
  const board = await (await reader(account)).do(readBoard, {});
  const row = board.rows.findIndex((one) => one.organisation === village);
  return board.duties.flatMap((duty, at) =>
    duty.bearer === bearer ? [{ light: board.lights[row]?.charAt(at), text: board.texts[row]?.[at] }] : [],
  );
}

const shown = (some: readonly { light: string | undefined }[]) => some.filter(({ light }) => light !== '-');
const texts = (some: readonly { text: string | undefined }[]) => some.map(({ text }) => text);

describe('two first secretaries in one village', () => {
  it('stand in the same cells for the county, which counts both', async () => {
    expect(texts(await cells('county', county.organisations.wangzhuang, 'posting'))).toContain('0/2');
  });

  it('are each seen alone by the unit that sent one of them, and the village itself not at all', async () => {
    const { wangzhuang } = county.organisations;
    const sent = await cells('unit', wangzhuang, 'posting');
    expect(shown(sent)).not.toEqual([]);
    expect(texts(sent)).toEqual(texts(await cells('secretary', wangzhuang, 'posting')));
    expect(texts(sent)).not.toEqual(texts(await cells('county', wangzhuang, 'posting')));
    expect(shown(await cells('unit', wangzhuang, 'organisation'))).toEqual([]);
    expect(shown(await cells('secretary', wangzhuang, 'organisation'))).not.toEqual([]);
  });
});

describe('the chart', () => {
  it('is the same from the stored standings and computed afresh, for every reader', async () => {
    const accounts = ['county', 'east', 'clerk', 'secretary', 'unit'] as const;
    const live = await Promise.all(accounts.map(async (account) => (await reader(account)).do(readBoard, {})));
    clock.set(new Date(Date.parse(NOW) + 86_400_000).toISOString());
    for (const [at, account] of accounts.entries()) {
      const replayed = await (await reader(account)).do(readBoard, { asOf: TODAY });
      expect({ ...replayed, today: TODAY }).toEqual(live[at]);
    }
  });
});
