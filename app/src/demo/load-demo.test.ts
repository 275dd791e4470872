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

test('a county left half filled is filled to its end; one can sign in before the records are there', async () => {
  const [onlyPeople, broken] = [new Set<string>(), new Error('the power went')];
  const halfway = {
    ...door,
    call: (action: string, input: object, as?: string) => {
      onlyPeople.add(action);
      return action === 'records.import' ? Promise.reject(broken) : door.call(action, input, as);
    },
  };
  let accounts = 0;
  const onAccounts = (all: readonly unknown[]) => void (accounts = all.length);
  await expect(loadDemo(halfway, SHEN_COUNTY, { asOf: AS_OF, only, onAccounts })).rejects.toThrow(broken);
  expect(accounts).toBe(6);
  expect(onlyPeople).not.toContain('accounts.close');
}, 120_000);

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
  const told: unknown[] = [];
  const onAccounts = (accounts: unknown) => void told.push(accounts);
  const again = await loadDemo(door, SHEN_COUNTY, { asOf: '2026-11-21', only, onAccounts });
  expect(told).toEqual([summary.accounts]);
  expect(again).toEqual({ again: true, accounts: summary.accounts, entries: 0, seconds: {} });
  expect([...called.keys()].toSorted()).toEqual([
    'accounts.close',
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
