import { findUsableFiles } from '../documents/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { missingFile } from './problems.ts';

interface EntryFile {
  readonly entry: string;
  readonly field: string;
  readonly sha256: string;
}

/**
 * Binds attachments to the entries that cite them. Only files the caller uploaded, or may see already, can be cited.
 * @throws ActionError `invalid`, naming the field whose attachment is not there.
 */
export async function attachFiles(tx: WriteTx, scope: Scope, files: readonly EntryFile[]): Promise<void> {
  if (files.length === 0) return;
  const usable = await findUsableFiles(tx, scope, [...new Set(files.map((file) => file.sha256))]);
  const missing = files.find((file) => !usable.has(file.sha256));
  if (missing) throw missingFile(missing.field);
  await tx
    .insertInto('entry_file')
    .values(
      files.map((file) => ({
        jurisdiction_id: scope.jurisdiction,
        entry_id: file.entry,
        sha256: file.sha256,
        field: file.field,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}
