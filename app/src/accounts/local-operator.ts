import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { type Database, inJurisdiction } from '../platform/database/transaction.ts';
import { stableId } from '../platform/imports/stable-id.ts';

/**
 * Whoever may run commands on this machine, with its data folder: an account of its own, made when first
 * needed, without a login. It is officer and administrator of the whole jurisdiction.
 */
export async function localOperator(database: Database, jurisdiction: string): Promise<Scope> {
  const id = stableId(jurisdiction, 'account', 'local operator');
  const displayName = '本机操作员';
  const subtrees = await inJurisdiction(database, jurisdiction, async (tx) => {
    await tx
      .insertInto('account')
      .values({ jurisdiction_id: jurisdiction, id, login_id: `operator:${jurisdiction}`, display_name: displayName })
      .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'id']).doNothing())
      .execute();
    const { rows } = await sql<{ id: string }>`select o.id from organisation o
      where o.jurisdiction_id = ${jurisdiction} and not exists (select 1 from organisation_closure up
        where up.jurisdiction_id = ${jurisdiction} and up.descendant_id = o.id and up.depth > 0)`.execute(tx);
    return rows.map((row) => row.id);
  });
  const roles = ['administrator', 'county-officer'] as const;
  return { jurisdiction, account: id, displayName, person: null, roles, subtrees, organisations: [], postings: [] };
}
