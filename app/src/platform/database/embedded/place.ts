import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { isReachableByAll } from './reachable.ts';
import { findServerUser, type ServerUser } from './user.ts';

/** Where clusters lie whose data folder only root can reach; the data folder then holds a link to them. */
const ELSEWHERE = '/var/lib/luoshi';

/** The folder `postgres` of a data folder: cluster, passwords, log and socket, closed to everyone but the server's account. */
export interface Place {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly user: ServerUser | undefined;
}

export function makePlace(dataFolder: string): Place {
  const data = resolve(dataFolder);
  mkdirSync(data, { recursive: true });
  const named = join(data, 'postgres');
  if (lstatSync(named, { throwIfNoEntry: false }) === undefined) make(named, data);
  const folder = realpathSync(named);
  const user = findServerUser(folder);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return { folder, cluster: join(folder, 'cluster'), log: join(folder, 'server.log'), user };
}

function make(named: string, data: string): void {
  if (process.getuid?.() === 0) openThrowaway(data);
  if (process.getuid?.() !== 0 || isReachableByAll(data)) {
    mkdirSync(named, { mode: 0o700 });
    return;
  }
  mkdirSync(ELSEWHERE, { recursive: true });
  chmodSync(ELSEWHERE, 0o755);
  const folder = join(ELSEWHERE, randomBytes(8).toString('hex'));
  mkdirSync(folder, { mode: 0o700 });
  symlinkSync(folder, named);
}

/**
 * A folder from mkdtemp is closed, but it goes away with everything in it: let the server's account walk through, rather than
 * leave a cluster elsewhere that nobody would remove. What lies inside keeps its own modes.
 */
function openThrowaway(data: string): void {
  const temporary = realpathSync(tmpdir());
  if (!realpathSync(data).startsWith(temporary + sep)) return;
  for (let at = realpathSync(data); at !== temporary; at = dirname(at)) chmodSync(at, statSync(at).mode | 0o011);
}
