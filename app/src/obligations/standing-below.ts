import type { SubjectRef } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

/** Every organisation at or below those of the subjects that are of some kinds: what figures that look below read. */
export async function standingBelow(
  tx: ReadTx,
  jurisdiction: string,
  subjects: readonly SubjectRef[],
  kinds: ReadonlySet<string>,
): Promise<SubjectRef[]> {
  if (kinds.size === 0) return [];
  const ids = subjects.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select distinct c.descendant_id as id from organisation_closure c
    join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.ancestor_id
    where c.jurisdiction_id = ${jurisdiction} and o.kind = any(${[...kinds]}::text[])
      and o.id in (${organisationsOf(jurisdiction, ids)})`.execute(tx);
  return rows.map(({ id }) => ({ kind: 'organisation', id }));
}

/** The organisations among some ids, and those that persons and postings among them belong to, serve in or were sent by. */
export const organisationsOf = (jurisdiction: string, ids: readonly string[]): RawBuilder<unknown> => sql`
  select unnest(${[...ids]}::uuid[])
  union select unnest(array[q.organisation_id, q.sending_organisation_id]) from posting q
    where q.jurisdiction_id = ${jurisdiction} and (q.id = any(${[...ids]}::uuid[]) or q.person_id = any(${[...ids]}::uuid[]))
  union select h.member_of from person h where h.jurisdiction_id = ${jurisdiction} and h.id = any(${[...ids]}::uuid[])
  union select m.organisation_id from membership m
    where m.jurisdiction_id = ${jurisdiction} and m.person_id = any(${[...ids]}::uuid[])
  union select t.organisation_id from tenure t
    where t.jurisdiction_id = ${jurisdiction} and t.person_id = any(${[...ids]}::uuid[])`;
