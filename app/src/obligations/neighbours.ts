import type { SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';
import { organisationsOf } from './standing-below.ts';

export interface Reach {
  /** Whether all that stand under them may change too, as where a notice of the county binds every township. */
  readonly below: boolean;
  /** Kinds of organisations that may change by what is entered anywhere under them. */
  readonly lookingBelow: ReadonlySet<string>;
}

/**
 * The subjects whose standings an entry about these subjects can change: themselves, across every posting the village it
 * works in, the unit that sent it, and back, and who holds a post or is a member there.
 */
export async function neighbours(
  tx: ReadTx,
  jurisdiction: string,
  touched: readonly SubjectRef[],
  { below, lookingBelow }: Reach,
): Promise<SubjectRef[]> {
  const under = below ? [...touched, ...(await standingUnder(tx, jurisdiction, touched))] : touched;
  const over = await standingOver(tx, jurisdiction, touched, lookingBelow);
  const around = [...under, ...over];
  const all = [...around, ...(await successors(tx, jurisdiction, around))];
  const ids = all.map((subject) => subject.id);
  const { rows } = await sql<{ id: string; organisation_id: string; sending_organisation_id: string }>`
    select id, organisation_id, sending_organisation_id from posting
    where jurisdiction_id = ${jurisdiction} and (
      id = any(${ids}::uuid[]) or organisation_id = any(${ids}::uuid[])
      or sending_organisation_id = any(${ids}::uuid[]) or person_id = any(${ids}::uuid[]))`.execute(tx);
  const people = await sql<{ id: string }>`
    select h.id from person h where h.jurisdiction_id = ${jurisdiction} and (h.member_of = any(${ids}::uuid[])
      or h.id in (select q.person_id from posting q where q.jurisdiction_id = ${jurisdiction}
        and (q.id = any(${ids}::uuid[]) or q.organisation_id = any(${ids}::uuid[])))
      or h.id in (select m.person_id from membership m
        where m.jurisdiction_id = ${jurisdiction} and m.organisation_id = any(${ids}::uuid[]))
      or h.id in (select t.person_id from tenure t
        where t.jurisdiction_id = ${jurisdiction} and t.organisation_id = any(${ids}::uuid[])))`.execute(tx);
  const found = new Map(all.map((subject) => [subject.id, subject]));
  for (const { id } of people.rows) found.set(id, { kind: 'person', id });
  for (const row of rows) {
    found.set(row.id, { kind: 'posting', id: row.id });
    found.set(row.organisation_id, { kind: 'organisation', id: row.organisation_id });
    found.set(row.sending_organisation_id, { kind: 'organisation', id: row.sending_organisation_id });
  }
  return [...found.values()];
}

/** Organisations that carry on the record of one of these. */
async function successors(tx: ReadTx, jurisdiction: string, touched: readonly SubjectRef[]): Promise<SubjectRef[]> {
  const ids = touched.filter(({ kind }) => kind === 'organisation').map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    with recursive heir (id) as (
      select organisation_id from organisation_succession
      where jurisdiction_id = ${jurisdiction} and predecessor_id = any(${ids}::uuid[])
      union
      select s.organisation_id from heir join organisation_succession s
        on s.jurisdiction_id = ${jurisdiction} and s.predecessor_id = heir.id)
    select id from heir`.execute(tx);
  return rows.map(({ id }) => ({ kind: 'organisation', id }));
}

/** Organisations of some kinds at or above the subjects, their postings, offices and memberships. */
async function standingOver(
  tx: ReadTx,
  jurisdiction: string,
  touched: readonly SubjectRef[],
  kinds: ReadonlySet<string>,
): Promise<SubjectRef[]> {
  if (kinds.size === 0) return [];
  const ids = touched.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select distinct o.id from organisation_closure c
    join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.ancestor_id
    where c.jurisdiction_id = ${jurisdiction} and o.kind = any(${[...kinds]}::text[])
      and c.descendant_id in (${organisationsOf(jurisdiction, ids)})`.execute(tx);
  return rows.map(({ id }) => ({ kind: 'organisation', id }));
}

async function standingUnder(tx: ReadTx, jurisdiction: string, touched: readonly SubjectRef[]): Promise<SubjectRef[]> {
  const ids = touched.filter(({ kind }) => kind === 'organisation').map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select distinct descendant_id as id from organisation_closure
    where jurisdiction_id = ${jurisdiction} and ancestor_id = any(${ids}::uuid[])`.execute(tx);
  return rows.map(({ id }) => ({ kind: 'organisation', id }));
}
