import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { readTables } from './catalog.ts';
import { MIGRATIONS } from './migrate.ts';
import { schemaSql } from './schema-sql.ts';
import { schemaTypes } from './schema-types.ts';

interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** The files that follow from the migrations, as they should be for the database of `owner`. */
export async function makeSchemaFiles(owner: postgres.Sql): Promise<readonly SchemaFile[]> {
  const tables = await readTables(owner);
  return [
    { path: join(MIGRATIONS, 'schema.sql'), text: schemaSql(tables) },
    ...schemaTypes(tables).map(({ path, text }) => ({ path: join(import.meta.dirname, path), text })),
  ];
}

/** Paths of the files that differ from the sum of the migrations. */
export function findStale(files: readonly SchemaFile[]): readonly string[] {
  return files.filter(({ path, text }) => readFileSync(path, 'utf8') !== text).map(({ path }) => path);
}

export function writeAll(files: readonly SchemaFile[]): void {
  for (const { path, text } of files) writeFileSync(path, text);
}
