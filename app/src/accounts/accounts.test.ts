import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import {
  closeAccount,
  grantRole,
  importAccounts,
  listAccounts,
  localOperator,
  openAccount,
  readMe,
  revokeRole,
} from './index.ts';
import { readScope } from './scope-reader.ts';

const database = await testDatabase();
await database.addJurisdictions('371522', '371523');
const county = await makeSmallCounty(database, '371522');
const other = await makeSmallCounty(database, '371523');
const { as } = acting(database, '2026-09-15T02:00:00.000Z');
const administrator = as(county.administrator);
const PASSWORD = 'Ding-2026-xiang';

const open = (input: Partial<Parameters<typeof openAccount.run>[0]> = {}) => {
  const id = uuidv7();
  const username = `u${id.replaceAll('-', '').slice(-12)}`;
  return administrator.do(openAccount, { id, username, password: PASSWORD, displayName: '丁香', ...input });
};
const scopeOf = (account: string, day = '2026-09-15') =>
  readJurisdiction(database, '371522', (tx) => readScope(tx, account, day));
const grant = (input: Omit<Parameters<typeof grantRole.run>[0], 'id'>) =>
  administrator.do(grantRole, { id: uuidv7(), ...input });

describe('accounts.open', () => {
  test('opens once; another account cannot take the name, in whatever case or county', async () => {
    const id = uuidv7();
    const input = { id, username: 'Zhang.Wei', displayName: '张伟' };
    expect(await open(input)).toEqual({ id, again: false });
    expect(await open(input)).toEqual({ id, again: true });
    await expect(open({ ...input, displayName: '张卫' })).rejects.toMatchObject({ code: 'other-content' });
    await expect(open({ username: 'zhang.wei' })).rejects.toMatchObject({ code: 'username-taken' });
    const elsewhere = { id: uuidv7(), username: 'ZHANG.WEI', password: PASSWORD, displayName: '张伟' };
    await expect(as(other.administrator).do(openAccount, elsewhere)).rejects.toMatchObject({ code: 'username-taken' });
  });

  test.each(['short1A', 'alllowercase', 'lower1234567', 'Chen.jing-1'])('refuses the password %s', async (password) => {
    const weak = open({ username: 'chen.jing', password });
    await expect(weak).rejects.toMatchObject({
      kind: 'invalid',
      code: 'weak-password',
      fields: [{ field: 'password' }],
    });
  });

  test('keeps no password in clear, nor in the audit', async () => {
    await open({ username: 'clear', password: 'Kept-in-no-place-7' });
    const dump = await database.asOwner(async (sql) =>
      JSON.stringify([await sql`select * from credential`, await sql`select * from audit`]),
    );
    expect(dump).not.toContain('Kept-in-no-place-7');
  });
});

describe('a scope', () => {
  test('follows grants from their first to their last day, and ends with a revocation or the account', async () => {
    const { id: account } = await open();
    expect((await scopeOf(account))?.roles).toEqual([]);
    const { id } = await grant({ account, role: 'township-officer', organisation: county.east, to: '2026-09-20' });
    expect(await scopeOf(account)).toMatchObject({ roles: ['township-officer'], subtrees: [county.east] });
    expect((await scopeOf(account, '2026-09-14'))?.roles).toEqual([]);
    expect((await scopeOf(account, '2026-09-21'))?.roles).toEqual([]);
    await administrator.do(revokeRole, { id });
    expect((await scopeOf(account))?.roles).toEqual([]);
    await administrator.do(closeAccount, { id: account });
    expect(await scopeOf(account)).toBeNull();
    await expect(grant({ account, role: 'administrator' })).rejects.toMatchObject({ code: 'account-closed' });
  });

  test('of a first secretary is their running postings and those villages', async () => {
    const { id: account } = await open({ person: county.secretary });
    await grant({ account, role: 'first-secretary', from: '2026-01-01' });
    expect(await scopeOf(account)).toMatchObject({
      subtrees: [],
      organisations: [county.wangzhuang],
      postings: [county.posting],
    });
    expect(await scopeOf(account, '2026-06-09')).toMatchObject({ organisations: [], postings: [] });
  });

  test('of a sending unit is the unit and all it sent; an administrator reaches nothing', async () => {
    const { id: account } = await open();
    await grant({ account, role: 'sending-unit', organisation: county.department });
    const scope = await scopeOf(account);
    expect(scope).toMatchObject({ subtrees: [county.department], organisations: [] });
    expect([...(scope?.postings ?? [])].sort()).toEqual([county.posting, county.endedPosting].sort());
    const { id: second } = await open();
    await grant({ account: second, role: 'administrator' });
    expect(await scopeOf(second)).toMatchObject({ subtrees: [], organisations: [], postings: [] });
  });
});

describe('accounts.grant', () => {
  test.each([
    [{ role: 'village-clerk' }, 'organisation-needed'],
    [{ role: 'administrator', organisation: county.east }, 'no-organisation'],
    [{ role: 'first-secretary' }, 'person-needed'],
    [{ role: 'village-clerk', organisation: county.east, from: '2026-02-02', to: '2026-02-01' }, 'end-before-start'],
    [{ role: 'village-clerk', organisation: other.east }, 'not-found'],
  ] as const)('%j is refused: %s', async (input, code) => {
    const { id: account } = await open();
    await expect(grant({ account, ...input })).rejects.toMatchObject({ code });
  });

  test('nobody raises, lowers or closes themselves', async () => {
    const own = county.administrator.account;
    await expect(grant({ account: own, role: 'county-officer', organisation: county.county })).rejects.toMatchObject({
      code: 'own-account',
    });
    await expect(administrator.do(closeAccount, { id: own })).rejects.toMatchObject({ code: 'own-account' });
  });

  test('is for administrators of the same county', async () => {
    const { id: account } = await open();
    const input = { id: uuidv7(), account, role: 'administrator' } as const;
    await expect(as(county.officer).do(grantRole, input)).rejects.toMatchObject({ kind: 'refused' });
    await expect(as(other.administrator).do(grantRole, input)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('accounts.import', () => {
  const csv = `username,display_name,role,password,person_key,organisation_code,from,to
ma.jun,马骏,township-officer,Ma&jun-is-2026,,371522101,,
ma.jun,马骏,sending-unit,,,371522102,,
slx,孙立新,first-secretary,,孙立新,,2026-06-10,
`;

  test('opens accounts with their grants, makes passwords where none is given, once', async () => {
    const result = await administrator.do(importAccounts, { csv });
    expect(result).toMatchObject({ rows: 3, opened: 2, granted: 3, again: false });
    expect(result.passwords.map(({ username }) => username)).toEqual(['slx']);
    expect(result.passwords[0]?.password).toMatch(/^[A-Z][a-z]{4}-[a-z]{5}-\d{5}$/);
    expect(await administrator.do(importAccounts, { csv })).toMatchObject({ again: true, passwords: [] });
    const { accounts } = await administrator.do(listAccounts, { search: '马骏' });
    const township = accounts.find(({ username }) => username === 'ma.jun');
    expect(township?.grants.map(({ role, organisation }) => [role, organisation?.name])).toEqual([
      ['sending-unit', '西河镇'],
      ['township-officer', '东张镇'],
    ]);
  });

  test('says every mistake and opens nobody', async () => {
    const bad = `username,display_name,role,password,person_key,organisation_code,from,to
-x,,officer,,,,,
ma.jun,马骏,village-clerk,abc,,999,2026-13-01,
new,新人,first-secretary,,,,,
new2,新人,first-secretary,,无此人,371522101,,
`;
    const error = await administrator.do(importAccounts, { csv: bad }).catch((thrown: unknown) => thrown);
    const fields = (error as { fields: { field: string; rule: string }[] }).fields;
    expect(fields.map(({ field, rule }) => `${field} ${rule}`).sort()).toEqual(
      [
        'rows.2.username username',
        'rows.2.display_name required',
        'rows.2.role role',
        'rows.3.from day',
        'rows.3.password weak-password',
        'rows.3.username username-taken',
        'rows.3.organisation_code organisation',
        'rows.4.person_key person-needed',
        'rows.5.organisation_code organisation',
        'rows.5.person_key person',
      ].sort(),
    );
    expect((await administrator.do(listAccounts, { search: '新人' })).accounts).toEqual([]);
  });
});

test('accounts.me says who, where and how far', async () => {
  const me = await as(county.firstSecretary).do(readMe, {});
  expect(me).toMatchObject({ displayName: '第一书记 孙立新', roles: ['first-secretary'], postings: [county.posting] });
});

test('the local operator is made once and reaches the whole tree', async () => {
  const first = await localOperator(database, '371522');
  expect(first.subtrees).toEqual([county.county]);
  expect(await localOperator(database, '371522')).toEqual(first);
  expect(await as(first).do(readMe, {})).toMatchObject({ username: null, roles: ['administrator', 'county-officer'] });
});
