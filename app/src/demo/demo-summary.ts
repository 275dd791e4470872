import { LIGHTS } from '@luoshi/engine';
import { sql } from 'kysely';
import type { Runtime } from '../platform/actions/dispatch.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';

export interface CountySummary {
  readonly organisations: number;
  readonly people: number;
  readonly postings: number;
  readonly entries: number;
  /** Current standings by light. */
  readonly standings: Readonly<Record<string, number>>;
}

/** What lies in the county, counted in the database. */
export async function readSummary({ database }: Runtime, jurisdiction: string): Promise<CountySummary> {
  return readJurisdiction(database, jurisdiction, async (tx) => {
    const { rows } = await sql<Omit<CountySummary, 'standings'>>`select
      (select count(*) from organisation where jurisdiction_id = ${jurisdiction}) as organisations,
      (select count(*) from person where jurisdiction_id = ${jurisdiction}) as people,
      (select count(*) from posting where jurisdiction_id = ${jurisdiction}) as postings,
      (select count(*) from entry where jurisdiction_id = ${jurisdiction}) as entries`.execute(tx);
    const lights = await sql<{ light: string; n: number }>`select light, count(*) as n from standing
      where jurisdiction_id = ${jurisdiction} and is_current group by light`.execute(tx);
    const counted = new Map(lights.rows.map(({ light, n }) => [light, n]));
    const standings = Object.fromEntries(LIGHTS.map((light) => [light, counted.get(light) ?? 0]));
    const { organisations = 0, people = 0, postings = 0, entries = 0 } = rows[0] ?? {};
    return { organisations, people, postings, entries, standings };
  });
}
