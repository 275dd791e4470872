import { sql } from 'kysely';
import type { WriteTx } from '../platform/database/transaction.ts';
import type { Run, RunResult } from './run.ts';

/** Keeps a run with its results, each table in one statement. */
export async function writeRun(tx: WriteTx, run: Run, results: readonly RunResult[]): Promise<void> {
  await tx
    .insertInto('rating_run')
    .values({
      ...{ jurisdiction_id: tx.jurisdictionId, id: run.id, rating: run.rating, period_key: run.period },
      ...{ version: run.version, reason: run.reason, as_of: run.asOf, software: run.software },
      ...{ published_at: run.publishedAt, published_on: run.publishedOn, published_by: run.publishedBy },
      packs: json(run.packs),
      fact_hash: run.factHash,
      fact_hashes: json(run.factHashes),
      layout: json(run.layout),
    })
    .execute();
  await sql`
    insert into rating_result (jurisdiction_id, run_id, subject_kind, subject_id, organisation_id, name, score, grade,
      place, steps, consequences, shown_on, object_until)
    select ${tx.jurisdictionId}, ${run.id}::uuid, subject_kind, subject_id, organisation_id, name, score, grade, place,
      steps, consequences, shown_on, object_until
    from jsonb_to_recordset(${JSON.stringify(results.map(rowFrom))}::text::jsonb) as row (subject_kind text,
      subject_id uuid, organisation_id uuid, name text, score jsonb, grade jsonb, place jsonb, steps jsonb,
      consequences jsonb, shown_on date, object_until date)`.execute(tx);
}

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::text::jsonb`;

const rowFrom = ({ subject, organisation, shownOn, objectUntil, ...row }: RunResult) => ({
  ...row,
  subject_kind: subject.kind,
  subject_id: subject.id,
  organisation_id: organisation,
  shown_on: shownOn,
  object_until: objectUntil,
});
