import { compile, type Pack, type Policy, PolicyError } from '@luoshi/engine';
import { ActionError } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { placed, readInstalled, unreadable, type Version } from './installed-pack.ts';

/** What of several versions holds together, and why the rest is left out. */
export interface SoundPacks {
  readonly packs: readonly Pack[];
  /** Null when nothing is left. */
  readonly policy: Policy | null;
  /** One `pack-unreadable` error for each version left out. */
  readonly leftOut: readonly ActionError[];
}

/**
 * The policy of versions as far as they can be used: one that no longer reads, or no longer passes the check, and those that
 * build on it, are left out so that the rest goes on.
 */
export async function soundPacks(tx: ReadTx, versions: readonly Version[]): Promise<SoundPacks> {
  const leftOut: ActionError[] = [];
  let packs: readonly Pack[] = [];
  for (const version of versions) {
    const read = await readInstalled(tx, version);
    if (read instanceof ActionError) leftOut.push(read);
    else packs = [...packs, read];
  }
  while (packs.length > 0) {
    try {
      return { packs, policy: compile(packs), leftOut };
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      const unsound = packs.filter(({ manifest }) => problemOf(manifest.id, error));
      if (unsound.length === 0) throw error;
      leftOut.push(...unsound.map((pack) => refusal(pack, error)));
      packs = packs.filter((pack) => !unsound.includes(pack));
    }
  }
  return { packs, policy: null, leftOut };
}

const problemOf = (id: string, { problems }: PolicyError) => problems.find(({ path }) => path.startsWith(`${id}/`));

function refusal({ manifest, hash }: Pack, error: PolicyError): ActionError {
  const problem = problemOf(manifest.id, error);
  const why = problem ? placed(problem) : { 'zh-CN': error.message, en: error.message };
  return unreadable(manifest.id, { version: manifest.version, hash }, why);
}
