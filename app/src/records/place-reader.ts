import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

export interface Place {
  readonly id: string;
  readonly code: string | null;
  /** Name of the organisation above; null at the top. */
  readonly parent: string | null;
}

/** Code of each organisation, and the name of the one it belongs to. */
export async function readPlaces(tx: ReadTx, jurisdiction: string, ids: readonly string[]) {
  const { rows } = await sql<Place>`
    select o.id, o.code, n.name as parent from organisation o
    left join organisation_closure up on up.jurisdiction_id = o.jurisdiction_id and up.descendant_id = o.id and up.depth = 1
    left join lateral (select x.name from organisation_name x
      where x.jurisdiction_id = o.jurisdiction_id and x.organisation_id = up.ancestor_id
      order by x.valid_from desc limit 1) n on true
    where o.jurisdiction_id = ${jurisdiction} and o.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
