import type { FieldValue, SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { EntryContent } from './content-hash.ts';
import { ENTRY } from './problems.ts';

/** An entry as the actions on it need it: what it says, and whether it still stands. */
export interface StoredEntry {
  readonly id: string;
  readonly content: EntryContent;
  readonly hash: string;
  readonly organisation: string;
  readonly happenedOn: string;
  readonly recordedBy: string;
  readonly ended: { readonly id: string; readonly byEntry: string | null; readonly reason: string } | null;
  readonly confirmation: { readonly id: string; readonly outcome: 'confirmed' | 'rejected' } | null;
  /** Whether the scope asked with may see it. */
  readonly visible: boolean;
}

interface Row {
  readonly id: string;
  readonly form: string;
  readonly subject_kind: SubjectRef['kind'];
  readonly subject_id: string;
  readonly data: Record<string, FieldValue>;
  readonly content_hash: string;
  readonly organisation_id: string;
  readonly happened_on: string;
  readonly recorded_by: string;
  readonly ended_id: string | null;
  readonly by_entry_id: string | null;
  readonly ended_reason: string | null;
  readonly confirmation_id: string | null;
  readonly outcome: 'confirmed' | 'rejected' | null;
  readonly visible: boolean;
}

/** The entry of an id, in whatever state and whoever's it is; callers look at `visible` before they tell anything. */
export async function findStored(tx: ReadTx, scope: Scope, id: string): Promise<StoredEntry | null> {
  const { rows } = await sql<Row>`
    select e.id, e.form, e.subject_kind, e.subject_id, e.data, e.content_hash, e.organisation_id,
      e.happened_on, e.recorded_by, s.id as ended_id, s.by_entry_id, s.reason as ended_reason,
      c.id as confirmation_id, c.outcome,
      ${visibleSubject(scope, { kind: 'e.subject_kind', id: 'e.subject_id', organisation: 'e.organisation_id' })} as visible
    from entry e
    left join entry_supersession s on s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id
    left join entry_confirmation c on c.jurisdiction_id = e.jurisdiction_id and c.entry_id = e.id
    where e.jurisdiction_id = ${scope.jurisdiction} and e.id = ${id}::uuid`.execute(tx);
  return rows[0] ? storedFrom(rows[0]) : null;
}

/** @throws ActionError `not-found` when there is none in scope. */
export async function getStored(tx: ReadTx, scope: Scope, id: string): Promise<StoredEntry> {
  const found = await findStored(tx, scope, id);
  if (!found?.visible) throw notFound(ENTRY);
  return found;
}

const storedFrom = (row: Row): StoredEntry => ({
  id: row.id,
  content: { form: row.form, subject: { kind: row.subject_kind, id: row.subject_id }, data: row.data },
  hash: row.content_hash,
  organisation: row.organisation_id,
  happenedOn: row.happened_on,
  recordedBy: row.recorded_by,
  ended: row.ended_id ? { id: row.ended_id, byEntry: row.by_entry_id, reason: row.ended_reason ?? '' } : null,
  confirmation: row.confirmation_id && row.outcome ? { id: row.confirmation_id, outcome: row.outcome } : null,
  visible: row.visible,
});
