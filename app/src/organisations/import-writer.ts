import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '../platform/database/transaction.ts';
import type { NewOrganisation } from './organisation.ts';
import { soundOf } from './sound.ts';

const AT_ONCE = 20_000;

/**
 * Writes many organisations, parents before their children, in few statements. The closure is rebuilt by the caller.
 * Rows go in as arrays: COPY is refused on tables with row-level security.
 */
export async function insertMany(tx: WriteTx, organisations: readonly NewOrganisation[], on: string): Promise<void> {
  for (let i = 0; i < organisations.length; i += AT_ONCE) {
    const some = organisations.slice(i, i + AT_ONCE);
    await insertOrganisations(tx, some, on);
    await insertNames(tx, some, on);
    await insertEdges(tx, some, on);
  }
}

const ids = (rows: readonly NewOrganisation[]): string[] => rows.map(({ id }) => id);
const newIds = (rows: readonly NewOrganisation[]): string[] => rows.map(() => uuidv7());

async function insertOrganisations(tx: WriteTx, rows: readonly NewOrganisation[], on: string): Promise<void> {
  await sql`
    insert into organisation (jurisdiction_id, id, kind, code, founded_on, attributes)
    select ${tx.jurisdictionId}, id, kind, code, ${on}::date, attributes::jsonb
    from unnest(${ids(rows)}::uuid[], ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ code }) => code)}::text[],
      ${rows.map(({ attributes }) => JSON.stringify(attributes))}::text[]) as t (id, kind, code, attributes)`.execute(
    tx,
  );
}

async function insertNames(tx: WriteTx, rows: readonly NewOrganisation[], on: string): Promise<void> {
  const sounds = rows.map(({ name }) => soundOf(name));
  await sql`
    insert into organisation_name (jurisdiction_id, id, organisation_id, name, pinyin, initials, valid_from)
    select ${tx.jurisdictionId}, id, organisation_id, name, pinyin, initials, ${on}::date
    from unnest(${newIds(rows)}::uuid[], ${ids(rows)}::uuid[], ${rows.map(({ name }) => name)}::text[],
      ${sounds.map(({ pinyin }) => pinyin)}::text[], ${sounds.map(({ initials }) => initials)}::text[])
      as t (id, organisation_id, name, pinyin, initials)`.execute(tx);
}

async function insertEdges(tx: WriteTx, rows: readonly NewOrganisation[], on: string): Promise<void> {
  await sql`
    insert into organisation_edge (jurisdiction_id, id, child_id, parent_id, valid_from)
    select ${tx.jurisdictionId}, id, child_id, parent_id, ${on}::date
    from unnest(${newIds(rows)}::uuid[], ${ids(rows)}::uuid[], ${rows.map(({ parent }) => parent)}::uuid[])
      as t (id, child_id, parent_id)`.execute(tx);
}
