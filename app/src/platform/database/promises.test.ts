import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Column, readTables, type Table } from './catalog.ts';
import { getTableClass, isAppendOnly } from './table-class.ts';
import { testDatabase } from './testing.ts';

/** What the schema promises, tried table by table against the catalog: a new table is held to it without a word here. */
const HERE = '371522';
const THERE = '110101';

const database = await testDatabase();
await database.addJurisdictions(HERE, THERE);
const tables = await database.asOwner((owner) => readTables(owner));
const owned = tables.filter((table) => getTableClass(table) === 'jurisdiction');

const VALUES: Readonly<Record<string, () => unknown>> = {
  text: () => 'x',
  uuid: () => randomUUID(),
  date: () => '2024-01-01',
  'timestamp with time zone': () => '2024-01-01T00:00:00Z',
  boolean: () => true,
  integer: () => 1,
  bigint: () => 1,
  numeric: () => 1,
  jsonb: () => '{}',
  bytea: () => Buffer.from('x'),
  'uuid[]': () => [randomUUID()],
};

/** A row that keeps the table's checks: the first word of each closed list, hashes of the right length. */
function makeRow(table: Table, jurisdiction: string): Record<string, unknown> {
  const checks = table.constraints.map(({ definition }) => definition).filter((text) => text.startsWith('CHECK'));
  const valueOf = ({ name, type }: Column): unknown => {
    if (name === 'jurisdiction_id') return jurisdiction;
    const list = checks.find((check) => check.startsWith(`CHECK ((${name} = ANY`));
    if (list !== undefined) return /'([^']+)'/.exec(list)?.[1];
    const length = checks.find((check) => check.startsWith(`CHECK ((length(${name}) = `));
    if (length !== undefined) return 'a'.repeat(Number(/= (\d+)/.exec(length)?.[1]));
    return VALUES[type]?.();
  };
  return Object.fromEntries(table.columns.filter(({ notNull }) => notNull).map((each) => [each.name, valueOf(each)]));
}

/** Rows for both jurisdictions in every table, without the rows they would point to. */
await database.asOwner(async (owner) => {
  await owner`set session_replication_role = replica`;
  for (const table of owned) {
    for (const jurisdiction of [HERE, THERE]) {
      await owner`insert into ${owner(table.name)} ${owner(makeRow(table, jurisdiction) as never)}`;
    }
  }
});

async function asApp<Result>(jurisdiction: string, statement: string): Promise<Result[]> {
  return database.pool.begin(async (tx) => {
    await tx.unsafe(`set local luoshi.jurisdiction = '${jurisdiction}'`);
    return (await tx.unsafe(statement)) as unknown as Result[];
  }) as Promise<Result[]>;
}

describe('the application', () => {
  it('owns nothing and may make nothing', async () => {
    const [role] = await database.pool`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*) from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
    await expect(database.pool`create table mine (id int)`).rejects.toThrow(/permission denied/);
    await expect(database.pool`alter table entry disable row level security`).rejects.toThrow(/must be owner/);
  });

  it.each(tables.filter(isAppendOnly))('cannot change or take back $name', async ({ name }) => {
    for (const statement of [`update ${name} set jurisdiction_id = '0'`, `delete from ${name}`, `truncate ${name}`]) {
      await expect(asApp(HERE, statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('finds append-only tables at all', () => {
    expect(tables.filter(isAppendOnly).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['entry', 'entry_supersession', 'audit', 'organisation_event']),
    );
  });
});

describe.each(owned)('$name', (table) => {
  it('shows nothing without a jurisdiction', async () => {
    expect(await database.pool.unsafe(`select 1 from ${table.name}`)).toHaveLength(0);
  });

  it('shows a jurisdiction its own rows only', async () => {
    const rows = await asApp<{ jurisdiction_id: string }>(HERE, `select jurisdiction_id from ${table.name}`);
    expect(rows.map((row) => row.jurisdiction_id)).toEqual([HERE]);
  });

  it('takes no row of another jurisdiction', async () => {
    const row = makeRow(table, THERE);
    const work = database.pool.begin(async (tx) => {
      await tx.unsafe(`set local luoshi.jurisdiction = '${HERE}'`);
      await tx`insert into ${tx(table.name)} ${tx(row as never)}`;
    });
    await expect(work).rejects.toThrow(/row-level security/);
  });

  it('has jurisdiction_id, and has it first in every key', () => {
    const column = table.columns.find(({ name }) => name === 'jurisdiction_id');
    expect(column).toMatchObject({ type: 'text', notNull: true });
    expect(table.rowSecurity).toBe(true);
    const keys = table.constraints.filter(({ definition }) => /^(PRIMARY|UNIQUE|EXCLUDE)/.test(definition));
    for (const { name, definition } of keys) {
      expect(definition, name).toMatch(/^(PRIMARY KEY|UNIQUE|EXCLUDE USING gist) \(jurisdiction_id/);
    }
    for (const { name, definition } of table.indexes.filter(({ definition }) => definition.includes(' UNIQUE '))) {
      expect(definition, name).toMatch(/ \(jurisdiction_id/);
    }
  });

  it('points only within its jurisdiction, or to shared tables, and never sets null', () => {
    for (const { definition } of table.constraints.filter(({ definition }) => definition.startsWith('FOREIGN KEY'))) {
      const target = tables.find(({ name }) => name === /REFERENCES (\w+)\(/.exec(definition)?.[1]);
      const kind = target && getTableClass(target);
      if (kind === 'jurisdiction') {
        expect(definition).toMatch(/^FOREIGN KEY \(jurisdiction_id, .*REFERENCES \w+\(jurisdiction_id, /);
      } else {
        expect(kind).toBe('reference');
      }
      expect(definition).not.toMatch(/SET NULL|SET DEFAULT|ON UPDATE|DEFERRABLE/);
    }
  });
});

describe('names', () => {
  it('of constraints and indexes leave room for the suffix of a shard', () => {
    const names = tables.flatMap(({ constraints, indexes }) => [...constraints, ...indexes].map(({ name }) => name));
    expect(names.filter((name) => name.length > 50)).toEqual([]);
  });
});
