import type { SubjectRef } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import type { ReadTx } from '../platform/database/transaction.ts';

/** Whom an entry names, besides whom it is about. */
export async function readNamed(tx: ReadTx, jurisdiction: string, entry: string): Promise<SubjectRef[]> {
  const { rows } = await sql<SubjectRef>`select distinct subject_kind as kind, subject_id as id from entry_named
    where jurisdiction_id = ${jurisdiction} and entry_id = ${entry}::uuid`.execute(tx);
  return rows;
}

/** Names of those whom entries name, by entry and id. */
export async function readNames(
  tx: ReadTx,
  jurisdiction: string,
  entries: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  if (entries.length === 0) return new Map();
  const { rows } = await sql<{ entry: string; names: Record<string, string> }>`
    select m.entry_id as entry, jsonb_object_agg(m.subject_id, case m.subject_kind
      when 'organisation' then n.name when 'person' then who.name else who.name || '（' || n.name || '）' end) as names
    from entry_named m
    left join posting p on m.subject_kind = 'posting' and p.jurisdiction_id = m.jurisdiction_id and p.id = m.subject_id
    left join person who on who.jurisdiction_id = m.jurisdiction_id
      and who.id = case m.subject_kind when 'posting' then p.person_id when 'person' then m.subject_id end
    left join lateral (select x.name from organisation_name x
      where x.jurisdiction_id = m.jurisdiction_id and x.organisation_id = m.organisation_id
      order by x.valid_from desc limit 1) n on true
    where m.jurisdiction_id = ${jurisdiction} and m.entry_id = any(${[...entries]}::uuid[])
    group by m.entry_id`.execute(tx);
  return new Map(rows.map(({ entry, names }) => [entry, names]));
}

/** Entries `e` of these forms that name somebody of whom a condition over `m` holds. */
export const namesSome = (forms: readonly string[], that: RawBuilder<unknown>): RawBuilder<boolean> =>
  forms.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(e.form = any(${[...forms]}::text[]) and exists (select 1 from entry_named m
        where m.jurisdiction_id = e.jurisdiction_id and m.entry_id = e.id and ${that}))`;

/** Entries `e` that name somebody the scope may see. */
export const namesVisible = (scope: Scope, forms: readonly string[]): RawBuilder<boolean> =>
  namesSome(
    forms,
    visibleSubject(scope, { kind: 'm.subject_kind', id: 'm.subject_id', organisation: 'm.organisation_id' }),
  );
