import type { Scope } from '../platform/access/scope.ts';
import type { WriteTx } from '../platform/database/transaction.ts';

interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/** The same content uploaded again stays one file; each uploader is noted. */
export async function insertFile(tx: WriteTx, scope: Scope, now: string, file: StoredFile): Promise<void> {
  const key = { jurisdiction_id: scope.jurisdiction, sha256: file.sha256 };
  await tx
    .insertInto('file')
    .values({
      ...key,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      stored_at: now,
      stored_by: scope.account,
    })
    .onConflict((on) => on.doNothing())
    .execute();
  await tx
    .insertInto('file_upload')
    .values({ ...key, account_id: scope.account, name: file.name, uploaded_at: now })
    .onConflict((on) => on.doNothing())
    .execute();
}
