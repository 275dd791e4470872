import { expect, it } from 'vitest';
import { findStale, makeSchemaFiles } from './schema-files.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();

it('schema.sql and the table types are the sum of the migrations, on every supported PostgreSQL', async () => {
  expect(findStale(await database.asOwner(makeSchemaFiles))).toEqual([]);
});

it('a column more makes the sum and the types of its class stale', async () => {
  const stale = await database.asOwner(async (owner) => {
    await owner`alter table organisation add column nickname text`;
    return findStale(await makeSchemaFiles(owner));
  });
  expect(stale.map((path) => path.split('/').at(-1))).toEqual(['schema.sql', 'jurisdiction-tables.ts']);
});
