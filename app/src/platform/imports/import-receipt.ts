import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { ActionContext } from '../actions/action.ts';
import type { WriteTx } from '../database/transaction.ts';

export interface ImportedFile {
  /** What was imported: `people`, `tenures` … */
  readonly kind: string;
  readonly content: string;
  readonly fileName: string;
  readonly rows: number;
}

type Taker = Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction' | 'scope' | 'now'>;

/**
 * Notes that a file is being imported, in the same transaction.
 * @returns false when the same content was imported before: then nothing is to be done.
 */
export async function takeReceipt({ tx, jurisdiction, scope, now }: Taker, file: ImportedFile): Promise<boolean> {
  const row = await tx
    .insertInto('import_receipt')
    .values({
      jurisdiction_id: jurisdiction,
      id: uuidv7(),
      content_hash: createHash('sha256').update(file.content).digest('hex'),
      kind: file.kind,
      file_name: file.fileName,
      rows: file.rows,
      recorded_at: now,
      recorded_by: scope.account,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'kind', 'content_hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
