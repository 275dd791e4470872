import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFailure } from '../failure.ts';
import type { Installation } from './installation.ts';
import type { Place } from './place.ts';

/** Superuser of an embedded cluster: owns the schema, migrates it, and is never used by the application. */
export const OWNER = 'luoshi_owner';

/**
 * Makes the cluster on first use. It is made beside and moved into place when complete, so that a machine
 * that stops half-way, or two processes that begin together, leave one whole cluster.
 */
export function makeCluster(place: Place, installation: Installation): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  const password = passwordFile(place, 'owner');
  const half = `${place.cluster}-${randomBytes(4).toString('hex')}`;
  const result = spawnSync(
    join(installation.bin, 'initdb'),
    ['-D', half, '-U', OWNER, '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${password}`, ...installation.initdb],
    { cwd: place.folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }, ...place.user },
  );
  if (result.status === 0) moveIn(half, place.cluster);
  rmSync(half, { recursive: true, force: true });
  if (result.status !== 0) throw failed(place, result.stderr ?? '', result.error);
}

function moveIn(half: string, cluster: string): void {
  try {
    renameSync(half, cluster);
  } catch (cause) {
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw cause;
  }
}

function failed(place: Place, output: string, cause: unknown): DatabaseFailure {
  return new DatabaseFailure(
    `无法在 ${place.folder} 建立数据库：${output.trim()}`,
    `The database could not be made in ${place.folder}: ${output.trim()}`,
    cause,
  );
}

/** Path of a role's password file (mode 0600), with a random password in it when it is new. */
function passwordFile(place: Place, role: 'owner' | 'app'): string {
  const file = join(place.folder, `${role}-password`);
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    if (place.user !== undefined) chownSync(file, place.user.uid, place.user.gid);
  }
  return file;
}

export const readPassword = (place: Place, role: 'owner' | 'app'): string =>
  readFileSync(passwordFile(place, role), 'utf8');
