import { loadPack, type Words } from '@luoshi/engine';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findPackFiles } from './pack-reader.ts';

/** Content that has a hash never changes, so what was read once stays true. */
const known = new Map<string, Words>();

/** What each version calls itself, by its hash. */
export async function readTitles(tx: ReadTx, hashes: readonly string[]): Promise<ReadonlyMap<string, Words>> {
  for (const hash of hashes) {
    if (known.has(hash)) continue;
    const files = await findPackFiles(tx, hash);
    const pack = files && loadPack(files).pack;
    if (pack) known.set(hash, pack.manifest.title);
  }
  return known;
}
