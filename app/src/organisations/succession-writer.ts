import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '../platform/database/transaction.ts';
import { alreadySucceeds, sharesTooMuch } from './organisation-errors.ts';

/** From whom an organisation carries on the record, and which part of it; all when the share is null. */
export interface Predecessor {
  readonly organisation: string;
  readonly share: number | null;
}

/** From `on` on the organisation carries on what these recorded before; what is declared already stays as it is. */
export async function insertSuccessions(
  tx: WriteTx,
  organisation: string,
  predecessors: readonly Predecessor[],
  on: string,
): Promise<void> {
  if (predecessors.length === 0) return;
  const rows = predecessors.map((one) => ({
    jurisdiction_id: tx.jurisdictionId,
    id: uuidv7(),
    organisation_id: organisation,
    predecessor_id: one.organisation,
    succeeded_on: on,
    share: one.share === null ? null : String(one.share),
  }));
  await tx
    .insertInto('organisation_succession')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('organisation_succession_once').doNothing())
    .execute();
}

/**
 * Refuses what is declared already, a circle of successors, and more of an organisation than there is of it.
 * @throws ActionError `conflict` / `already-succeeds` or `shares`
 */
export async function assertMaySucceed(
  tx: WriteTx,
  heir: { readonly id: string; readonly name: string },
  predecessor: { readonly id: string; readonly name: string },
  share: number | null,
): Promise<void> {
  const { rows } = await sql<{ heir: boolean; circle: boolean; shared: string }>`
    with recursive before (id) as (
      select ${predecessor.id}::uuid
      union
      select s.predecessor_id from before join organisation_succession s
        on s.jurisdiction_id = ${tx.jurisdictionId} and s.organisation_id = before.id)
    select
      exists (select 1 from organisation_succession where jurisdiction_id = ${tx.jurisdictionId}
        and organisation_id = ${heir.id} and predecessor_id = ${predecessor.id}) as heir,
      exists (select 1 from before where id = ${heir.id}) as circle,
      (select coalesce(sum(share), 0) + ${share ?? 0}::numeric from organisation_succession
        where jurisdiction_id = ${tx.jurisdictionId} and predecessor_id = ${predecessor.id}) as shared`.execute(tx);
  const [found] = rows;
  if (found?.heir || found?.circle) throw alreadySucceeds(heir.name, predecessor.name);
  if (share !== null && Number(found?.shared) > 1) throw sharesTooMuch(predecessor.name);
}
