import type { PackFile } from '@luoshi/engine';
import type { ReadTx } from '../platform/database/transaction.ts';

export interface PackSpan {
  readonly packId: string;
  readonly hash: string;
  readonly version: string;
  readonly from: string;
  readonly to: string | null;
}

/** Every span in which a version of a pack was, is or will be in force, oldest first. */
export async function readPackSpans(tx: ReadTx, jurisdiction: string): Promise<PackSpan[]> {
  const rows = await tx
    .selectFrom('pack_in_force as f')
    .innerJoin('pack_version as v', 'v.hash', 'f.hash')
    .select(['f.pack_id', 'f.hash', 'v.version', 'f.valid_from', 'f.valid_to'])
    .where('f.jurisdiction_id', '=', jurisdiction)
    .orderBy('f.valid_from')
    .orderBy('f.pack_id')
    .execute();
  return rows.map((row) => ({
    packId: row.pack_id,
    hash: row.hash,
    version: row.version,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

/** An installed version as it was written. */
export interface StoredPack {
  readonly packId: string;
  readonly version: string;
  readonly hash: string;
  /** The pack language it was written in. */
  readonly language: number;
  readonly files: readonly PackFile[];
}

/** One installed version; null when it was never installed. */
export async function findStoredPack(tx: ReadTx, hash: string): Promise<StoredPack | null> {
  const row = await tx
    .selectFrom('pack_version')
    .select(['pack_id', 'version', 'language', 'files'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  const files = row.files as unknown as PackFile[];
  return { packId: row.pack_id, version: row.version, hash, language: row.language, files };
}
