import { type RawBuilder, sql } from 'kysely';
import type { Reach, Scope } from './scope.ts';

const none = sql<boolean>`false`;

/** Organisations in one of the scope's subtrees; `column` is an SQL reference such as `o.id`. */
export function inSubtree(scope: Scope, column: string): RawBuilder<boolean> {
  if (scope.subtrees.length === 0) return none;
  return sql<boolean>`exists (
    select 1 from organisation_closure reach
    where reach.jurisdiction_id = ${scope.jurisdiction}
      and reach.descendant_id = ${sql.ref(column)}
      and reach.ancestor_id = any(${scope.subtrees as string[]}::uuid[]))`;
}

/** Organisations whose own records the scope may see. */
export function visibleOrganisation(scope: Scope, column: string): RawBuilder<boolean> {
  if (scope.organisations.length === 0) return inSubtree(scope, column);
  return sql<boolean>`(${sql.ref(column)} = any(${scope.organisations as string[]}::uuid[]) or ${inSubtree(scope, column)})`;
}

/** Postings the scope may see: working in a visible subtree, or named in the scope. */
export function visiblePosting(scope: Scope, idColumn: string, organisationColumn: string): RawBuilder<boolean> {
  if (scope.postings.length === 0) return inSubtree(scope, organisationColumn);
  return sql<boolean>`(${sql.ref(idColumn)} = any(${scope.postings as string[]}::uuid[]) or ${inSubtree(scope, organisationColumn)})`;
}

/** A subject `s` within the reach that stands in the columns of a row: {@link visibleSubject} for many callers at once. */
export const subjectWithinReach = (jurisdiction: string, row: 'call'): RawBuilder<boolean> => {
  const reach = (field: keyof Reach) => sql.ref(`${row}.${field}`);
  const below = sql`exists (select 1 from organisation_closure reach where reach.jurisdiction_id = ${jurisdiction}
    and reach.descendant_id = s.organisation_id and reach.ancestor_id = any(${reach('subtrees')}))`;
  return sql<boolean>`case s.subject_kind
    when 'posting' then (s.id = any(${reach('postings')}) or ${below})
    when 'person' then ${below}
    else (s.organisation_id = any(${reach('organisations')}) or ${below}) end`;
};

/** Rows about a subject (entries, standings): `kind`, `id` and the organisation on whose row they stand. */
export function visibleSubject(
  scope: Scope,
  columns: { kind: string; id: string; organisation: string },
): RawBuilder<boolean> {
  return sql<boolean>`case ${sql.ref(columns.kind)}
    when 'posting' then ${visiblePosting(scope, columns.id, columns.organisation)}
    when 'person' then ${inSubtree(scope, columns.organisation)}
    else ${visibleOrganisation(scope, columns.organisation)} end`;
}
