import { loadPack, type Pack } from '@luoshi/engine';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findPackFiles, readPackSpans } from './pack-reader.ts';

/** A version of a pack that was, is or will be in force in a jurisdiction; null when there is none with that hash, or it cannot be read. */
export async function findVersion(tx: ReadTx, jurisdiction: string, hash: string): Promise<Pack | null> {
  const known = (await readPackSpans(tx, jurisdiction)).some((span) => span.hash === hash);
  const files = known ? await findPackFiles(tx, hash) : null;
  return files ? loadPack(files).pack : null;
}
