import { sql } from 'kysely';
import { hasRole, type Scope } from '../platform/access/scope.ts';
import { inSubtree, visibleOrganisation } from '../platform/access/visible.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { CurrentOrganisation } from './organisation.ts';
import { organisationNotFound } from './organisation-errors.ts';

/** Who grants scopes has to see the tree he grants them in; it holds no data about anybody. */
export const visibleInTree = (scope: Scope, column: string) =>
  hasRole(scope, 'administrator') ? sql<boolean>`true` : visibleOrganisation(scope, column);

/** The organisations with these ids that `condition` lets through, each with its newest name and place. */
async function read(tx: ReadTx, ids: readonly string[], condition: ReturnType<typeof inSubtree>) {
  const { rows } = await sql<CurrentOrganisation>`
    select o.id, o.kind, o.code, n.name, n.valid_from as "nameSince", e.parent_id as parent,
      e.valid_from as "placeSince", o.founded_on as "foundedOn", o.dissolved_on as "dissolvedOn"
    from organisation o
    cross join lateral (select name, valid_from from organisation_name
      where jurisdiction_id = o.jurisdiction_id and organisation_id = o.id order by valid_from desc limit 1) n
    cross join lateral (select parent_id, valid_from from organisation_edge
      where jurisdiction_id = o.jurisdiction_id and child_id = o.id order by valid_from desc limit 1) e
    where o.jurisdiction_id = ${tx.jurisdictionId} and o.id = any(${ids as string[]}::uuid[]) and ${condition}`.execute(
    tx,
  );
  return rows;
}

/** @throws ActionError `not-found` when it does not exist or the caller may not see it. */
export async function getVisible(tx: ReadTx, scope: Scope, id: string): Promise<CurrentOrganisation> {
  const [found] = await read(tx, [id], visibleInTree(scope, 'o.id'));
  return found ?? fail();
}

/** Organisations the caller may change, in the order of `ids`. @throws ActionError `not-found` when one is missing. */
export async function getChangeable(
  tx: ReadTx,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly CurrentOrganisation[]> {
  const rows = await read(tx, ids, inSubtree(scope, 'o.id'));
  return ids.map((id) => rows.find((row) => row.id === id) ?? fail());
}

function fail(): never {
  throw organisationNotFound();
}

/** Living children of an organisation from `on` on, also those that left it after that day. */
export async function readChildrenSince(tx: ReadTx, parents: readonly string[], on: string) {
  return tx
    .selectFrom('organisation_edge as e')
    .innerJoin('organisation_name as n', (join) =>
      join
        .onRef('n.jurisdiction_id', '=', 'e.jurisdiction_id')
        .onRef('n.organisation_id', '=', 'e.child_id')
        .on('n.valid_to', 'is', null),
    )
    .select(['e.child_id as id', 'n.name', 'e.valid_from as since', 'e.valid_to as until'])
    .where('e.jurisdiction_id', '=', tx.jurisdictionId)
    .where('e.parent_id', 'in', parents)
    .where((where) => where.or([where('e.valid_to', 'is', null), where('e.valid_to', '>=', on)]))
    .orderBy('e.valid_from')
    .execute();
}

/** The top of the tree, if the jurisdiction has one. */
export const findRoot = (tx: ReadTx): Promise<{ id: string; name: string } | undefined> =>
  tx
    .selectFrom('organisation_edge as e')
    .innerJoin('organisation_name as n', (join) =>
      join.onRef('n.jurisdiction_id', '=', 'e.jurisdiction_id').onRef('n.organisation_id', '=', 'e.child_id'),
    )
    .select(['e.child_id as id', 'n.name'])
    .where('e.jurisdiction_id', '=', tx.jurisdictionId)
    .where('e.parent_id', 'is', null)
    .where('n.valid_to', 'is', null)
    .executeTakeFirst();
