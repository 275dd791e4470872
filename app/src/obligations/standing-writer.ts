import { sql } from 'kysely';
import type { WriteTx } from '../platform/database/transaction.ts';
import type { PlacedStanding } from './standing-set.ts';

const CHUNK = 4000;

/**
 * Replaces the stored standings of some subjects by freshly computed ones.
 * @returns the organisations on whose rows something changed.
 */
export async function replaceStandings(
  tx: WriteTx,
  jurisdiction: string,
  subjects: readonly string[],
  standings: readonly PlacedStanding[],
): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const id of await removeVanished(tx, jurisdiction, subjects, standings)) changed.add(id);
  for (let i = 0; i < standings.length; i += CHUNK) {
    const rows = await upsert(tx, jurisdiction, standings.slice(i, i + CHUNK));
    for (const id of rows) changed.add(id);
  }
  return changed;
}

async function upsert(tx: WriteTx, jurisdiction: string, standings: readonly PlacedStanding[]): Promise<string[]> {
  const { rows } = await sql<{ organisation_id: string }>`
    insert into standing (jurisdiction_id, obligation, subject_kind, subject_id, period_key, organisation_id, period_start,
      period_end, due_on, light, need, done, unit, awaiting, missing, changes_on, is_current)
    select ${jurisdiction}, r.* from jsonb_to_recordset(${JSON.stringify(standings.map(toRow))}::text::jsonb) as r(
      obligation text, subject_kind text, subject_id uuid, period_key text, organisation_id uuid, period_start date,
      period_end date, due_on date, light text, need numeric, done numeric, unit text, awaiting int, missing jsonb,
      changes_on date, is_current boolean)
    on conflict on constraint standing_pkey do update set
      organisation_id = excluded.organisation_id, period_start = excluded.period_start, period_end = excluded.period_end,
      due_on = excluded.due_on, light = excluded.light, need = excluded.need, done = excluded.done, unit = excluded.unit,
      awaiting = excluded.awaiting, missing = excluded.missing, changes_on = excluded.changes_on,
      is_current = excluded.is_current
    where (standing.organisation_id, standing.period_end, standing.due_on, standing.light, standing.need, standing.done,
        standing.awaiting, standing.missing, standing.changes_on, standing.is_current)
      is distinct from (excluded.organisation_id, excluded.period_end, excluded.due_on, excluded.light, excluded.need,
        excluded.done, excluded.awaiting, excluded.missing, excluded.changes_on, excluded.is_current)
    returning organisation_id`.execute(tx);
  return rows.map((row) => row.organisation_id);
}

const toRow = (standing: PlacedStanding) => ({
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

/** Standings that no longer exist: the posting was ended earlier, the duty was repealed. */
async function removeVanished(
  tx: WriteTx,
  jurisdiction: string,
  subjects: readonly string[],
  standings: readonly PlacedStanding[],
): Promise<string[]> {
  const kept = standings.map((s) => ({ o: s.obligation, s: s.subject.id, p: s.period.key }));
  const { rows } = await sql<{ organisation_id: string }>`
    delete from standing
    where jurisdiction_id = ${jurisdiction} and subject_id = any(${subjects as string[]}::uuid[])
      and (obligation, subject_id, period_key) not in (
        select o, s, p from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) as k(o text, s uuid, p text))
    returning organisation_id`.execute(tx);
  return rows.map((row) => row.organisation_id);
}
