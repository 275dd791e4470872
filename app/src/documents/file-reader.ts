import { sql } from 'kysely';
import { isOfficerOf, type Standpoint } from '../platform/access/may-read-fields.ts';
import type { Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import type { ReadTx } from '../platform/database/transaction.ts';

export interface FileFacts {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/** Entries that cite a file and lie in scope. */
const citedInScope = (scope: Scope) => sql`
  from entry_file x
  join entry e on e.jurisdiction_id = x.jurisdiction_id and e.id = x.entry_id
  where x.jurisdiction_id = f.jurisdiction_id and x.sha256 = f.sha256
    and ${visibleSubject(scope, { kind: 'e.subject_kind', id: 'e.subject_id', organisation: 'e.organisation_id' })}`;

const uploadedBy = (scope: Scope) => sql`exists (select 1 from file_upload u
  where u.jurisdiction_id = f.jurisdiction_id and u.sha256 = f.sha256 and u.account_id = ${scope.account}::uuid)`;

/** Of these files, the ones the caller may cite: uploaded by them, or cited already by an entry in scope. */
export async function findUsableFiles(
  tx: ReadTx,
  scope: Scope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FileFacts>> {
  const { rows } = await sql<FileFacts>`
    select f.sha256, f.size, f.media_type as "mediaType", f.name from file f
    where f.jurisdiction_id = ${scope.jurisdiction} and f.sha256 = any(${[...hashes]}::text[])
      and (${uploadedBy(scope)} or exists (select 1 ${citedInScope(scope)}))`.execute(tx);
  return new Map(rows.map((row) => [row.sha256, row]));
}

export interface FileInReach extends FileFacts {
  readonly uploaded: boolean;
  /** Forms of the entries in scope that cite it, and how the caller stands to them. */
  readonly cited: readonly (Standpoint & { readonly form: string })[];
}

/** The file, with everything by which the caller may reach it; null when there is no such file. */
export async function findFile(tx: ReadTx, scope: Scope, sha256: string): Promise<FileInReach | null> {
  const { rows } = await sql<FileInReach>`
    select f.sha256, f.size, f.media_type as "mediaType", f.name, ${uploadedBy(scope)} as uploaded,
      coalesce((select jsonb_agg(distinct jsonb_build_object(
        'form', e.form,
        'own', e.recorded_by = ${scope.account}::uuid, 'officer', ${isOfficerOf(scope, 'e.organisation_id')})) ${citedInScope(scope)}), '[]') as cited
    from file f where f.jurisdiction_id = ${scope.jurisdiction} and f.sha256 = ${sha256}`.execute(tx);
  return rows[0] ?? null;
}

/** The attachments of one entry, by field. The caller has made sure that the entry may be read. */
export async function findFiles(
  tx: ReadTx,
  jurisdiction: string,
  entry: string,
): Promise<{ field: string; sha256: string; name: string; size: number }[]> {
  return tx
    .selectFrom('entry_file as x')
    .innerJoin('file as f', (join) =>
      join.onRef('f.jurisdiction_id', '=', 'x.jurisdiction_id').onRef('f.sha256', '=', 'x.sha256'),
    )
    .select(['x.field', 'f.sha256', 'f.name', 'f.size'])
    .where('x.jurisdiction_id', '=', jurisdiction)
    .where('x.entry_id', '=', entry)
    .orderBy('x.field')
    .orderBy('f.name')
    .execute();
}
