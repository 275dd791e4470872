import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../connect.ts';
import { completeLinks, getEmbeddedInstallation } from './installation.ts';
import { findPostmaster, isAlive } from './postmaster.ts';
import { type Server, startServer } from './supervisor.ts';

const root = mkdtempSync(join(tmpdir(), 'luoshi-supervisor-'));
const dataFolder = join(root, 'data');
let running: Server | undefined;

afterAll(async () => {
  await running?.stop();
  rmSync(root, { recursive: true, force: true });
});

const start = async (): Promise<Server> => {
  running = await startServer({ dataFolder });
  return running;
};

const stopped = async (): Promise<Server> => {
  const server = await start();
  await server.stop();
  return server;
};

const write = async (code: string): Promise<number> => {
  const database = await openDatabase({ dataFolder });
  await database.shared.insertInto('jurisdiction').values({ id: code, name: code, level: 3 }).execute();
  const rows = await database.shared.selectFrom('jurisdiction').select('id').execute();
  await database.pool.end();
  return rows.length;
};

describe('the embedded server', { timeout: 60_000 }, () => {
  it('keeps what was written over stop and start', async () => {
    expect(await write('1')).toBe(1);
    await (await start()).stop();
    expect((await start()).adopted).toBe(false);
    expect(await write('2')).toBe(2);
  });

  it('closes its folder and its passwords to others', async () => {
    const { place } = await start();
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
    expect(statSync(place.cluster).mode & 0o777).toBe(0o700);
    expect(statSync(join(place.folder, 'owner-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(place.folder, 'app-password')).mode & 0o777).toBe(0o600);
  });

  it('promises durability', async () => {
    const database = await openDatabase({ dataFolder });
    const [row] = await database.pool`select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`;
    expect(row).toEqual({ fsync: 'on', commit: 'on', pages: 'on' });
    await database.pool.end();
  });

  it('finds Chinese names by trigram', async () => {
    const database = await openDatabase({ dataFolder });
    const [row] = await database.pool`select show_trgm('红旗村') <> '{}' as found, '红' ~ '\\w' as letter`;
    expect(row).toEqual({ found: true, letter: true });
    await database.pool.end();
  });

  it('comes back after a power cut with all that was acknowledged', async () => {
    await (await start()).killHard();
    expect(await write('3')).toBe(3);
  });

  it('opens however the server falls meanwhile', async () => {
    const { place } = await start();
    for (let round = 0; round < 8; round++) {
      const opening = openDatabase({ dataFolder });
      await pause(round * 40);
      const postmaster = findPostmaster(place.cluster);
      if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGKILL');
      const database = await opening;
      await database.pool`select 1`.catch(() => undefined);
      await database.pool.end();
    }
    expect(await write('5')).toBe(4);
  });

  it('starts although the file of a dead server bears the number of another process', async () => {
    const { place } = await stopped();
    writeFileSync(join(place.cluster, 'postmaster.pid'), `${process.pid}\n${place.cluster}\n1\n5432\n\n\n\nready\n`);
    expect(await write('4')).toBe(5);
  });

  it('joins the server that a killed process left running', async () => {
    const { pid } = await start();
    const again = await startServer({ dataFolder });
    expect(again).toMatchObject({ pid, adopted: true });
  });

  it('is stopped by the last that uses it', async () => {
    const first = await openDatabase({ dataFolder });
    const second = await openDatabase({ dataFolder });
    await first.pool`select 1`;
    await second.pool`select 1`;
    const pid = first.server?.pid ?? 0;
    await first.close();
    expect(isAlive(pid)).toBe(true);
    expect(await second.pool`select 1 as one`).toHaveLength(1);
    await second.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('is made once when two processes begin together', async () => {
    const shared = join(root, 'together');
    const [one, two] = await Promise.all([startServer({ dataFolder: shared }), startServer({ dataFolder: shared })]);
    expect(one.pid).toBe(two.pid);
    await one.stop();
  });
});

describe('in an orphaned state', { timeout: 60_000 }, () => {
  it('survives kill -9 of the process that started it, and is found again', async () => {
    const script = join(import.meta.dirname, 'start-and-wait.fixture.ts');
    const child = spawn(process.execPath, [script, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((found) => child.stdout.once('data', (data) => found(Number(String(data)))));
    child.kill('SIGKILL');
    await new Promise((gone) => child.once('exit', gone));
    expect(await start()).toMatchObject({ pid, adopted: true });
  });
});

describe('the packaged programs', () => {
  it('get back the links that a skipped install script would have made', () => {
    const native = join(getEmbeddedInstallation(false).bin, '..');
    const copy = join(root, 'package', 'native');
    mkdirSync(join(copy, 'lib'), { recursive: true });
    cpSync(join(native, 'pg-symlinks.json'), join(copy, 'pg-symlinks.json'));
    const link = join(copy, 'lib', 'libicuuc.so.60');
    writeFileSync(join(copy, 'lib', 'libicuuc.so.60.2'), 'x');
    completeLinks(copy);
    expect(existsSync(link)).toBe(true);
    completeLinks(copy);
  });
});

/** Root lends the server an account that may not walk through /root; everyone else's own account may. */
describe('below a folder that is closed to others', { timeout: 60_000 }, () => {
  it('keeps the cluster where the server can reach it', async () => {
    const closed = mkdtempSync(join(homedir(), '.luoshi-closed-'));
    const server = await startServer({ dataFolder: join(closed, 'data') });
    const expected = process.getuid?.() === 0 ? '/var/lib/luoshi/' : realpathSync(closed);
    expect(server.place.folder.startsWith(expected)).toBe(true);
    await server.stop();
    const again = await startServer({ dataFolder: join(closed, 'data') });
    expect(again.place.folder).toBe(server.place.folder);
    await again.stop();
    for (const folder of [server.place.folder, closed]) rmSync(folder, { recursive: true, force: true });
  });

  it('opens one that is thrown away afterwards, and leaves nothing elsewhere', async () => {
    const throwaway = mkdtempSync(join(tmpdir(), 'luoshi-throwaway-'));
    const server = await startServer({ dataFolder: join(throwaway, 'data') });
    expect(server.place.folder.startsWith(realpathSync(throwaway))).toBe(true);
    await server.stop();
    rmSync(throwaway, { recursive: true });
  });
});
