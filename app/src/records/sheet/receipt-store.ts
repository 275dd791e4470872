import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts';

/** That a file was taken: the same content is never taken twice. */
export interface ImportReceipt {
  readonly id: string;
  readonly contentHash: string;
  readonly kind: string;
  readonly fileName: string;
  readonly rows: number;
  readonly recordedAt: string;
}

export const receiptKind = (form: string): string => `records:${form}`;

/** The receipt of this very file, or the one that bears this id. */
export async function findReceipt(
  tx: ReadTx,
  jurisdiction: string,
  by: { id: string; kind: string; contentHash: string },
): Promise<ImportReceipt | null> {
  const row = await tx
    .selectFrom('import_receipt')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where((either) =>
      either.or([
        either('id', '=', by.id),
        either.and([either('kind', '=', by.kind), either('content_hash', '=', by.contentHash)]),
      ]),
    )
    .orderBy('recorded_at')
    .executeTakeFirst();
  if (!row) return null;
  const { id, content_hash: contentHash, kind, file_name: fileName, rows, recorded_at: recordedAt } = row;
  return { id, contentHash, kind, fileName, rows, recordedAt };
}

/** @returns false when another request took this very file in the meantime. */
export async function insertReceipt(
  tx: WriteTx,
  jurisdiction: string,
  account: string,
  receipt: ImportReceipt,
): Promise<boolean> {
  const row = await tx
    .insertInto('import_receipt')
    .values({
      jurisdiction_id: jurisdiction,
      id: receipt.id,
      content_hash: receipt.contentHash,
      kind: receipt.kind,
      file_name: receipt.fileName,
      rows: receipt.rows,
      recorded_at: receipt.recordedAt,
      recorded_by: account,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many entries an import made. */
export async function countImported(tx: ReadTx, jurisdiction: string, receipt: string): Promise<number> {
  const { count } = await tx
    .selectFrom('entry')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('jurisdiction_id', '=', jurisdiction)
    .where('import_id', '=', receipt)
    .executeTakeFirstOrThrow();
  return Number(count);
}
