import { readFileSync, statSync } from 'node:fs';

/** Whom the server runs as. PostgreSQL refuses root, so root lends it an account that owns nothing else. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Undefined when this process may run the server itself (it is not root, or it is Windows).
 * As root: the owner of `clusterFolder` when there is one, else `postgres`, else `nobody`.
 */
export function findServerUser(clusterFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findAccount('postgres') ?? findAccount('nobody') ?? { uid: 65534, gid: 65534 };
}

function findAccount(name: string): ServerUser | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [account, , uid, gid] = line.split(':');
    if (account === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}
