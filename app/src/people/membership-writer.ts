import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import type { Membership } from './membership.ts';

/** The history of a person who moved or left, oldest first; empty for all others. */
export async function findMemberships(tx: ReadTx, jurisdiction: string, person: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select id, organisation_id as organisation, valid_from as "from", valid_to as "to" from membership
    where jurisdiction_id = ${jurisdiction} and person_id = ${person}::uuid
    order by valid_from nulls first`.execute(tx);
  return rows;
}

type Context = Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction' | 'today'>;

interface New {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly from: string | null;
  readonly knownOn: string | null;
}

export async function startMembership({ tx, jurisdiction }: Context, one: New): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      jurisdiction_id: jurisdiction,
      id: one.id,
      person_id: one.person,
      organisation_id: one.organisation,
      valid_from: one.from,
      known_on: one.knownOn,
    })
    .execute();
}

interface End {
  readonly id: string;
  readonly lastDay: string;
  readonly reason: string | null;
}

export async function endMembership({ tx, jurisdiction, today }: Context, { id, lastDay, reason }: End): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ valid_to: lastDay, end_known_on: today, end_reason: reason })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/**
 * Keeps the histories of people in step with what their records were corrected to: another organisation is where they have been since
 * their last move, none is that they left today, one after they had left is that they came back today.
 */
export async function followCorrections(
  { tx, jurisdiction, today }: Context,
  people: readonly string[],
): Promise<void> {
  const ids = sql`${people as string[]}::uuid[]`;
  await sql`update membership m set organisation_id = p.member_of from person p
    where m.jurisdiction_id = ${jurisdiction} and p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
      and m.person_id = any(${ids}) and m.valid_to is null and m.organisation_id <> p.member_of`.execute(tx);
  await sql`update membership m set valid_to = ${today}::date, end_known_on = ${today}::date from person p
    where m.jurisdiction_id = ${jurisdiction} and p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
      and m.person_id = any(${ids}) and m.valid_to is null and p.member_of is null`.execute(tx);
  const { rows } = await sql<{ person: string; organisation: string; from: string }>`
    select p.id as person, p.member_of as organisation, greatest(${today}::date, max(m.valid_to) + 1)::text as "from"
    from person p join membership m on m.jurisdiction_id = p.jurisdiction_id and m.person_id = p.id
    where p.jurisdiction_id = ${jurisdiction} and p.id = any(${ids}) and p.member_of is not null
    group by p.id, p.member_of having count(*) filter (where m.valid_to is null) = 0`.execute(tx);
  for (const { person, organisation, from } of rows)
    await startMembership({ tx, jurisdiction, today }, { id: uuidv7(), person, organisation, from, knownOn: today });
}
