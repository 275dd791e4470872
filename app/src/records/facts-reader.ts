import type { Fact, FieldValue, SubjectKind, SubjectRef } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

export interface FactQuery {
  readonly jurisdiction: string;
  /** Only entries about these; all of the jurisdiction when absent. */
  readonly subjects?: readonly SubjectRef[];
  /** Only entries that name one of these in a field. */
  readonly naming?: readonly string[];
  readonly forms?: readonly string[];
  /** Only entries on the rows of these organisations. */
  readonly organisations?: readonly string[];
  /** Only what was recorded on this civil day or before. */
  readonly knownBy?: string;
  /** Only what was recorded, confirmed or ended at this instant or before, whatever day it was recorded for. */
  readonly knownAt?: string;
  /** Only what happened on this civil day or later. */
  readonly from?: string;
}

type Row = readonly [
  id: string,
  form: string,
  subjectKind: SubjectKind,
  subjectId: string,
  date: string,
  data: Record<string, FieldValue>,
  recordedOn: string,
  recordedAt: string,
  account: string,
  accountName: string,
  outcome: 'confirmed' | 'rejected' | null,
  confirmedOn: string | null,
  confirmedBy: string | null,
  endedOn: string | null,
  endedReason: string | null,
  superseded: boolean | null,
  endedBy: string | null,
];

/**
 * Entries as the engine reads them, with their confirmation and their end joined. One statement, over the index of the
 * subject when subjects are named. Entries that were superseded or withdrawn come too: `endedOn` says from when.
 *
 * The reader is for computing; what it gives is not cut to anybody's scope.
 */
export async function readFacts(tx: ReadTx, query: FactQuery): Promise<Fact[]> {
  if (
    query.subjects?.length === 0 ||
    query.naming?.length === 0 ||
    query.forms?.length === 0 ||
    query.organisations?.length === 0
  )
    return [];
  const compiled = statement(query).compile(tx);
  const parameters = [...compiled.parameters] as never[];
  const rows = await tx.sql.unsafe(compiled.sql, parameters, { prepare: true }).values();
  return (rows as unknown as Row[]).map(factFrom);
}

const statement = (query: FactQuery) => sql`
  select e.id, e.form, e.subject_kind, e.subject_id, e.happened_on, e.data, e.recorded_on, e.recorded_at,
    e.recorded_by, a.display_name, c.outcome, c.recorded_on, ca.display_name,
    s.recorded_on, s.reason, s.by_entry_id is not null, sa.display_name
  from entry e
  join account a on a.jurisdiction_id = e.jurisdiction_id and a.id = e.recorded_by
  left join entry_confirmation c on c.jurisdiction_id = e.jurisdiction_id and c.entry_id = e.id
    and ${until('c.recorded_at', query)}
  left join account ca on ca.jurisdiction_id = c.jurisdiction_id and ca.id = c.recorded_by
  left join entry_supersession s on s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id
    and ${until('s.recorded_at', query)}
  left join account sa on sa.jurisdiction_id = s.jurisdiction_id and sa.id = s.recorded_by
  where e.jurisdiction_id = ${query.jurisdiction} and ${sql.join(conditionsOf(query), sql` and `)}`;

const until = (column: string, { knownAt }: FactQuery): RawBuilder<unknown> =>
  knownAt === undefined ? sql`true` : sql`${sql.ref(column)} <= ${knownAt}::timestamptz`;

function conditionsOf(query: FactQuery): RawBuilder<unknown>[] {
  const { subjects, naming, forms, organisations, knownBy, from } = query;
  const conditions: RawBuilder<unknown>[] = [until('e.recorded_at', query)];
  // Ids are unique over all kinds, so the index on the subject's id finds them; the kind needs no condition.
  if (subjects) conditions.push(sql`e.subject_id = any(${subjects.map((subject) => subject.id)}::uuid[])`);
  if (naming)
    conditions.push(sql`e.id in (select m.entry_id from entry_named m
      where m.jurisdiction_id = ${query.jurisdiction} and m.subject_id = any(${[...naming]}::uuid[]))`);
  if (forms) conditions.push(sql`e.form = any(${[...forms]}::text[])`);
  if (organisations) conditions.push(sql`e.organisation_id = any(${[...organisations]}::uuid[])`);
  if (knownBy) conditions.push(sql`e.recorded_on <= ${knownBy}::date`);
  if (from) conditions.push(sql`e.happened_on >= ${from}::date`);
  return conditions;
}

function factFrom(row: Row): Fact {
  const [id, form, kind, subject, date, data, recordedOn, recordedAt, account, name] = row;
  const [, , , , , , , , , , outcome, confirmedOn, confirmedBy, endedOn, reason, superseded, endedBy] = row;
  return {
    id,
    form,
    subject: { kind, id: subject },
    date,
    data,
    recordedOn,
    recordedAt,
    recordedBy: { account, name },
    ...(outcome && confirmedOn ? { confirmation: { on: confirmedOn, by: confirmedBy ?? '', outcome } } : {}),
    ...(endedOn
      ? {
          endedOn,
          endedBy: {
            kind: superseded ? ('superseded' as const) : ('withdrawn' as const),
            reason: reason ?? '',
            by: endedBy ?? '',
          },
        }
      : {}),
  };
}
