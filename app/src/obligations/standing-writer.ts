import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import type { PlacedStanding } from './standing-set.ts';

const CHUNK = 5000;

/** One stored standing as the table holds it; decimals as text. */
interface StandingRecord {
  readonly obligation: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly period_key: string;
  readonly organisation_id: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly due_on: string;
  readonly light: string;
  readonly need: string | null;
  readonly done: string;
  readonly unit: string;
  readonly awaiting: number;
  readonly missing: unknown;
  readonly changes_on: string | null;
  readonly is_current: boolean;
}

/**
 * Makes the stored standings equal to freshly computed ones: of these subjects, or of all when none are named. Only rows
 * that differ are written.
 * @returns the organisations on whose rows something changed.
 */
export async function replaceStandings(
  tx: WriteTx,
  jurisdiction: string,
  standings: readonly PlacedStanding[],
  subjects?: readonly string[],
): Promise<Set<string>> {
  const stored = new Map((await readStored(tx, jurisdiction, subjects)).map((row) => [keyOf(row), row]));
  const fresh = new Map(standings.map(recordFrom).map((row) => [keyOf(row), row]));
  const gone = [...stored.values()].filter((row) => !fresh.has(keyOf(row)));
  const changed = [...fresh.values()].filter((row) => {
    const before = stored.get(keyOf(row));
    return !before || figuresOf(before) !== figuresOf(row);
  });
  for (let i = 0; i < gone.length; i += CHUNK) await remove(tx, jurisdiction, gone.slice(i, i + CHUNK));
  for (let i = 0; i < changed.length; i += CHUNK) await upsert(tx, jurisdiction, changed.slice(i, i + CHUNK));
  return new Set([...gone, ...changed].map((row) => row.organisation_id));
}

const keyOf = (row: StandingRecord) => `${row.obligation} ${row.subject_id} ${row.period_key}`;

/** What a reader can see of a standing; `2.0` and `2` are the same amount. */
const figuresOf = (row: StandingRecord) =>
  JSON.stringify([
    row.organisation_id,
    row.period_start,
    row.period_end,
    row.due_on,
    row.light,
    row.need === null ? null : Number(row.need),
    Number(row.done),
    row.unit,
    row.awaiting,
    row.missing,
    row.changes_on,
    row.is_current,
  ]);

const recordFrom = (standing: PlacedStanding): StandingRecord => ({
  obligation: standing.obligation,
  subject_kind: standing.subject.kind,
  subject_id: standing.subject.id,
  period_key: standing.period.key,
  organisation_id: standing.organisation,
  period_start: standing.period.start,
  period_end: standing.period.end,
  due_on: standing.due,
  light: standing.light,
  need: standing.need,
  done: standing.done,
  unit: standing.unit,
  awaiting: standing.awaiting,
  missing: standing.missing,
  changes_on: standing.changesOn,
  is_current: standing.current,
});

async function readStored(tx: ReadTx, jurisdiction: string, subjects?: readonly string[]): Promise<StandingRecord[]> {
  const only = subjects ? sql`and subject_id = any(${subjects as string[]}::uuid[])` : sql``;
  const { rows } = await sql<StandingRecord>`
    select obligation, subject_kind, subject_id, period_key, organisation_id, period_start, period_end, due_on, light,
      need, done, unit, awaiting, missing, changes_on, is_current
    from standing where jurisdiction_id = ${jurisdiction} ${only}`.execute(tx);
  return rows;
}

async function upsert(tx: WriteTx, jurisdiction: string, rows: readonly StandingRecord[]): Promise<void> {
  await sql`
    insert into standing (jurisdiction_id, obligation, subject_kind, subject_id, period_key, organisation_id, period_start,
      period_end, due_on, light, need, done, unit, awaiting, missing, changes_on, is_current)
    select ${jurisdiction}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(
      obligation text, subject_kind text, subject_id uuid, period_key text, organisation_id uuid, period_start date,
      period_end date, due_on date, light text, need numeric, done numeric, unit text, awaiting int, missing jsonb,
      changes_on date, is_current boolean)
    on conflict on constraint standing_pkey do update set
      organisation_id = excluded.organisation_id, period_start = excluded.period_start, period_end = excluded.period_end,
      due_on = excluded.due_on, light = excluded.light, need = excluded.need, done = excluded.done, unit = excluded.unit,
      awaiting = excluded.awaiting, missing = excluded.missing, changes_on = excluded.changes_on,
      is_current = excluded.is_current`.execute(tx);
}

/** Standings that no longer exist: the posting was ended earlier, the duty was repealed. */
async function remove(tx: WriteTx, jurisdiction: string, rows: readonly StandingRecord[]): Promise<void> {
  const keys = rows.map((row) => ({ o: row.obligation, s: row.subject_id, p: row.period_key }));
  await sql`
    delete from standing using jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as k(o text, s uuid, p text)
    where jurisdiction_id = ${jurisdiction} and obligation = k.o and subject_id = k.s and period_key = k.p`.execute(tx);
}
