import { expect, test } from 'vitest';
import { demoDoor } from '../../test/world/demo-door.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { loadDemo } from './load-demo.ts';
import { SHEN_COUNTY } from './localities.ts';

const SHEN = '371522';
const AS_OF = '2026-11-20';
const only = ['arrival', 'village-day', 'leave', 'meeting', 'problem-solved'];

const database = await testDatabase();
await database.addJurisdictions(SHEN);
const { door, called, runtime } = demoDoor(database, SHEN, AS_OF);

const count = (table: 'organisation' | 'person' | 'posting' | 'entry' | 'entry_confirmation' | 'entry_supersession') =>
  inJurisdiction(database, SHEN, async (tx) => (await tx.selectFrom(table).select('id').execute()).length);

test('the county is loaded through its imports, and a second time nothing changes', async () => {
  const summary = await loadDemo(door, SHEN_COUNTY, { asOf: AS_OF, only });
  expect(await count('organisation')).toBe(943);
  expect(await count('person')).toBeGreaterThan(3_000);
  expect(await count('posting')).toBeGreaterThan(153);
  expect(summary.entries).toBeGreaterThan(10_000);
  expect(await count('entry')).toBe(summary.entries);
  expect(await count('entry_confirmation')).toBeGreaterThan(4_000);
  expect(await count('entry_supersession')).toBe(16);
  expect(summary.accounts.map(({ username }) => username)).toEqual([
    'county',
    'township',
    'village',
    'secretary',
    'unit',
    'admin',
  ]);
  const again = await loadDemo(door, SHEN_COUNTY, { asOf: '2026-11-21', only });
  expect(again).toEqual({ again: true, accounts: summary.accounts, entries: 0, seconds: {} });
  expect([...called.keys()].toSorted()).toEqual([
    'accounts.import',
    'accounts.list',
    'organisations.import',
    'packs.apply',
    'people.import',
    'postings.import',
    'records.confirm',
    'records.correct',
    'records.import',
    'records.list',
    'records.pending-confirmations',
    'records.withdraw',
    'tenures.import',
  ]);
  expect(runtime.clock.now()).toContain(AS_OF);
}, 240_000);
