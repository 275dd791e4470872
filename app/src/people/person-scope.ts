import { type RawBuilder, sql } from 'kysely';
import { hasRole, type Scope } from '../platform/access/scope.ts';
import { inSubtree, visiblePosting } from '../platform/access/visible.ts';

/**
 * People the scope may see, as a condition on a row `p` of `person`: oneself, who is or was a member of a visible
 * organisation, who holds or held an office in one, and who is on a visible posting. People with no tie at
 * all are seen by officers of the whole county only.
 */
export function visiblePerson(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(p.id = ${scope.person}::uuid
    or ${inSubtree(scope, 'p.member_of')}
    or exists (select 1 from membership m where m.jurisdiction_id = ${scope.jurisdiction} and m.person_id = p.id
      and ${inSubtree(scope, 'm.organisation_id')})
    or exists (select 1 from tenure t where t.jurisdiction_id = ${scope.jurisdiction} and t.person_id = p.id
      and ${inSubtree(scope, 't.organisation_id')})
    or exists (select 1 from posting d where d.jurisdiction_id = ${scope.jurisdiction} and d.person_id = p.id
      and ${visiblePosting(scope, 'd.id', 'd.organisation_id')})
    or (${reachesWholeTree(scope)} and p.member_of is null
      and not exists (select 1 from membership m where m.jurisdiction_id = ${scope.jurisdiction} and m.person_id = p.id)
      and not exists (select 1 from tenure t where t.jurisdiction_id = ${scope.jurisdiction} and t.person_id = p.id)
      and not exists (select 1 from posting d where d.jurisdiction_id = ${scope.jurisdiction} and d.person_id = p.id)))`;
}

/** People the scope may change: those it sees who belong to it, or to no organisation at all. */
export const changeablePerson = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`((p.member_of is null or ${inSubtree(scope, 'p.member_of')}) and ${visiblePerson(scope)})`;

/** A county officer one of whose subtrees begins at a root of today's tree. */
function reachesWholeTree(scope: Scope): RawBuilder<boolean> {
  if (!hasRole(scope, 'county-officer')) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from unnest(${scope.subtrees as string[]}::uuid[]) as mine (root)
    where not exists (select 1 from organisation_closure up where up.jurisdiction_id = ${scope.jurisdiction}
      and up.descendant_id = mine.root and up.depth > 0))`;
}
