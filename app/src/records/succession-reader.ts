import type { Organisation, SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

type Succeeds = NonNullable<Organisation['succeeds']>;

/** Whose record each organisation carries on, as far as it did on a day, by its id. */
export async function readSuccessions(
  tx: ReadTx,
  { jurisdiction, asOf }: { readonly jurisdiction: string; readonly asOf: string },
): Promise<ReadonlyMap<string, Succeeds>> {
  const { rows } = await sql<{ heir: string; organisation: string; from: string; share: string | null }>`
    select s.organisation_id as heir, s.predecessor_id as organisation, s.succeeded_on as from, s.share
    from organisation_succession s
    where s.jurisdiction_id = ${jurisdiction} and s.succeeded_on <= ${asOf}::date
    order by s.organisation_id, s.predecessor_id`.execute(tx);
  const byHeir = Map.groupBy(rows, ({ heir }) => heir);
  return new Map(
    [...byHeir].map(([heir, all]): [string, Succeeds] => [
      heir,
      all.map(({ organisation, from, share }) => ({ organisation, from, ...(share === null ? {} : { share }) })),
    ]),
  );
}

/** The ids of subjects, and of all organisations whose record one of them carries on. */
export async function withPredecessors(
  tx: ReadTx,
  jurisdiction: string,
  subjects: readonly SubjectRef[],
): Promise<string[]> {
  const ids = subjects.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    with recursive before (id) as (
      select unnest(${ids}::uuid[])
      union
      select s.predecessor_id from before join organisation_succession s
        on s.jurisdiction_id = ${jurisdiction} and s.organisation_id = before.id)
    select id from before`.execute(tx);
  return rows.map(({ id }) => id);
}
