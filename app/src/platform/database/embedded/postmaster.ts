import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './read-if-there.ts';

/** What `postmaster.pid` says about the server that has a cluster open. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** The server that has `cluster` open, if it lives; a file left by a dead one, or by a process of another kind, is nothing. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLockFile(cluster);
  const pid = Number(lines[0]);
  if (!(pid > 0) || !servesCluster(pid, cluster)) return undefined;
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketFolder: (lines[4] ?? '').trim(),
    ready: (lines[7] ?? '').trim() === 'ready',
  };
}

/**
 * Removes the lock files of a server that is gone, on the cluster and on the socket. PostgreSQL looks at the process number alone and refuses to start
 * while another process, or the unburied one itself, has it. Its check of the shared memory still guards the cluster.
 */
export function removeStaleLockFiles(cluster: string, socketFolder: string): void {
  const pid = Number(readLockFile(cluster)[0]);
  if (!(pid > 0) || servesCluster(pid, cluster)) return;
  rmSync(lockFile(cluster), { force: true });
  for (const name of readdirSync(socketFolder)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(socketFolder, name), { force: true });
  }
}

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');

const readLockFile = (cluster: string): string[] => readIfThere(lockFile(cluster)).split('\n');

/** A process number is soon given to someone else, so the command line must name our cluster. */
function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  return commandOf(pid).includes(cluster);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A dead process that nobody has waited for still answers signals. */
const isZombie = (pid: number): boolean => readIfThere(`/proc/${pid}/stat`).split(') ')[1]?.startsWith('Z') ?? false;

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readIfThere(`/proc/${pid}/cmdline`);
    if (process.platform === 'win32') {
      const question = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
      return execFileSync('powershell', ['-NoProfile', '-Command', question], { encoding: 'utf8' });
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
