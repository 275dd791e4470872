import { expect, it } from 'vitest';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();
const shipped = readMigrations();
const pigment: Migration = { name: '9001-pigment.sql', sha256: 'a', text: 'create table pigment (id int)' };

const run = (migrations: readonly Migration[]) => database.asOwner((owner) => migrate(owner, migrations));

it('applies nothing twice', async () => {
  expect(await run(shipped)).toEqual([]);
  expect(await run([...shipped, pigment])).toEqual([pigment.name]);
  expect(await run([...shipped, pigment])).toEqual([]);
});

it('refuses a file that was changed after it was applied', async () => {
  const [first, ...others] = shipped;
  const changed = { ...first, sha256: 'another' } as Migration;
  await expect(run([changed, ...others, pigment])).rejects.toThrow(/在应用之后被改动[^]*was changed after/);
});

it('refuses a database made by a later version', async () => {
  await expect(run(shipped)).rejects.toThrow(/9001-pigment\.sql[^]*later version/);
});

it('leaves nothing of a file that fails', async () => {
  const broken = { name: '9002-broken.sql', sha256: 'b', text: 'create table half (id int); select 1/0' };
  await expect(run([...shipped, pigment, broken])).rejects.toThrow(/division by zero/);
  const [row] = await database.pool`select to_regclass('public.half') as half`;
  expect(row).toEqual({ half: null });
});
