import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { begin } from './begin.ts';
import { DatabaseFailure } from './failure.ts';

export interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

export const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

export function readMigrations(folder: string = MIGRATIONS): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

/** Applies what is missing, each file in a transaction of its own. `owner` is one connection. Returns the names applied. */
export async function migrate(owner: postgres.Sql, migrations = readMigrations()): Promise<readonly string[]> {
  const missing = compare(await readApplied(owner), migrations);
  for (const migration of missing) await apply(owner, migration);
  return missing.map(({ name }) => name);
}

async function readApplied(owner: postgres.Sql): Promise<ReadonlyMap<string, string>> {
  const [table] = await owner<{ found: boolean }[]>`select to_regclass('public.migration') is not null as found`;
  if (!table?.found) return new Map();
  const rows = await owner<{ name: string; sha256: string }[]>`select name, sha256 from migration`;
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function compare(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): readonly Migration[] {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of applied) {
    if (!known.has(name)) {
      throw new DatabaseFailure(
        `数据库已应用迁移 ${name}，但本版本没有它：数据库由更新的版本建立，请使用该版本。`,
        `The database has the migration ${name}, which this version lacks: a later version made it. Use that version.`,
      );
    }
    if (known.get(name) !== sha256) {
      throw new DatabaseFailure(
        `迁移 ${name} 在应用之后被改动。请恢复原文件，把改动写成新的迁移。`,
        `The migration ${name} was changed after it was applied. Restore the file and write the change as a new migration.`,
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(owner: postgres.Sql, { name, sha256, text }: Migration): Promise<void> {
  try {
    await begin(owner, '', async (tx) => {
      await tx.unsafe(text).simple();
      await tx`insert into migration (name, sha256) values (${name}, ${sha256})`;
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseFailure(`迁移 ${name} 失败：${reason}`, `The migration ${name} failed: ${reason}`, cause);
  }
}
