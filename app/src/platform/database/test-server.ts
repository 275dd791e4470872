import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from './client.ts';
import { asOwner, bringUpToDate } from './connect.ts';
import { getSystemInstallation } from './embedded/installation.ts';
import { isAlive } from './embedded/postmaster.ts';
import { startServer } from './embedded/supervisor.ts';
import { newPassword } from './prepare.ts';

/** What a test needs to make itself a database: plain data, since it crosses process borders. */
export interface TestServer {
  /** Connection URL of the owner, without a database. */
  readonly owner: Connection;
  readonly template: string;
  readonly appPassword: string;
}

/** Debian's PostgreSQL, the oldest that is supported. */
const EXTERNAL = process.env.LUOSHI_POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';
const PREFIX = 'luoshi-test-';
const TEMPLATE = 'luoshi_template';

/** Starts the server of one test run and migrates the database from which each test file gets its copy. */
export async function startTestServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  await sweep();
  const dataFolder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const external = process.env.LUOSHI_TEST_DATABASE === 'external';
  const running = await startServer({
    dataFolder,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
    ...(external ? { installation: getSystemInstallation(EXTERNAL) } : {}),
  });
  const owner = { url: running.url('postgres') };
  const appPassword = newPassword();
  await makeTemplate(owner, appPassword);
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { server: { owner, template: TEMPLATE, appPassword }, stop };
}

async function makeTemplate(owner: Connection, appPassword: string): Promise<void> {
  await asOwner(owner, (sql) => sql.unsafe(`create database ${TEMPLATE}`));
  await bringUpToDate({ ...owner, database: TEMPLATE }, appPassword);
  await asOwner(owner, (sql) => sql.unsafe(`alter database ${TEMPLATE} is_template true`));
}

/** A test run that was killed leaves its server running: ends those whose run is gone. */
async function sweep(): Promise<void> {
  mkdirSync(tmpdir(), { recursive: true });
  for (const name of readdirSync(tmpdir())) {
    const run = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : undefined;
    if (run === undefined || isAlive(run)) continue;
    const dataFolder = join(tmpdir(), name);
    const left = await startServer({ dataFolder }).catch(() => undefined);
    await left?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
