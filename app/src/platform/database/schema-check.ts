/** `script/schema [--write]`: are schema.sql and schema.ts the sum of the migrations? Makes a database to find out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner, openDatabase } from './connect.ts';
import { OWNER } from './embedded/cluster.ts';
import { findStale, makeSchemaFiles, writeAll } from './schema-files.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-schema-'));
const database = await openDatabase({ dataFolder });
try {
  const { address, ownerPassword } = database.server ?? failWithoutServer();
  const owner = { ...address, username: OWNER, password: ownerPassword, database: 'luoshi' };
  const files = await asOwner(owner, makeSchemaFiles);
  if (process.argv.includes('--write')) writeAll(files);
  for (const path of findStale(files)) {
    console.error(`${path} is not the sum of the migrations. Run script/schema --write and commit it.`);
    process.exitCode = 1;
  }
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

function failWithoutServer(): never {
  throw new Error('The embedded database has a server.');
}
