import { sql } from 'kysely';
import type { WriteTx } from '../platform/database/transaction.ts';

/**
 * Keeps the closure equal to the newest edge of every organisation, in whole sets. A dissolved organisation stays at its
 * last place, so that its records remain within somebody's scope.
 */
export async function addToClosure(tx: WriteTx, id: string, parent: string | null): Promise<void> {
  await sql`
    insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
    select jurisdiction_id, ancestor_id, ${id}::uuid, depth + 1 from organisation_closure
    where jurisdiction_id = ${tx.jurisdictionId} and descendant_id = ${parent}::uuid
    union all select ${tx.jurisdictionId}, ${id}::uuid, ${id}::uuid, 0`.execute(tx);
}

/** Hangs the subtrees below `roots` under another parent. */
export async function moveInClosure(tx: WriteTx, roots: readonly string[], parent: string): Promise<void> {
  await sql`
    delete from organisation_closure gone using organisation_closure below, organisation_closure above
    where gone.jurisdiction_id = ${tx.jurisdictionId} and below.jurisdiction_id = gone.jurisdiction_id
      and above.jurisdiction_id = gone.jurisdiction_id and below.ancestor_id = any(${roots as string[]}::uuid[])
      and above.descendant_id = below.ancestor_id and above.depth > 0
      and gone.descendant_id = below.descendant_id and gone.ancestor_id = above.ancestor_id`.execute(tx);
  await sql`
    insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
    select above.jurisdiction_id, above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
    from organisation_closure above join organisation_closure below on below.jurisdiction_id = above.jurisdiction_id
    where above.jurisdiction_id = ${tx.jurisdictionId} and above.descendant_id = ${parent}
      and below.ancestor_id = any(${roots as string[]}::uuid[])`.execute(tx);
}

/** Makes the closure anew from the edges. Returns how many pairs it has. */
export async function rebuildClosure(tx: WriteTx): Promise<number> {
  await tx.deleteFrom('organisation_closure').where('jurisdiction_id', '=', tx.jurisdictionId).execute();
  const result = await sql`
    with recursive newest as materialized (
      select distinct on (child_id) child_id, parent_id from organisation_edge
      where jurisdiction_id = ${tx.jurisdictionId} order by child_id, valid_from desc),
    pair as (
      select child_id as ancestor_id, child_id as descendant_id, 0 as depth from newest
      union all
      select newest.parent_id, pair.descendant_id, pair.depth + 1
      from pair join newest on newest.child_id = pair.ancestor_id where newest.parent_id is not null)
    insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
    select ${tx.jurisdictionId}, ancestor_id, descendant_id, depth from pair`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}
