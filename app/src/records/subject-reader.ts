import type { SubjectKind, SubjectRef } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { subjectWithinReach, visibleSubject } from '../platform/access/visible.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { Subject, SubjectSelector } from './subject.ts';

interface SubjectRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly kind: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/**
 * One shape for all three kinds of subject. A person stands on the row of the organisation they are a member
 * of; who is no member, on that of the latest office or posting.
 */
const SHAPES: Record<SubjectKind, RawBuilder<unknown>> = {
  organisation: sql`select o.jurisdiction_id, o.id, 'organisation' as subject_kind, o.kind, o.id as organisation_id,
      null::uuid as person_id, null::text as person_name, null::text as initials, o.code,
      o.founded_on as valid_from, o.dissolved_on as valid_to
    from organisation o`,
  posting: sql`select p.jurisdiction_id, p.id, 'posting' as subject_kind, p.kind, p.organisation_id,
      p.person_id, who.name as person_name, who.initials, null::text as code, p.valid_from, p.valid_to
    from posting p
    join person who on who.jurisdiction_id = p.jurisdiction_id and who.id = p.person_id`,
  person: sql`select h.jurisdiction_id, h.id, 'person' as subject_kind, 'person' as kind,
      coalesce(h.member_of, office.organisation_id, sent.organisation_id, former.organisation_id) as organisation_id,
      h.id as person_id, h.name as person_name, h.initials, null::text as code,
      null::date as valid_from, null::date as valid_to
    from person h
    left join lateral (select t.organisation_id from tenure t
      where t.jurisdiction_id = h.jurisdiction_id and t.person_id = h.id order by t.valid_from desc limit 1
    ) office on h.member_of is null
    left join lateral (select p.organisation_id from posting p
      where p.jurisdiction_id = h.jurisdiction_id and p.person_id = h.id order by p.valid_from desc limit 1
    ) sent on h.member_of is null
    left join lateral (select m.organisation_id from membership m
      where m.jurisdiction_id = h.jurisdiction_id and m.person_id = h.id order by m.valid_from desc nulls last limit 1
    ) former on h.member_of is null`,
};

/** Subjects of a kind in one jurisdiction as the rows of a table `s`; conditions and order are the caller's. */
function subjectsOf(kind: SubjectKind, jurisdiction: string): RawBuilder<unknown> {
  return sql`select s.id, s.subject_kind, s.kind, s.organisation_id, s.person_id,
      s.valid_from::text as valid_from, s.valid_to::text as valid_to, n.name as organisation_name,
      coalesce(s.person_name, n.name) as name
    from (${SHAPES[kind]}) s
    left join lateral (select x.name, x.pinyin, x.initials from organisation_name x
      where x.jurisdiction_id = s.jurisdiction_id and x.organisation_id = s.organisation_id
      order by x.valid_from desc limit 1) n on true
    where s.jurisdiction_id = ${jurisdiction}`;
}

const inScope = (scope: Scope) =>
  visibleSubject(scope, { kind: 's.subject_kind', id: 's.id', organisation: 's.organisation_id' });

/** The subject, when it exists and the scope may see it. */
export async function findSubject(tx: ReadTx, scope: Scope, ref: SubjectRef): Promise<Subject | null> {
  const { rows } = await sql<SubjectRow>`${subjectsOf(ref.kind, scope.jurisdiction)}
    and s.id = ${ref.id}::uuid and ${inScope(scope)}`.execute(tx);
  return rows[0] ? subjectFrom(rows[0]) : null;
}

export interface SubjectCall {
  readonly scope: Scope;
  readonly ref: SubjectRef;
}

/** The subjects of many callers, each within its own scope, in one statement; null where there is none to see. */
export async function findSubjects(
  tx: ReadTx,
  jurisdiction: string,
  calls: readonly SubjectCall[],
): Promise<(Subject | null)[]> {
  const found = new Map<number, Subject>();
  const kinds = [...new Set(calls.map(({ ref }) => ref.kind))];
  const ofKind = async (kind: SubjectKind) => {
    const rows = calls.flatMap(({ ref, scope: { subtrees, organisations, postings } }, n) =>
      ref.kind === kind ? [{ n, wanted: ref.id, subtrees, organisations, postings }] : [],
    );
    const { rows: subjects } = await sql<SubjectRow & { n: number }>`select call.n, subject.*
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as call (n int, wanted uuid, subtrees uuid[], organisations uuid[], postings uuid[])
      join lateral (${subjectsOf(kind, jurisdiction)}
        and s.id = call.wanted and ${subjectWithinReach(jurisdiction, 'call')}) subject on true`.execute(tx);
    for (const { n, ...row } of subjects) found.set(n, subjectFrom(row));
  };
  await Promise.all(kinds.map(ofKind));
  return calls.map((_, n) => found.get(n) ?? null);
}

export interface SubjectSearch {
  readonly selector: SubjectSelector;
  /** Part of a name, its pinyin initials, or a code. */
  readonly text?: string | undefined;
  /** The ids of the only ones wanted. */
  readonly only?: readonly string[] | undefined;
  /** Only what exists on this day. */
  readonly on?: string | undefined;
  readonly limit: number;
}

/** Subjects in scope a form can be about, by organisation and name. */
export async function searchSubjects(tx: ReadTx, scope: Scope, search: SubjectSearch): Promise<Subject[]> {
  const { selector, text, only, on, limit } = search;
  const kinds = selector.kind === 'person' ? sql`true` : sql`s.kind = any(${selector.kinds as string[]}::text[])`;
  const alive = on
    ? sql`coalesce(s.valid_from, '-infinity') <= ${on}::date and coalesce(s.valid_to, 'infinity') >= ${on}::date`
    : sql`true`;
  const wanted = only ? sql`s.id = any(${[...only]}::uuid[])` : sql`true`;
  const { rows } = await sql<SubjectRow>`${subjectsOf(selector.kind, scope.jurisdiction)}
    and ${kinds} and ${wanted} and ${alive} and ${matches(text)} and ${inScope(scope)}
    order by n.pinyin, n.name, s.person_name, s.valid_from desc, s.id limit ${limit}`.execute(tx);
  return rows.map(subjectFrom);
}

function matches(text: string | undefined): RawBuilder<unknown> {
  if (!text) return sql`true`;
  const part = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const begin = `${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`(s.person_name like ${part} or n.name like ${part} or s.code = ${text}
    or s.initials like ${begin} or n.initials like ${begin})`;
}

function subjectFrom(row: SubjectRow): Subject {
  const name = row.subject_kind === 'posting' ? `${row.name}（${row.organisation_name}）` : row.name;
  return {
    ref: { kind: row.subject_kind, id: row.id },
    kind: row.kind,
    name,
    organisation: row.organisation_id,
    organisationName: row.organisation_name,
    person: row.person_id,
    from: row.valid_from,
    to: row.valid_to,
  };
}
