import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import { type CurrentOrganisation, isAlive, type Organisation } from './organisation.ts';
import { cycle, futureDay, notAlive, outOfOrder, rootStays, tooShort } from './organisation-errors.ts';

/** One change of a tree at a time: two moves that are harmless alone can make a circle together. */
export async function lockTree(tx: WriteTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`organisations ${tx.jurisdictionId}`}))`.execute(tx);
}

export function assertNotFuture(on: string, today: string): void {
  if (on > today) throw futureDay(on, today);
}

export function assertAlive(organisation: Organisation, on: string): void {
  if (!isAlive(organisation, on) || organisation.dissolvedOn !== null) throw notAlive(organisation, on);
}

export function assertPlaceMayChange(organisation: CurrentOrganisation, on: string): void {
  assertAlive(organisation, on);
  if (organisation.parent === null) throw rootStays(organisation.name);
  if (organisation.placeSince > on) throw outOfOrder(organisation.name, organisation.placeSince, on);
}

export function assertMayEnd(organisation: CurrentOrganisation, on: string): void {
  assertPlaceMayChange(organisation, on);
  if (organisation.foundedOn >= on) throw tooShort(organisation.name);
  const since = organisation.placeSince > organisation.nameSince ? organisation.placeSince : organisation.nameSince;
  if (since >= on) throw outOfOrder(organisation.name, since, on);
}

/** Refuses a parent that stands below `moved` on the day or any later one, as far as is recorded. */
export async function assertNoCycle(tx: ReadTx, moved: Organisation, parent: Organisation, on: string): Promise<void> {
  const { rows } = await sql`
    with recursive above (id, since, until) as (
      select ${parent.id}::uuid, ${on}::date, 'infinity'::date
      union
      select e.parent_id, greatest(above.since, e.valid_from), least(above.until, e.valid_to)
      from above join organisation_edge e on e.jurisdiction_id = ${tx.jurisdictionId} and e.child_id = above.id
        and e.valid_from <= above.until and (e.valid_to is null or e.valid_to >= above.since)
      where e.parent_id is not null and above.id <> ${moved.id})
    select 1 from above where id = ${moved.id} limit 1`.execute(tx);
  if (rows.length > 0) throw cycle(moved.name, parent.name);
}
