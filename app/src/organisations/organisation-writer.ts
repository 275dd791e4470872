import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '../platform/database/transaction.ts';
import { addToClosure, moveInClosure } from './closure-writer.ts';
import type { NewOrganisation } from './organisation.ts';
import { soundOf } from './sound.ts';

/** The organisation, its name, its place and its row of the closure. */
export async function insertOrganisation(tx: WriteTx, organisation: NewOrganisation, on: string): Promise<void> {
  const { id, kind, code, name, parent, attributes } = organisation;
  const jurisdiction_id = tx.jurisdictionId;
  await tx
    .insertInto('organisation')
    .values({ jurisdiction_id, id, kind, code, founded_on: on, attributes: JSON.stringify(attributes) })
    .execute();
  await insertName(tx, id, name, on);
  await tx
    .insertInto('organisation_edge')
    .values({ jurisdiction_id, id: uuidv7(), child_id: id, parent_id: parent, valid_from: on })
    .execute();
  await addToClosure(tx, id, parent);
}

async function insertName(tx: WriteTx, organisation: string, name: string, from: string): Promise<void> {
  await tx
    .insertInto('organisation_name')
    .values({
      jurisdiction_id: tx.jurisdictionId,
      id: uuidv7(),
      organisation_id: organisation,
      name,
      ...soundOf(name),
      valid_from: from,
    })
    .execute();
}

/** From `on` on it bears another name; of two names given on one day the later holds. */
export async function changeName(tx: WriteTx, organisation: string, name: string, on: string): Promise<void> {
  const open = tx
    .updateTable('organisation_name')
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('organisation_id', '=', organisation)
    .where('valid_to', 'is', null);
  const sameDay = await open
    .set({ name, ...soundOf(name) })
    .where('valid_from', '=', on)
    .executeTakeFirst();
  if (sameDay.numUpdatedRows > 0n) return;
  await open.set({ valid_to: dayBefore(on) }).execute();
  await insertName(tx, organisation, name, on);
}

/** From `on` on the organisations stand under `parent`; of two places given on one day the later holds. */
export async function changeParent(tx: WriteTx, ids: readonly string[], parent: string, on: string): Promise<void> {
  if (ids.length === 0) return;
  const open = tx
    .updateTable('organisation_edge')
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('child_id', 'in', ids)
    .where('valid_to', 'is', null);
  const sameDay = await open.set({ parent_id: parent }).where('valid_from', '=', on).returning('child_id').execute();
  const done = new Set(sameDay.map((row) => row.child_id));
  const others = ids.filter((id) => !done.has(id));
  if (others.length > 0) await reopen(tx, others, parent, on);
  await moveInClosure(tx, ids, parent);
}

async function reopen(tx: WriteTx, ids: readonly string[], parent: string, on: string): Promise<void> {
  await closeEdges(tx, ids, on);
  await tx
    .insertInto('organisation_edge')
    .values(
      ids.map((id) => ({
        jurisdiction_id: tx.jurisdictionId,
        id: uuidv7(),
        child_id: id,
        parent_id: parent,
        valid_from: on,
      })),
    )
    .execute();
}

async function closeEdges(tx: WriteTx, ids: readonly string[], on: string): Promise<void> {
  await tx
    .updateTable('organisation_edge')
    .set({ valid_to: dayBefore(on) })
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('child_id', 'in', ids)
    .where('valid_to', 'is', null)
    .execute();
}

/** The day before `on` is their last. They keep their last name and their last place in the closure. */
export async function endOrganisations(tx: WriteTx, ids: readonly string[], on: string): Promise<void> {
  await closeEdges(tx, ids, on);
  await tx
    .updateTable('organisation')
    .set({ dissolved_on: dayBefore(on) })
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', 'in', ids)
    .execute();
}

const dayBefore = (on: string) => sql<string>`${on}::date - 1`;
