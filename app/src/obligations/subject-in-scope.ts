import type { SubjectKind, SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';

const SUBJECT = { 'zh-CN': '该对象', en: 'This subject' };

/** The subject and the organisation on whose row it stands. */
export interface ScopedSubject extends SubjectRef {
  readonly organisation: string;
  readonly name: string;
}

/**
 * Finds a subject the caller may see.
 * @throws ActionError `not-found` when it does not exist or lies outside the scope.
 */
export async function getScopedSubject(tx: ReadTx, scope: Scope, subject: SubjectRef): Promise<ScopedSubject> {
  const [found] = await readScopedSubjects(tx, scope, [subject.id]);
  if (!found || found.kind !== subject.kind) throw notFound(SUBJECT);
  return found;
}

/** Those of the subjects the caller may see, oneself among them, with the names a person knows them by. */
export async function readScopedSubjects(tx: ReadTx, scope: Scope, ids: readonly string[]): Promise<ScopedSubject[]> {
  const { rows } = await sql<{ kind: SubjectKind; id: string; organisation: string; name: string }>`
    select s.kind, s.id, s.organisation, s.name from (
      select 'organisation' as kind, o.id, o.id as organisation, n.name
      from organisation o join organisation_name n
        on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id and n.valid_to is null
      where o.jurisdiction_id = ${scope.jurisdiction} and o.id = any(${ids as string[]}::uuid[])
      union all
      select 'posting', p.id, p.organisation_id, w.name
      from posting p join person w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.person_id
      where p.jurisdiction_id = ${scope.jurisdiction} and p.id = any(${ids as string[]}::uuid[])
      union all
      select 'person', w.id, coalesce(w.member_of, t.organisation_id, m.organisation_id), w.name
      from person w left join lateral (
        select organisation_id from tenure where jurisdiction_id = w.jurisdiction_id and person_id = w.id
        order by valid_from desc limit 1) t on true
      left join lateral (
        select organisation_id from membership where jurisdiction_id = w.jurisdiction_id and person_id = w.id
        order by valid_from desc nulls last limit 1) m on true
      where w.jurisdiction_id = ${scope.jurisdiction} and w.id = any(${ids as string[]}::uuid[])
    ) s where ${visibleSubject(scope, { kind: 's.kind', id: 's.id', organisation: 's.organisation' })}
      or s.id = ${scope.person}::uuid`.execute(tx);
  return rows;
}
