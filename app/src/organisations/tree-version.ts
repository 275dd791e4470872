import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '../platform/database/transaction.ts';
import { preOrder } from './tree-order.ts';
import { readSubtree } from './tree-reader.ts';

const AT_ONCE = 20_000;

/**
 * Takes a picture of the tree of a day, in pre-order: figures that are published on it stay comparable whatever the
 * tree becomes, and the descendants of a node are one range. Returns its id and how many organisations it has.
 */
export async function makeTreeVersion(
  tx: WriteTx,
  asOf: string,
  now: string,
): Promise<{ readonly id: string; readonly nodes: number }> {
  const nodes = preOrder(await readSubtree(tx, { asOf }));
  const id = uuidv7();
  await tx
    .insertInto('tree_version')
    .values({ jurisdiction_id: tx.jurisdictionId, id, as_of: asOf, made_at: now, nodes: nodes.length })
    .execute();
  for (let i = 0; i < nodes.length; i += AT_ONCE) {
    const some = nodes.slice(i, i + AT_ONCE);
    await sql`
      insert into tree_node (jurisdiction_id, tree_version_id, organisation_id, parent_id, l, r, level)
      select ${tx.jurisdictionId}, ${id}::uuid, organisation_id, parent_id, l, r, level
      from unnest(${some.map((node) => node.id)}::uuid[], ${some.map((node) => node.parent)}::uuid[],
        ${some.map((node) => node.l)}::int[], ${some.map((node) => node.r)}::int[], ${some.map((node) => node.level)}::int[])
        as t (organisation_id, parent_id, l, r, level)`.execute(tx);
  }
  return { id, nodes: nodes.length };
}
