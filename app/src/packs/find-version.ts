import { loadPack, type Pack, upgradePack } from '@luoshi/engine';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findStoredPack, readPackSpans } from './pack-reader.ts';

/** A version of a pack that was, is or will be in force in a jurisdiction; null when there is none with that hash, or it cannot be read. */
export async function findVersion(tx: ReadTx, jurisdiction: string, hash: string): Promise<Pack | null> {
  const known = (await readPackSpans(tx, jurisdiction)).some((span) => span.hash === hash);
  const stored = known ? await findStoredPack(tx, hash) : null;
  return stored ? loadPack(upgradePack(stored.files, stored.language)).pack : null;
}
