import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { asOwner, connect, type Database } from './connect.ts';
import { APP } from './prepare.ts';
import type { TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A database of a test file's own: migrated, empty, dropped when the file is done. */
export interface TestDatabase extends Database {
  /** Runs `work` as the owner of the schema, whom no policy holds back. */
  asOwner: <Result>(work: (owner: Database['pool']) => Promise<Result>) => Promise<Result>;
  /** Makes jurisdictions, the first thing every test needs. */
  addJurisdictions: (...ids: readonly string[]) => Promise<void>;
}

/** Call at the top of a test file: `const database = await testDatabase()`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { owner, template, appPassword } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(owner, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const database = connect({ ...owner, database: name, username: APP, password: appPassword }, 10);
  afterAll(async () => {
    await database.close();
    await asOwner(owner, (sql) => sql.unsafe(`drop database ${name} with (force)`));
  });
  const more: Omit<TestDatabase, keyof Database> = {
    asOwner: (work) => asOwner({ ...owner, database: name }, work),
    addJurisdictions: async (...ids) => {
      const rows = ids.map((id) => ({ id, name: `County ${id}`, level: 3 }));
      await database.shared.insertInto('jurisdiction').values(rows).execute();
    },
  };
  return Object.assign(database, more);
}
