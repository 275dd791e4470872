import type { Database } from '../database/connect.ts';

export interface Jurisdiction {
  /** The division code: `371522`. */
  readonly id: string;
  readonly name: string;
  /** 0 nation, 1 province, 2 prefecture, 3 county. */
  readonly level: number;
}

export async function findJurisdictions({ shared }: Database): Promise<Jurisdiction[]> {
  return shared.selectFrom('jurisdiction').select(['id', 'name', 'level']).orderBy('id').execute();
}

/** Makes a jurisdiction, or gives it its name. */
export async function addJurisdiction({ shared }: Database, jurisdiction: Jurisdiction): Promise<void> {
  await shared
    .insertInto('jurisdiction')
    .values(jurisdiction)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: jurisdiction.name }))
    .execute();
}

/** The ids of all jurisdictions, looked up again at most every few seconds: others may add some. */
export async function watchJurisdictions(
  database: Database,
  everyMs: number,
): Promise<{ ids(): readonly string[]; stop(): void }> {
  let ids = (await findJurisdictions(database)).map(({ id }) => id);
  const timer = setInterval(() => {
    findJurisdictions(database).then(
      (found) => {
        ids = found.map(({ id }) => id);
      },
      () => undefined, // the database is away for a moment: the list of before still holds
    );
  }, everyMs);
  return { ids: () => ids, stop: () => clearInterval(timer) };
}
