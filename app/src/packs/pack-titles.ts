import type { Words } from '@luoshi/engine';
import { ActionError } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readInstalled, type Version } from './installed-pack.ts';

/** What a version calls itself; why it cannot be read, when it cannot. */
export interface PackTitle {
  readonly title: Words;
  readonly problem: Words | null;
}

/** What each version calls itself, by its hash; one that cannot be read goes by its id. */
export async function readTitles(tx: ReadTx, versions: readonly Version[]): Promise<ReadonlyMap<string, PackTitle>> {
  const titles = new Map<string, PackTitle>();
  for (const version of versions) {
    const read = await readInstalled(tx, version);
    const id = { 'zh-CN': version.packId, en: version.packId };
    const told =
      read instanceof ActionError
        ? { title: id, problem: read.words }
        : { title: read.pack.manifest.title, problem: null };
    titles.set(version.hash, told);
  }
  return titles;
}
