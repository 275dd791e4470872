import type { Pack } from '@luoshi/engine';
import { ActionError } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readInstalled } from './installed-pack.ts';
import { readPackSpans } from './pack-reader.ts';

/** A version of a pack that was, is or will be in force in a jurisdiction; null when there is none with that hash, or it cannot be read. */
export async function findVersion(tx: ReadTx, jurisdiction: string, hash: string): Promise<Pack | null> {
  const known = (await readPackSpans(tx, jurisdiction)).find((span) => span.hash === hash);
  const read = known && (await readInstalled(tx, known));
  return !read || read instanceof ActionError ? null : read.pack;
}
