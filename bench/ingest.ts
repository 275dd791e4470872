import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { applyPack, readPackFolder } from '../app/src/packs/index.ts';
import { dispatch } from '../app/src/platform/actions/dispatch.ts';
import { fixedClock } from '../app/src/platform/clock/clock.ts';
import { openDatabase } from '../app/src/platform/database/connect.ts';
import { openKeys } from '../app/src/platform/secrets/keys.ts';
import { makeSignedInCounty, NOW, signIn } from '../app/test/world/signed-in-county.ts';
import { median } from './figures.ts';

/**
 * Durable entries per second: `records.enter` through HTTP with live evaluation on, against a bare client that writes
 * the same three rows (entry, queue, audit) in one transaction each. Same database, same connections, turn by turn.
 * The lag is the age of the oldest entry without its light, looked up twenty times a second while entries arrive.
 */
const CONNECTIONS = 32;
const POSTINGS = 153;
const SENDERS = 64;
const TURNS = 5;
const TURN_MS = 4_000;
const COUNTY = '371522';

const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-bench-ingest-'));
const world = await makeSignedInCounty(dataFolder);
const database = await openDatabase({ dataFolder, connections: CONNECTIONS });
const { pool } = database;
const postings = await prepare();
const server = await startServer();
const cookie = await signIn(server.address, world);
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

try {
  await measure();
} finally {
  server.child.kill('SIGKILL');
  agent.destroy();
  await database.close();
  await database.server?.stop(); // a connection of the killed server may still count as somebody's
  rmSync(dataFolder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const product: number[] = [];
  const bare: number[] = [];
  for (let warm = 0; warm < 3; warm++) await turn(throughHttp);
  const lags: number[] = [];
  for (let i = 0; i < TURNS; i++) {
    await queueIsEmpty();
    const watched = watchLag();
    product.push(await turn(throughHttp));
    lags.push(...(await watched.stop()));
    bare.push(await turn(byHand));
  }
  const figures = {
    connections: CONNECTIONS,
    entriesPerSecond: Math.round(median(product)),
    bareClientPerSecond: Math.round(median(bare)),
    ratio: Number((median(product) / median(bare)).toFixed(2)),
    medianLagMs: Math.round(median(lags)),
    longestLagMs: Math.round(Math.max(...lags)),
  };
  console.table([figures]);
  console.log(JSON.stringify({ ingest: figures }));
}

/** 153 first secretaries from 64 departments in as many villages, under the packs of the county. */
async function prepare(): Promise<string[]> {
  const { county } = world;
  const runtime = {
    database,
    clock: fixedClock(NOW),
    keys: openKeys(dataFolder),
    filesFolder: dataFolder,
    timeZone: 'Asia/Shanghai',
  };
  const senders = Array.from({ length: SENDERS }, () => uuidv7());
  const ids = Array.from({ length: POSTINGS }, () => ({ posting: uuidv7(), person: uuidv7(), village: uuidv7() }));
  await pool.begin(async (sql) => {
    await sql`set local luoshi.jurisdiction = '371522'`;
    await sql`update pack_in_force set valid_to = valid_from`;
    const place = async (id: string, kind: string, name: string, parents: readonly string[]) => {
      await sql`insert into organisation (jurisdiction_id, id, kind, founded_on) values (${COUNTY}, ${id}, ${kind}, '2020-01-01')`;
      await sql`insert into organisation_name (jurisdiction_id, id, organisation_id, name, valid_from)
        values (${COUNTY}, ${uuidv7()}, ${id}, ${name}, '2020-01-01')`;
      await sql`insert into organisation_edge (jurisdiction_id, id, child_id, parent_id, valid_from)
        values (${COUNTY}, ${uuidv7()}, ${id}, ${parents[0] ?? null}, '2020-01-01')`;
      for (const [depth, ancestor] of [id, ...parents].entries()) {
        await sql`insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
          values (${COUNTY}, ${ancestor}, ${id}, ${depth})`;
      }
    };
    for (const [i, sender] of senders.entries()) await place(sender, 'county-department', `部门${i}`, [county.county]);
    for (const [i, { posting, person, village }] of ids.entries()) {
      await place(village, 'village', `村${i}`, [county.east, county.county]);
      await sql`insert into person (jurisdiction_id, id, name) values (${COUNTY}, ${person}, '赵敏')`;
      await sql`insert into posting (jurisdiction_id, id, kind, person_id, organisation_id, sending_organisation_id, level, valid_from)
        values (${COUNTY}, ${posting}, 'first-secretary', ${person}, ${village}, ${senders[i % SENDERS] ?? ''}, 'county', '2026-06-10')`;
    }
  });
  for (const name of ['national-base', 'shenxian']) {
    const input = { files: await readPackFolder(join('packs', name)), from: '2026-01-02' };
    await dispatch(runtime, applyPack, input, { scope: county.officer, language: 'en', door: 'cli' });
  }
  return ids.map(({ posting }) => posting);
}

async function startServer(): Promise<{ address: string; child: ChildProcess }> {
  const program = join(import.meta.dirname, '../app/test/journeys/server-process.ts');
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const address of createInterface({ input: child.stdout })) return { address, child };
  throw new Error('the server ended before it listened');
}

/** Entries per second while all connections write for a turn. */
async function turn(write: (i: number) => Promise<void>): Promise<number> {
  const until = performance.now() + TURN_MS;
  const started = performance.now();
  let written = 0;
  const worker = async () => {
    while (performance.now() < until) {
      await write(written);
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return (written * 1000) / (performance.now() - started);
}

/** Milliseconds since the oldest entry came whose light is not yet computed; 0 when there is none. Ids begin with their time. */
async function lag(): Promise<number> {
  const [, rows] = await pool.begin((sql) => [
    sql`select set_config('luoshi.jurisdiction', ${COUNTY}, true)`,
    sql<{ id: string }[]>`select id from standing_dirty where jurisdiction_id = ${COUNTY} order by id limit 1`,
  ]);
  const [oldest] = rows;
  return oldest ? Date.now() - Number.parseInt(oldest.id.replaceAll('-', '').slice(0, 12), 16) : 0;
}

/** The bare client's entries must not count as the product's lag. */
async function queueIsEmpty(): Promise<void> {
  while ((await lag()) > 0) await pause(50);
}

function watchLag() {
  const lags: number[] = [];
  let over = false;
  const watching = (async () => {
    for (; !over; await pause(50)) lags.push(await lag());
  })();
  return {
    async stop(): Promise<number[]> {
      over = true;
      await watching;
      return lags;
    },
  };
}

function entryOf(i: number) {
  const day = new Date(Date.UTC(2026, 5, 15 + (i % 90))).toISOString().slice(0, 10);
  const data = { worked_on: day, part: 'full_day', with_whom: ['village_cadres'], matters: i % 200, work: `事项 ${i}` };
  return { id: uuidv7(), posting: postings[i % postings.length] ?? '', day, data };
}

function throughHttp(i: number): Promise<void> {
  const { id, posting, data } = entryOf(i);
  const body = JSON.stringify({ id, form: 'village-day', subject: { kind: 'posting', id: posting }, data });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
  return new Promise((done, failed) => {
    const call = request(`${server.address}/api/records/enter`, { method: 'POST', agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        answer.statusCode === 200 ? done() : failed(new Error(Buffer.concat(pieces).toString())),
      );
    });
    call.on('error', failed);
    call.end(body);
  });
}

/** The same rows as fast as a client can send them: one transaction, its statements pipelined. */
async function byHand(i: number): Promise<void> {
  const { id, posting, day, data } = entryOf(i);
  const { account } = world.county.officer;
  await pool.begin((sql) => [
    sql`select set_config('luoshi.jurisdiction', ${COUNTY}, true)`,
    sql`insert into entry values (${COUNTY}, ${id}, 'village-day', 'posting', ${posting}, ${world.county.wangzhuang}, ${day},
      ${sql.json(data)}, ${NOW}, '2026-09-15', ${account}, 'api', null, ${id}, 'bench')`,
    sql`insert into standing_dirty values (${COUNTY}, ${uuidv7()}, 'posting', ${posting}, ${NOW})`,
    sql`insert into audit values (${COUNTY}, ${uuidv7()}, ${NOW}, ${account}, 'records.enter', ${id}, 'done',
      ${sql.json({ form: 'village-day', about: `posting ${posting}` })})`,
  ]);
}
