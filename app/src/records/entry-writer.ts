import type { FieldValue, Form, SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { contentHash, type EntryContent } from './content-hash.ts';
import type { NamedSubject } from './named-subjects.ts';
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
  /** Whom its fields name. */
  readonly named: readonly NamedSubject[];
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
  const added = new Set(rows.map((row) => row.id));
  await insertNamed(
    tx,
    jurisdiction,
    entries.filter(({ id }) => added.has(id)),
  );
  return added;
}

async function insertNamed(tx: WriteTx, jurisdiction: string, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.flatMap(({ id, named }) =>
    named.map(({ field, subject: { ref, organisation } }) => ({
      entry_id: id,
      field,
      subject_kind: ref.kind,
      subject_id: ref.id,
      organisation_id: organisation,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into entry_named (jurisdiction_id, entry_id, field, subject_kind, subject_id, organisation_id)
    select ${jurisdiction}, entry_id, field, subject_kind, subject_id, organisation_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (entry_id uuid, field text, subject_kind text,
      subject_id uuid, organisation_id uuid)`.execute(tx);
}

/** Those whose standings an entry can change: whom it is about, and whom it names. */
export const concernedBy = (entries: readonly Pick<NewEntry, 'content' | 'named'>[]): SubjectRef[] => [
  ...new Map(
    entries
      .flatMap(({ content, named }) => [content.subject, ...named.map(({ subject }) => subject.ref)])
      .map((ref) => [ref.id, ref]),
  ).values(),
];

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
  entry: {
    id: string;
    content: EntryContent;
    subject: Subject;
    named: readonly NamedSubject[];
    happenedOn: string;
    policy: string;
  },
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
    named: entry.named,
  };
}
