import { sql } from 'kysely';
import { type Database, readJurisdiction } from '../database/transaction.ts';
import type { Scope } from './scope.ts';
import { visibleOrganisation } from './visible.ts';

/** Of these organisations the ones on whose rows the scope may see anything: their own records, or a visible posting. */
export async function visibleAmong(
  database: Database,
  scope: Scope,
  organisations: readonly string[],
): Promise<string[]> {
  return readJurisdiction(database, scope.jurisdiction, async (tx) => {
    const { rows } = await sql<{ id: string }>`select o.id from organisation o
      where o.jurisdiction_id = ${scope.jurisdiction} and o.id = any(${organisations as string[]}::uuid[])
        and (${visibleOrganisation(scope, 'o.id')} or exists (select 1 from posting d
          where d.jurisdiction_id = o.jurisdiction_id and d.organisation_id = o.id
            and d.id = any(${scope.postings as string[]}::uuid[])))`.execute(tx);
    return rows.map(({ id }) => id);
  });
}
