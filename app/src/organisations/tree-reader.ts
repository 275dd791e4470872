import { type RawBuilder, sql } from 'kysely';
import { hasRole, type Scope } from '../platform/access/scope.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { visibleInTree } from './organisation-reader.ts';

/** An organisation in the tree of a day. */
export interface TreeNode {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
}

/** What of the tree is wanted: as of which day (today's when absent) and below which organisation, itself included. */
export interface TreeQuery {
  readonly asOf?: string | undefined;
  readonly root?: string | undefined;
}

/** The organisations the caller may see, by code, then by name. */
export const readVisibleTree = (tx: ReadTx, scope: Scope, query: TreeQuery): Promise<TreeNode[]> =>
  query.asOf === undefined
    ? select(tx, { ...today(tx, query.root), visible: visibleInTree(scope, 'o.id') })
    : select(tx, { ...onDay(tx, query.asOf, query.root), visible: visibleOnDay(tx, scope, query.asOf) });

/** A whole subtree, whoever asks: for computing, never for showing. Without `root`, all of the jurisdiction. */
export const readSubtree = (tx: ReadTx, query: TreeQuery): Promise<TreeNode[]> =>
  select(tx, {
    ...(query.asOf === undefined ? today(tx, query.root) : onDay(tx, query.asOf, query.root)),
    visible: sql`true`,
  });

/** From the organisation itself up to the top, on a day or today. */
export async function readAncestors(tx: ReadTx, id: string, asOf?: string): Promise<TreeNode[]> {
  const path = asOf === undefined ? await pathToday(tx, id) : await pathOnDay(tx, id, asOf);
  const parts = asOf === undefined ? today(tx) : onDay(tx, asOf);
  const nodes = await select(tx, { ...parts, visible: sql`o.id = any(${path}::uuid[])` });
  return nodes.toSorted((a, b) => path.indexOf(a.id) - path.indexOf(b.id));
}

interface Parts {
  /** Common table expressions that the others refer to. */
  readonly given: RawBuilder<unknown>;
  readonly edge: RawBuilder<unknown>;
  readonly name: RawBuilder<unknown>;
  readonly within: RawBuilder<unknown>;
}

async function select(tx: ReadTx, parts: Parts & { visible: RawBuilder<unknown> }): Promise<TreeNode[]> {
  const { rows } = await sql<TreeNode>`${parts.given}
    select o.id, e.parent_id as parent, o.kind, o.code, n.name
    from organisation o
    join organisation_edge e on e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id and ${parts.edge}
    join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id and ${parts.name}
    where o.jurisdiction_id = ${tx.jurisdictionId} and ${parts.within} and ${parts.visible}
    order by o.code nulls last, n.name, o.id`.execute(tx);
  return rows;
}

/** Today's tree: open edges, and the closure for what lies below. A dissolved organisation has no open edge. */
function today(tx: ReadTx, root?: string): Parts {
  const below = sql`exists (select from organisation_closure c where c.jurisdiction_id = ${tx.jurisdictionId}
    and c.ancestor_id = ${root} and c.descendant_id = o.id)`;
  return {
    given: sql``,
    edge: sql`e.valid_to is null`,
    name: sql`n.valid_to is null`,
    within: root === undefined ? sql`true` : below,
  };
}

/** The tree of a past day is in the edges alone. */
function onDay(tx: ReadTx, day: string, root?: string): Parts {
  const holds = (alias: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} >= ${day})`;
  return {
    given: root === undefined ? sql`` : sql`with recursive below as (${descendants(tx, [root], day)})`,
    edge: holds('e'),
    name: holds('n'),
    within: root === undefined ? sql`true` : sql`o.id in (select id from below)`,
  };
}

/** Who sees a subtree today sees it as it was. */
function visibleOnDay(tx: ReadTx, scope: Scope, day: string): RawBuilder<unknown> {
  if (hasRole(scope, 'administrator')) return sql`true`;
  return sql`(o.id = any(${scope.organisations as string[]}::uuid[]) or o.id in (
    with recursive seen as (${descendants(tx, scope.subtrees, day, 'seen')}) select id from seen))`;
}

function descendants(tx: ReadTx, roots: readonly string[], day: string, into = 'below'): RawBuilder<unknown> {
  const name = sql.table(into);
  return sql`select unnest(${roots as string[]}::uuid[]) as id
    union select d.child_id from ${name} join organisation_edge d
      on d.jurisdiction_id = ${tx.jurisdictionId} and d.parent_id = ${name}.id
      and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to >= ${day})`;
}

async function pathToday(tx: ReadTx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('organisation_closure')
    .select('ancestor_id')
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('descendant_id', '=', id)
    .orderBy('depth')
    .execute();
  return rows.map((row) => row.ancestor_id);
}

async function pathOnDay(tx: ReadTx, id: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (select ${id}::uuid as id, 0 as depth union all
      select e.parent_id, above.depth + 1 from above join organisation_edge e
        on e.jurisdiction_id = ${tx.jurisdictionId} and e.child_id = above.id
        and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to >= ${day})
      where e.parent_id is not null)
    select id from above order by depth`.execute(tx);
  return rows.map((row) => row.id);
}
