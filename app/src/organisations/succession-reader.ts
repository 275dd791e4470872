import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

/** One side of a succession, as the other sees it. */
export interface Relative {
  readonly id: string;
  /** Its newest name. */
  readonly name: string;
  readonly on: string;
  /** Which part was taken over, 0 to 1; null for all. */
  readonly share: number | null;
}

/** From whom an organisation carries on the record, and who carries on its own; the earliest first. */
export async function readSuccession(
  tx: ReadTx,
  id: string,
): Promise<{ readonly predecessors: readonly Relative[]; readonly successors: readonly Relative[] }> {
  const { rows } = await sql<{ before: boolean; id: string; name: string; on: string; share: string | null }>`
    select s.organisation_id = ${id} as before, n.organisation_id as id, n.name, s.succeeded_on as on, s.share
    from organisation_succession s
    cross join lateral (select organisation_id, name from organisation_name
      where jurisdiction_id = s.jurisdiction_id
        and organisation_id = case when s.organisation_id = ${id} then s.predecessor_id else s.organisation_id end
      order by valid_from desc limit 1) n
    where s.jurisdiction_id = ${tx.jurisdictionId} and (s.organisation_id = ${id} or s.predecessor_id = ${id})
    order by s.succeeded_on, n.name`.execute(tx);
  const relatives = (before: boolean): Relative[] =>
    rows
      .filter((row) => row.before === before)
      .map(({ before: _, share, ...row }) => ({ ...row, share: share === null ? null : Number(share) }));
  return { predecessors: relatives(true), successors: relatives(false) };
}
