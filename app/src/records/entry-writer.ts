import type { FieldValue, Form } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { contentHash, type EntryContent } from './content-hash.ts';
import type { Subject } from './subject.ts';

export type EntrySource = ActionContext<unknown>['door'] | 'excel' | 'csv';

/** An entry that has passed all checks. */
export interface NewEntry {
  readonly id: string;
  readonly content: EntryContent;
  readonly organisation: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly recordedOn: string;
  readonly recordedBy: string;
  readonly source: EntrySource;
  readonly importId: string | null;
  readonly policy: string;
}

/**
 * Inserts entries in one statement, whatever their number; ids that exist already are left alone.
 * @returns the ids that are new.
 */
export async function insertEntries(
  tx: WriteTx,
  jurisdiction: string,
  entries: readonly NewEntry[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into entry (jurisdiction_id, id, form, subject_kind, subject_id, organisation_id, happened_on, data,
      recorded_at, recorded_on, recorded_by, source, import_id, content_hash, pack_hash)
    select ${jurisdiction}, id, form, subject_kind, subject_id, organisation_id, happened_on, data,
      recorded_at, recorded_on, recorded_by, source, import_id, content_hash, pack_hash
    from jsonb_to_recordset(${JSON.stringify(entries.map(entryRow))}::text::jsonb) as row (id uuid, form text,
      subject_kind text, subject_id uuid, organisation_id uuid, happened_on date, data jsonb, recorded_at timestamptz,
      recorded_on date, recorded_by uuid, source text, import_id uuid, content_hash text, pack_hash text)
    on conflict (jurisdiction_id, id) do nothing
    returning id`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

const entryRow = (entry: NewEntry) => ({
  id: entry.id,
  form: entry.content.form,
  subject_kind: entry.content.subject.kind,
  subject_id: entry.content.subject.id,
  organisation_id: entry.organisation,
  happened_on: entry.happenedOn,
  data: entry.content.data,
  recorded_at: entry.recordedAt,
  recorded_on: entry.recordedOn,
  recorded_by: entry.recordedBy,
  source: entry.source,
  import_id: entry.importId,
  content_hash: contentHash(entry.content),
  pack_hash: entry.policy,
});

/** Field and hash of every attachment an entry cites. */
export function filesOf(form: Form, data: EntryContent['data']): { field: string; sha256: string }[] {
  return form.fields
    .filter((field) => field.type === 'file')
    .flatMap((field) => hashesIn(data[field.id]).map((sha256) => ({ field: field.id, sha256 })));
}

function hashesIn(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** An entry somebody makes now, through a door. */
export function entryNow(
  context: Pick<ActionContext<unknown>, 'now' | 'today' | 'scope' | 'door'>,
  entry: { id: string; content: EntryContent; subject: Subject; happenedOn: string; policy: string },
): NewEntry {
  return {
    id: entry.id,
    content: entry.content,
    organisation: entry.subject.organisation,
    happenedOn: entry.happenedOn,
    recordedAt: context.now,
    recordedOn: context.today,
    recordedBy: context.scope.account,
    source: context.door,
    importId: null,
    policy: entry.policy,
  };
}
