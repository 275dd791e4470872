import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Clock } from '../src/platform/clock/clock.ts';
import type { Database } from '../src/platform/database/connect.ts';
import { type RunningServer, startServer } from '../src/server.ts';

/** The real server on a test's database, at a free port; closed when the file is done. */
export async function testServer(database: Database, clock: Clock, webFolder?: string): Promise<RunningServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-server-'));
  const log = process.env.LUOSHI_TEST_LOG === '1';
  const server = await startServer({ database, dataFolder, port: 0, clock, log, ...(webFolder ? { webFolder } : {}) });
  afterAll(async () => {
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  return server;
}
