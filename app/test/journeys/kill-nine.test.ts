import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, it } from 'vitest';
import { verifyStandings } from '../../src/obligations/index.ts';
import { type Database, openDatabase } from '../../src/platform/database/connect.ts';
import { makePlace } from '../../src/platform/database/embedded/place.ts';
import { findPostmaster } from '../../src/platform/database/embedded/postmaster.ts';
import { startServer as startDatabase } from '../../src/platform/database/embedded/supervisor.ts';
import { readJurisdiction } from '../../src/platform/database/transaction.ts';
import { acting } from '../world/acting.ts';
import { makeSignedInCounty, NOW, signIn } from '../world/signed-in-county.ts';

const ROUNDS = 12;
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
  const child = spawn(process.execPath, [PROGRAM, dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] });
  server = child;
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  for await (const line of createInterface({ input: child.stdout })) return line;
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const how = child.signalCode ?? `code ${child.exitCode}`;
  throw new Error(`the server ended (${how}) before it listened:\n${complaint}`);
}

async function killServer(): Promise<void> {
  const ended = server?.exitCode === null ? once(server, 'exit') : undefined;
  server?.kill('SIGKILL');
  await ended;
}

const killDatabase = async (): Promise<void> => (await startDatabase({ dataFolder })).killHard();

/** Kills one process that serves a connection, once there is one: PostgreSQL throws out all others and recovers. */
async function killConnection(): Promise<void> {
  for (;;) {
    const pids = servingPids();
    const chosen = pids[Math.floor(Math.random() * pids.length)];
    if (chosen !== undefined) return void process.kill(chosen, 'SIGKILL');
    await pause(20);
  }
}

function servingPids(): number[] {
  const { pid } = findPostmaster(makePlace(dataFolder).cluster) ?? {};
  if (pid === undefined) return [];
  const family = readProcess(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return family.filter((one) => readProcess(`${one}/cmdline`).includes('luoshi_app'));
}

/** Empty when the process has just ended. */
function readProcess(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** What falls in which round. A server that loses its database alone must go on; one that is killed is started anew. */
const FALLS = [
  [killServer],
  [killDatabase],
  [killConnection],
  [killServer, killDatabase],
  [killDatabase, killServer],
  [killDatabase, killConnection],
] as const;

const DATABASE_AWAY = {
  kind: 'unavailable',
  code: 'database-away',
  words: { 'zh-CN': expect.stringMatching(/数据库/), en: expect.stringMatching(/database/) },
  fields: [],
};

const countTouched = (database: Database): Promise<number> =>
  readJurisdiction(database, '371522', async (tx) => {
    return (await tx.selectFrom('standing_dirty').select('id').execute()).length;
  });

const readKept = (database: Database) =>
  readJurisdiction(database, '371522', async (tx) => ({
    stored: await tx.selectFrom('entry').select(['id', 'data']).where('form', '=', 'village-day').execute(),
    audited: await tx
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'records.enter')
      .where('outcome', '=', 'done')
      .execute(),
  }));

it(`no acknowledged entry is lost and none doubled by ${ROUNDS} kills of server and database`, async () => {
  const world = await makeSignedInCounty(dataFolder);
  let address = await start();
  const cookie = await signIn(address, world);
  const acknowledged = new Map<string, number>();
  const unanswered: { status: number; error: unknown }[] = [];
  let [retries, stopped] = [0, false];

  /** Sends one entry until it is acknowledged, as a client that keeps the id does. */
  async function enter(matters: number): Promise<void> {
    const id = uuidv7();
    const subject = { kind: 'posting', id: world.county.posting };
    const data = { worked_on: '2026-09-14', part: 'full_day', matters: matters % 200, work: id };
    const body = JSON.stringify({ id, form: 'village-day', subject, data });
    const headers = { 'content-type': 'application/json', cookie };
    for (;;) {
      const answer = await fetch(`${address}/api/records/enter`, { method: 'POST', headers, body }).catch(() => null);
      const said = answer && ((await answer.json().catch(() => null)) as { error?: unknown } | null);
      if (answer?.ok && said) return void acknowledged.set(id, matters % 200);
      if (answer && said) unanswered.push({ status: answer.status, error: said.error });
      retries += 1;
      await pause(20);
    }
  }

  const writers = Array.from({ length: WRITERS }, async () => {
    for (let i = 0; !stopped; i++) await enter(i);
  });
  async function moreAcknowledged(): Promise<void> {
    const [before, until] = [acknowledged.size, Date.now() + 30_000];
    while (acknowledged.size < before + WRITERS * 3) {
      if (Date.now() > until) throw new Error('nothing was acknowledged for 30 seconds');
      await pause(10);
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    await moreAcknowledged();
    await pause(Math.random() * 150);
    const falls: readonly (() => Promise<void>)[] = FALLS[round % FALLS.length] ?? [];
    for (const fall of falls) await fall();
    if (falls.includes(killServer)) address = await start();
    else expect(server).toMatchObject({ exitCode: null, signalCode: null });
  }
  await moreAcknowledged();
  stopped = true;
  await Promise.all(writers);

  const database = await openDatabase({ dataFolder });
  await expect.poll(() => countTouched(database), { timeout: 10_000 }).toBe(0);
  await killServer();
  const lights = await acting(database, NOW).as(world.county.officer).do(verifyStandings, {});
  const { stored, audited } = await readKept(database);
  await database.close();
  expect(lights).toMatchObject({ different: [] });
  expect(retries).toBeGreaterThan(0);
  expect(unanswered.length).toBeGreaterThan(0);
  for (const one of unanswered) expect(one).toEqual({ status: 503, error: DATABASE_AWAY });
  const matters = new Map(stored.map((row) => [row.id, (row.data as { matters: number }).matters]));
  expect(stored.length).toBe(matters.size);
  expect(new Set(stored.map((row) => (row.data as { work: string }).work)).size).toBe(stored.length);
  expect(matters).toEqual(acknowledged);
  expect(new Set(audited.map((row) => row.subject))).toEqual(new Set(acknowledged.keys()));
}, 240_000);
