import type { Policy } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import { isOfficerOf, mayReadFields } from '../platform/access/may-read-fields.ts';
import type { Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import type { Static } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { confirmerOf } from './confirming-role.ts';
import type { EntrySchema } from './entry-schema.ts';
import { namesVisible, readNames } from './named-reader.ts';
import { namingForms } from './named-subjects.ts';

/** An entry as people read it: names instead of ids, and what became of it. */
export type EntryView = Static<typeof EntrySchema>;

interface Row {
  readonly id: string;
  readonly form: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly person_name: string | null;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly happened_on: string;
  readonly data: Record<string, unknown>;
  readonly recorded_by: string;
  readonly officer: boolean;
  readonly recorded_by_name: string;
  readonly recorded_at: string;
  readonly recorded_on: string;
  readonly source: string;
  readonly taken_over: boolean;
  readonly ended: EntryView['ended'];
  readonly confirmation: EntryView['confirmation'];
}

/** Instants inside JSON, in the one form in which the product writes them. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = sql`e.id, e.form, e.subject_kind, e.subject_id, who.name as person_name, e.organisation_id,
  n.name as organisation_name, e.happened_on, e.data, e.recorded_by, a.display_name as recorded_by_name,
  e.recorded_at, e.recorded_on, e.source,
  e.import_id is not null and e.recorded_on < (e.recorded_at at time zone 'UTC')::date as taken_over,
  case when s.id is not null then jsonb_build_object(
    'kind', case when s.by_entry_id is null then 'withdrawn' else 'superseded' end, 'byEntry', s.by_entry_id,
    'reason', s.reason, 'by', sa.display_name, 'at', ${instant('s.recorded_at')}, 'on', s.recorded_on) end as ended,
  case when c.id is not null then jsonb_build_object('outcome', c.outcome, 'reason', c.reason,
    'by', ca.display_name, 'at', ${instant('c.recorded_at')}, 'on', c.recorded_on) end as confirmation`;

const joins = sql`
  left join posting p on e.subject_kind = 'posting' and p.jurisdiction_id = e.jurisdiction_id and p.id = e.subject_id
  left join person who on who.jurisdiction_id = e.jurisdiction_id
    and who.id = case e.subject_kind when 'posting' then p.person_id when 'person' then e.subject_id end
  left join lateral (select x.name from organisation_name x
    where x.jurisdiction_id = e.jurisdiction_id and x.organisation_id = e.organisation_id
    order by x.valid_from desc limit 1) n on true
  join account a on a.jurisdiction_id = e.jurisdiction_id and a.id = e.recorded_by
  left join entry_supersession s on s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id
  left join account sa on sa.jurisdiction_id = e.jurisdiction_id and sa.id = s.recorded_by
  left join entry_confirmation c on c.jurisdiction_id = e.jurisdiction_id and c.entry_id = e.id
  left join account ca on ca.jurisdiction_id = e.jurisdiction_id and ca.id = c.recorded_by`;

export interface EntryQuery {
  /** Conditions over `e` (entry), `s` (its end) and `c` (its confirmation). */
  readonly where: readonly RawBuilder<unknown>[];
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
}

/** Entries in scope. What is restricted comes without its fields for those it is not meant for. */
export async function readEntries(
  tx: ReadTx,
  scope: Scope,
  policy: Policy,
  { where, order, limit }: EntryQuery,
): Promise<EntryView[]> {
  const visible = visibleSubject(scope, {
    kind: 'e.subject_kind',
    id: 'e.subject_id',
    organisation: 'e.organisation_id',
  });
  const naming = namingForms(policy.forms.values());
  const conditions = sql.join([sql`(${visible} or ${namesVisible(scope, naming)})`, ...where], sql` and `);
  const { rows } = await sql<Row>`select ${columns}, ${isOfficerOf(scope, 'e.organisation_id')} as officer
    from entry e ${joins}
    where e.jurisdiction_id = ${scope.jurisdiction} and ${conditions}
    order by ${order} limit ${limit}`.execute(tx);
  const named = rows.filter(({ form }) => naming.includes(form)).map(({ id }) => id);
  const names = await readNames(tx, scope.jurisdiction, named);
  return rows.map((row) => viewFrom(row, scope, policy, names.get(row.id) ?? {}));
}

function viewFrom(row: Row, scope: Scope, policy: Policy, names: Readonly<Record<string, string>>): EntryView {
  const form = policy.forms.get(row.form);
  const own = row.recorded_by === scope.account;
  const mayRead = mayReadFields(policy, row.form, { own, officer: row.officer });
  return {
    id: row.id,
    form: row.form,
    formTitle: form?.title ?? { 'zh-CN': row.form, en: row.form },
    subject: { kind: row.subject_kind, id: row.subject_id, name: subjectName(row) },
    organisation: { id: row.organisation_id, name: row.organisation_name },
    happenedOn: row.happened_on,
    data: mayRead ? row.data : null,
    named: mayRead ? names : {},
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
    recordedOn: row.recorded_on,
    source: row.source,
    takenOver: row.taken_over,
    own,
    ended: row.ended,
    confirmation: row.confirmation,
    confirmedBy: form?.confirmation ?? 'none',
    confirmer: form ? confirmerOf(form, policy) : null,
  };
}

function subjectName(row: Row): string {
  if (row.subject_kind === 'organisation') return row.organisation_name;
  return row.subject_kind === 'posting' ? `${row.person_name}（${row.organisation_name}）` : (row.person_name ?? '');
}
