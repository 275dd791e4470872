import type { Fact } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts } from './facts-reader.ts';

interface Kept {
  readonly state: string;
  readonly facts: readonly Fact[];
}

/** So many jurisdictions and days are kept in memory: those read last. */
const MOST = 3;
const kept = new Map<string, Kept>();

/**
 * All entries of a jurisdiction as known by a day. Whoever looks at one result after another reads them once: entries,
 * their confirmations and their ends are only ever added, so that where nothing was added nothing is different.
 */
export async function readAllFacts(tx: ReadTx, knownBy: string): Promise<readonly Fact[]> {
  const key = `${tx.jurisdictionId} ${knownBy}`;
  const state = await readState(tx);
  const known = kept.get(key);
  const facts =
    known?.state === state ? known.facts : await readFacts(tx, { jurisdiction: tx.jurisdictionId, knownBy });
  kept.delete(key);
  kept.set(key, { state, facts });
  for (const [oldest] of kept) if (kept.size > MOST) kept.delete(oldest);
  return facts;
}

/** Where, how many of each, the last entry, and the names by which entries are signed. */
async function readState(tx: ReadTx): Promise<string> {
  const of = tx.jurisdictionId;
  const { rows } = await sql<object>`select current_database() as base, pg_postmaster_start_time()::text as since,
    (select count(*) from entry where jurisdiction_id = ${of}) as entries,
    (select id from entry where jurisdiction_id = ${of} order by id desc limit 1) as last,
    (select count(*) from entry_confirmation where jurisdiction_id = ${of}) as confirmed,
    (select count(*) from entry_supersession where jurisdiction_id = ${of}) as ended,
    (select md5(string_agg(display_name, chr(10) order by id)) from account where jurisdiction_id = ${of}) as names`.execute(
    tx,
  );
  return JSON.stringify(rows[0]);
}
