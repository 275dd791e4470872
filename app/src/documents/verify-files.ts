import type { Database } from '../platform/database/connect.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { findContent, hashOf } from './file-store.ts';

export interface FileCheck {
  readonly files: number;
  /** Hashes whose bytes are gone. */
  readonly missing: readonly string[];
  /** Hashes whose bytes are others now. */
  readonly damaged: readonly string[];
}

/** Reads every attachment of a jurisdiction and compares it with its hash; for `luoshi doctor`. */
export async function verifyFiles(database: Database, jurisdiction: string, filesFolder: string): Promise<FileCheck> {
  const rows = await readJurisdiction(database, jurisdiction, (tx) =>
    tx.selectFrom('file').select('sha256').where('jurisdiction_id', '=', jurisdiction).orderBy('sha256').execute(),
  );
  const missing: string[] = [];
  const damaged: string[] = [];
  for (const { sha256 } of rows) {
    const bytes = await findContent(filesFolder, sha256);
    if (!bytes) missing.push(sha256);
    else if (hashOf(bytes) !== sha256) damaged.push(sha256);
  }
  return { files: rows.length, missing, damaged };
}
