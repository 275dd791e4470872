import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFailure } from '../failure.ts';
import { type Address, addressFlags, addressOf, chooseAddress } from './address.ts';
import { makeCluster, OWNER, readPassword } from './cluster.ts';
import { getEmbeddedInstallation, type Installation } from './installation.ts';
import { makePlace, type Place } from './place.ts';
import { findPostmaster, isAlive, type Postmaster, removeStaleLockFiles } from './postmaster.ts';
import { readIfThere } from './read-if-there.ts';

/** A running PostgreSQL of ours. */
export interface Server {
  readonly address: Address;
  readonly pid: number;
  readonly place: Place;
  /** True when the server was already running: left by a process that was killed, or in use by another one. */
  readonly adopted: boolean;
  readonly ownerPassword: string;
  /** Connection URL of the owner, for tools. Holds the password: never log it. */
  url(database: string): string;
  /** Orderly stop: clients are disconnected, everything is written. */
  stop(): Promise<void>;
  /** Kills the server and all its processes at once, as a power cut would. For tests. */
  killHard(): Promise<void>;
}

export interface ServerOptions {
  readonly dataFolder: string;
  /** Default: the PostgreSQL of the npm package. */
  readonly installation?: Installation;
  /** Server settings beyond the product's own, `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

const READY_WITHIN_MS = 60_000;
const FREE_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 30_000;

/**
 * Starts the server of a data folder, making its cluster on first use, or connects to the one already running. What passes is waited out:
 * processes of a killed server that have not noticed yet that it is gone, another start at the same time, a kill on the way.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const place = makePlace(options.dataFolder);
  for (const until = Date.now() + FREE_WITHIN_MS; ; await pause(100)) {
    const running = await findReady(place);
    if (running !== undefined) return describe(place, running, true);
    const child = await launch(place, options);
    const started = await awaitReady(place, child);
    if (started !== undefined) return describe(place, started, started.pid !== child.pid);
    if (Date.now() > until || !isPassing(place, child)) throw notReady(place);
  }
}

/** Whether the server that just ended may start at the next try. A log without a reason is that of another start at the same time. */
function isPassing(place: Place, child: ChildProcess): boolean {
  const log = readLog(place);
  return child.pid !== undefined && (!log.includes('FATAL') || PASSING.test(log));
}

const PASSING = /shared memory block|lock file|startup process failure/;

async function launch(place: Place, options: ServerOptions): Promise<ChildProcess> {
  const installation = options.installation ?? getEmbeddedInstallation(place.user !== undefined);
  makeCluster(place, installation);
  removeStaleLockFiles(place.cluster, place.folder);
  const address = await chooseAddress(place);
  const flags = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(place.log, 'w', 0o600);
  if (place.user !== undefined) chownSync(place.log, place.user.uid, place.user.gid);
  // Detached: Ctrl-C in the terminal goes to us alone, and we stop the server after our own work is done.
  const child = spawn(join(installation.bin, 'postgres'), ['-D', place.cluster, ...addressFlags(address), ...flags], {
    cwd: place.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
    ...place.user,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

async function findReady(place: Place): Promise<Postmaster | undefined> {
  for (const until = Date.now() + READY_WITHIN_MS; ; await pause(15)) {
    const postmaster = findPostmaster(place.cluster);
    if (postmaster === undefined || postmaster.ready) return postmaster;
    if (Date.now() > until) throw notReady(place);
  }
}

/** The other process wins when two start at once: ours ends, and theirs is adopted. */
async function awaitReady(place: Place, child: ChildProcess): Promise<Postmaster | undefined> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(10)) {
    const postmaster = findPostmaster(place.cluster);
    if (postmaster?.ready) return postmaster;
    const over = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
    if (over && postmaster === undefined) return undefined;
  }
  return undefined;
}

function describe(place: Place, postmaster: Postmaster, adopted: boolean): Server {
  const address = addressOf(postmaster);
  const ownerPassword = readPassword(place, 'owner');
  const { pid } = postmaster;
  return {
    address,
    pid,
    place,
    adopted,
    ownerPassword,
    url: (database) => urlOf(address, ownerPassword, database),
    stop: () => stop(place, pid),
    killHard: () => killHard(pid),
  };
}

const urlOf = ({ host, port }: Address, password: string, database: string): string =>
  host.startsWith('/')
    ? `postgres://${OWNER}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${OWNER}:${password}@${host}:${port}/${database}`;

async function stop(place: Place, pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  for (const until = Date.now() + STOP_WITHIN_MS; isAlive(pid); await pause(10)) {
    if (Date.now() > until) {
      throw new DatabaseFailure(
        `数据库（进程 ${pid}）未能停止，日志见 ${place.log}。`,
        `The database (process ${pid}) did not stop; its log is ${place.log}.`,
      );
    }
  }
}

async function killHard(pid: number): Promise<void> {
  const family = childrenOf(pid);
  for (const one of [pid, ...family]) if (isAlive(one)) process.kill(one, 'SIGKILL');
  while ([pid, ...family].some(isAlive)) await pause(5);
}

function childrenOf(pid: number): number[] {
  const list = readIfThere(`/proc/${pid}/task/${pid}/children`).trim();
  return list === '' ? [] : list.split(' ').map(Number);
}

const readLog = (place: Place): string => readIfThere(place.log);

function notReady(place: Place): DatabaseFailure {
  const log = readLog(place).trim().split('\n').slice(-5).join('\n');
  return new DatabaseFailure(
    `数据库未能启动，日志 ${place.log} 的末尾是：\n${log}`,
    `The database did not start. ${place.log} ends with:\n${log}`,
  );
}
