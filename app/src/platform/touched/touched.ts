import { sql } from 'kysely';
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
  const ids = subjects.map(() => uuidv7());
  const kinds = subjects.map((subject) => subject.kind);
  const subjectIds = subjects.map((subject) => subject.id);
  await sql`insert into standing_dirty (jurisdiction_id, id, subject_kind, subject_id, since)
    select ${jurisdiction}, id, kind, subject, ${now}::timestamptz
    from unnest(${ids}::uuid[], ${kinds}::text[], ${subjectIds}::uuid[]) as touched (id, kind, subject)`.execute(tx);
}
