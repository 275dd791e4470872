import type { WriteTx } from '../platform/database/transaction.ts';

export interface NewConfirmation {
  readonly id: string;
  readonly entry: string;
  readonly outcome: 'confirmed' | 'rejected';
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly recordedOn: string;
  readonly recordedBy: string;
}

/** @returns how many were added; an entry that has its confirmation keeps it. */
export async function insertConfirmations(
  tx: WriteTx,
  jurisdiction: string,
  confirmations: readonly NewConfirmation[],
): Promise<number> {
  if (confirmations.length === 0) return 0;
  const rows = await tx
    .insertInto('entry_confirmation')
    .values(
      confirmations.map((confirmation) => ({
        jurisdiction_id: jurisdiction,
        id: confirmation.id,
        entry_id: confirmation.entry,
        outcome: confirmation.outcome,
        reason: confirmation.reason,
        recorded_at: confirmation.recordedAt,
        recorded_on: confirmation.recordedOn,
        recorded_by: confirmation.recordedBy,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('id')
    .execute();
  return rows.length;
}
