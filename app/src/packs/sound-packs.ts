import { compileKept, type Pack, type Policy, PolicyError, type Problem } from '@luoshi/engine';
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
  /** What would be refused in new versions of those that go on. */
  readonly toMend: readonly Problem[];
}

/**
 * The policy of versions as far as they can be used: one that cannot be worked out any more, and those that
 * build on it, are left out so that the rest goes on. What only would not be accepted today goes on as on its day.
 */
export async function soundPacks(tx: ReadTx, versions: readonly Version[]): Promise<SoundPacks> {
  const leftOut: ActionError[] = [];
  const found: Problem[] = [];
  let packs: readonly Pack[] = [];
  for (const version of versions) {
    const read = await readInstalled(tx, version);
    if (read instanceof ActionError) leftOut.push(read);
    else {
      packs = [...packs, read.pack];
      found.push(...read.toMend);
    }
  }
  while (packs.length > 0) {
    try {
      const { policy, toMend } = compileKept(packs);
      return {
        packs,
        policy,
        leftOut,
        toMend: [...found.filter((problem) => packs.some((pack) => isIn(pack, problem))), ...toMend],
      };
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      const unsound = packs.filter((pack) => problemOf(pack, error));
      if (unsound.length === 0) throw error;
      leftOut.push(...unsound.map((pack) => refusal(pack, error)));
      packs = packs.filter((pack) => !unsound.includes(pack));
    }
  }
  return { packs, policy: null, leftOut, toMend: [] };
}

/** Whether a problem stands in a file of the pack. */
export const isIn = ({ manifest }: Pack, { path }: Problem): boolean => path.startsWith(`${manifest.id}/`);

const problemOf = (pack: Pack, { problems }: PolicyError) => problems.find((problem) => isIn(pack, problem));

function refusal(pack: Pack, error: PolicyError): ActionError {
  const { manifest, hash } = pack;
  const problem = problemOf(pack, error);
  const why = problem ? placed(problem) : { 'zh-CN': error.message, en: error.message };
  return unreadable(manifest.id, { version: manifest.version, hash }, why);
}
