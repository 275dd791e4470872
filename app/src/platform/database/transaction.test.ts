import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { DatabaseAway } from './database-away.ts';
import { tableClasses } from './schema.ts';
import { testDatabase } from './testing.ts';
import { inJurisdiction, readJurisdiction, type WriteTx } from './transaction.ts';

const database = await testDatabase();
await database.addJurisdictions('371522', '110101');

const SHEN = '371522';

const found = (tx: WriteTx, jurisdiction = SHEN, id = uuid()): Promise<unknown> =>
  tx
    .insertInto('organisation')
    .values({
      jurisdiction_id: jurisdiction,
      id,
      kind: 'village',
      founded_on: '2020-01-31',
      attributes: { 人口: 1200 },
    })
    .execute();

const count = (jurisdiction: string): Promise<number> =>
  readJurisdiction(database, jurisdiction, async (tx) => {
    const rows = await tx.selectFrom('organisation').select('id').execute();
    return rows.length;
  });

describe('a transaction of a jurisdiction', () => {
  it('keeps what was written, and only its own jurisdiction sees it', async () => {
    await inJurisdiction(database, SHEN, (tx) => found(tx));
    expect(await count(SHEN)).toBe(1);
    expect(await count('110101')).toBe(0);
  });

  it('keeps nothing when the work fails', async () => {
    const before = await count(SHEN);
    const work = inJurisdiction(database, SHEN, async (tx) => {
      await found(tx);
      throw new Error('not today');
    });
    await expect(work).rejects.toThrow('not today');
    expect(await count(SHEN)).toBe(before);
  });

  it('refuses a row of another jurisdiction', async () => {
    await expect(inJurisdiction(database, SHEN, (tx) => found(tx, '110101'))).rejects.toThrow(/row-level security/);
  });

  it('refuses to write in a reading transaction', async () => {
    await expect(readJurisdiction(database, SHEN, (tx) => found(tx as WriteTx))).rejects.toThrow(/read-only/);
  });

  it('refuses an id that is none, before it reaches the database', async () => {
    await expect(inJurisdiction(database, "1'; drop table entry; --", found)).rejects.toThrow(/Not the id/);
  });

  it('leaves no jurisdiction behind on its connection', async () => {
    await inJurisdiction(database, SHEN, (tx) => found(tx));
    const rows = await Promise.all(Array.from({ length: 20 }, () => database.pool`select id from organisation`));
    expect(rows.flat()).toEqual([]);
  });

  it('fails as a whole when its connection is lost, and nothing it still asks for reaches the database', async () => {
    const [first, second] = [uuid(), uuid()];
    const work = inJurisdiction(database, SHEN, async (tx) => {
      await found(tx, SHEN, first);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await database.asOwner((owner) => owner`select pg_terminate_backend(${rows[0]?.pid ?? 0}, 5000)`);
      await found(tx, SHEN, uuid()).catch(() => undefined);
      await pause(20);
      await expect(found(tx, SHEN, second)).rejects.toThrow(DatabaseAway);
    });
    await expect(work).rejects.toThrow(DatabaseAway);
    await inJurisdiction(database, SHEN, async (tx) => {
      const kept = await tx.selectFrom('organisation').select('id').where('id', 'in', [first, second]).execute();
      expect(kept).toEqual([]);
    });
  });

  it('runs statements together and copies rows in', async () => {
    const ids = Array.from({ length: 50 }, () => uuid());
    await inJurisdiction(database, '110101', async (tx) => {
      await Promise.all(ids.map((id) => found(tx, '110101', id)));
      const seen = await tx.selectFrom('organisation').select('id').where('id', 'in', ids).execute();
      expect(seen).toHaveLength(50);
    });
  });
});

describe('values keep their form', () => {
  it('days, instants, numbers, decimals and JSON', async () => {
    const [row] = await database.pool`
      select date '2024-02-29' as day, timestamptz '2024-03-01 08:00+08' as instant, 9007199254740991::bigint as whole,
        12.50::numeric as decimal, ${{ a: [1] } as never}::jsonb as object, array['2024-01-01'::date] as days`;
    expect(row).toEqual({
      day: '2024-02-29',
      instant: '2024-03-01T00:00:00.000Z',
      whole: Number.MAX_SAFE_INTEGER,
      decimal: '12.50',
      object: { a: [1] },
      days: ['2024-01-01'],
    });
  });

  it('arrays, whatever their items hold', async () => {
    const texts = ['莘县', '', 'a,b', '{c}', 'say "hi"', String.raw`back\slash`, 'two\nlines', 'NULL'];
    const ids = [uuid(), uuid()];
    const [row] =
      await database.pool`select ${texts}::text[] as texts, ${ids}::uuid[] as ids, ${[1, -2]}::int[] as whole,
      array['x', null] as gap, ${[]}::text[] as none, cardinality(${texts}::text[]) as count`;
    expect(row).toEqual({ texts, ids, whole: [1, -2], gap: ['x', null], none: [], count: texts.length });
  });

  it('JSON given as text is the value, not a text', async () => {
    const id = uuid();
    await inJurisdiction(database, SHEN, async (tx) => {
      await found(tx, SHEN, id);
      await tx
        .updateTable('organisation')
        .set({ attributes: JSON.stringify({ b: 2 }) })
        .where('id', '=', id)
        .execute();
      const row = await tx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect(row.attributes).toEqual({ b: 2 });
      expect(row.founded_on).toBe('2020-01-31');
    });
  });
});

describe('without a jurisdiction', () => {
  const tables = Object.entries(tableClasses).filter(([, { class: name }]) => name === 'jurisdiction');

  it.each(tables)('%s is empty', async (table) => {
    expect(await database.pool`select 1 from ${database.pool(table)}`).toHaveLength(0);
  });
});
