import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { sealAudit } from '../platform/audit/seal.ts';
import { writeAudit } from '../platform/audit/write-audit.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { listAudit, verifyAudit } from './index.ts';

const NOW = '2026-09-15T02:00:00.000Z';
const database = await testDatabase();
await database.addJurisdictions('371522', '371523');
const county = await makeSmallCounty(database, '371522');
const other = await makeSmallCounty(database, '371523');
const { as } = acting(database, NOW);

const write = (count: number, jurisdiction = '371522') =>
  inJurisdiction(database, jurisdiction, async (tx) => {
    for (let i = 0; i < count; i++) {
      const scope = { jurisdiction, account: county.officer.account };
      const about = { subject: `${i}`, detail: { z: i, a: true, 理由: '核对' } };
      await writeAudit(tx, { scope, now: NOW, action: 'records.enter', outcome: 'done', ...about });
    }
  });
const verify = () => as(county.administrator).do(verifyAudit, {});
const owner = database.asOwner;

beforeEach(async () => {
  await owner((sql) => sql`truncate audit, audit_seal`);
  await write(3);
  await sealAudit(database, '371522', NOW);
  await write(2);
  await sealAudit(database, '371522', NOW);
});

describe('a sealed audit', () => {
  test('is intact as long as nobody touches it; young rows wait for their seal', async () => {
    expect(await verify()).toMatchObject({ intact: true, seals: 2, rows: 5, unsealed: 0, last: { number: 2 } });
    await write(1);
    expect(await verify()).toMatchObject({ intact: true, unsealed: 1 });
    expect(await sealAudit(database, '371522', NOW)).toBe(1);
    expect(await sealAudit(database, '371522', NOW)).toBe(0);
  });

  test.each(['subject', 'action', 'outcome', 'account_id', 'at', 'detail'])('shows a changed %s', async (column) => {
    const other = {
      subject: "'9'",
      action: "'records.correct'",
      outcome: "'failed'",
      account_id: 'null',
      at: "at + interval '1 second'",
      detail: `'{"a":false}'`,
    }[column];
    await owner((sql) =>
      sql.unsafe(`update audit set ${column} = ${other} where subject = '1' and detail->>'z' = '1'`),
    );
    const report = await verify();
    expect(report.intact).toBe(false);
    expect(report.problems[0]).toMatchObject({ kind: 'changed', seal: 1 });
  });

  test('shows a removed row, by its id', async () => {
    const [removed] = await owner((sql) => sql`delete from audit where subject = '2' returning id`);
    expect((await verify()).problems).toMatchObject([{ kind: 'missing', seal: 1, rows: [removed?.id] }]);
  });

  test('shows a row inserted into the past', async () => {
    const id = `01800000-0000-7000-8000-${uuidv7().slice(-12)}`;
    await owner(
      (sql) => sql`insert into audit (jurisdiction_id, id, at, action, outcome)
        values ('371522', ${id}, ${NOW}, 'packs.apply', 'done')`,
    );
    await sealAudit(database, '371522', NOW);
    expect((await verify()).problems).toMatchObject([{ kind: 'inserted', rows: [id] }]);
  });

  test('shows a seal that was made again, or taken out', async () => {
    await owner((sql) => sql`update audit_seal set hash = repeat('0', 64) where number = 1`);
    expect((await verify()).problems.map(({ kind, seal }) => `${kind} ${seal}`)).toEqual(['changed 1', 'chain 2']);
    await owner((sql) => sql`delete from audit_seal where number = 1`);
    expect((await verify()).problems.map(({ kind }) => kind)).toEqual(['chain']);
  });

  test('the application itself can neither change nor remove rows and seals', async () => {
    const attempt = (statement: string) =>
      inJurisdiction(database, '371522', (tx) => tx.sql.unsafe(statement)).then(
        () => 'done',
        (error: Error) => error.message,
      );
    for (const table of ['audit', 'audit_seal']) {
      expect(await attempt(`delete from ${table}`)).toMatch(/permission denied/);
      expect(await attempt(`update ${table} set jurisdiction_id = jurisdiction_id`)).toMatch(/permission denied/);
    }
  });

  test('two sealing at once make one chain', async () => {
    await write(4);
    const counts = await Promise.all([1, 2, 3].map(() => sealAudit(database, '371522', NOW)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(await verify()).toMatchObject({ intact: true, rows: 9 });
  });
});

test('audit.list shows the own jurisdiction alone, newest first, page by page', async () => {
  await write(2, '371523');
  const mine = await as(other.administrator).do(listAudit, { action: 'records.enter', limit: 1 });
  expect(mine).toMatchObject({ more: true, rows: [{ subject: '1', detail: { 理由: '核对' } }] });
  const next = await as(other.administrator).do(listAudit, { limit: 1, before: mine.rows[0]?.id ?? '' });
  expect(next).toMatchObject({ more: false, rows: [{ subject: '0' }] });
  await expect(as(county.officer).do(listAudit, {})).rejects.toMatchObject({ kind: 'refused' });
  expect((await as(county.administrator).do(listAudit, { to: '2026-09-14' })).rows).toEqual([]);
});
