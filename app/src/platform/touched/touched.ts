import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '../database/transaction.ts';

/** A subject whose standings must be computed again because something it depends on was written. */
export interface TouchedSubject {
  readonly kind: 'organisation' | 'person' | 'posting';
  readonly id: string;
}

/** Queues subjects for the evaluator, in the transaction of the write that touched them. */
export async function touch(
  tx: WriteTx,
  jurisdiction: string,
  now: string,
  subjects: readonly TouchedSubject[],
): Promise<void> {
  if (subjects.length === 0) return;
  const rows = subjects.map(({ kind, id }) => ({
    jurisdiction_id: jurisdiction,
    id: uuidv7(),
    subject_kind: kind,
    subject_id: id,
    since: now,
  }));
  for (let i = 0; i < rows.length; i += 5000) {
    await tx.insertInto('standing_dirty').values(rows.slice(i, i + 5000)).execute();
  }
}
