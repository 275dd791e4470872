import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/database/connect.ts';
import { startServer as startDatabase } from '../../src/platform/database/embedded/supervisor.ts';
import { readJurisdiction } from '../../src/platform/database/transaction.ts';
import { makeSignedInCounty, signIn } from '../world/signed-in-county.ts';

const ROUNDS = 10;
const WRITERS = 6;
const PROGRAM = join(import.meta.dirname, 'server-process.ts');

const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-kill-nine-'));
let server: ChildProcess | undefined;
afterAll(async () => {
  server?.kill('SIGKILL');
  await (await startDatabase({ dataFolder })).stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Starts the server as a process, and with it the database when that is down. @returns its address. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server ended before it listened');
}

async function killServer(): Promise<void> {
  const ended = server?.exitCode === null ? once(server, 'exit') : undefined;
  server?.kill('SIGKILL');
  await ended;
}

const killDatabase = async (): Promise<void> => (await startDatabase({ dataFolder })).killHard();

/** What falls in which round; the server that lost its database is started anew. */
const FALLS = [[killServer], [killDatabase, killServer], [killServer, killDatabase]] as const;

it(`no acknowledged entry is lost and none doubled by ${ROUNDS} kills of server and database`, async () => {
  const world = await makeSignedInCounty(dataFolder);
  let address = await start();
  const cookie = await signIn(address, world);
  const acknowledged = new Map<string, number>();
  let [retries, again, stopped] = [0, 0, false];

  /** Sends one entry until it is acknowledged, as a client that keeps the id does. */
  async function enter(matters: number): Promise<void> {
    const id = uuidv7();
    const subject = { kind: 'posting', id: world.county.posting };
    const data = { worked_on: '2026-09-14', part: 'full_day', matters: matters % 200, work: id };
    const body = JSON.stringify({ id, form: 'village-day', subject, data });
    const headers = { 'content-type': 'application/json', cookie };
    for (;;) {
      try {
        const answer = await fetch(`${address}/api/records/enter`, { method: 'POST', headers, body });
        if (answer.ok) {
          if (((await answer.json()) as { again: boolean }).again) again += 1;
          acknowledged.set(id, matters % 200);
          return;
        }
        if (answer.status < 500) throw new Error(`refused with ${answer.status}: ${await answer.text()}`);
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('refused')) throw error;
      }
      retries += 1;
      await pause(20);
    }
  }

  const writers = Array.from({ length: WRITERS }, async () => {
    for (let i = 0; !stopped; i++) await enter(i);
  });
  for (let round = 0; round < ROUNDS; round++) {
    const before = acknowledged.size;
    while (acknowledged.size < before + WRITERS * 3) await pause(10);
    await pause(Math.random() * 150);
    for (const fall of FALLS[round % FALLS.length] ?? []) await fall();
    address = await start();
  }
  stopped = true;
  await Promise.all(writers);
  await killServer();

  const database = await openDatabase({ dataFolder });
  const stored = await readJurisdiction(database, '371522', (tx) =>
    tx.selectFrom('entry').select(['id', 'data']).where('form', '=', 'village-day').execute(),
  );
  const audited = await readJurisdiction(database, '371522', (tx) =>
    tx
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'records.enter')
      .where('outcome', '=', 'done')
      .execute(),
  );
  await database.close();
  const matters = new Map(stored.map((row) => [row.id, (row.data as { matters: number }).matters]));
  expect(retries).toBeGreaterThan(0);
  expect(again).toBeGreaterThanOrEqual(0);
  expect(stored.length).toBe(matters.size);
  expect(new Set(stored.map((row) => (row.data as { work: string }).work)).size).toBe(stored.length);
  expect(matters).toEqual(acknowledged);
  expect(new Set(audited.map((row) => row.subject))).toEqual(new Set(acknowledged.keys()));
}, 240_000);
