import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { FactHashes, Run, RunLayout, RunPack, RunResult } from './run.ts';

export interface RunFilter {
  readonly id?: string;
  readonly rating?: string;
  readonly period?: string;
}

/** Runs of a jurisdiction, the latest period and version first; at most `MOST_RUNS`. What is visible in them is asked apart. */
export async function readRuns(tx: ReadTx, { id, rating, period }: RunFilter): Promise<Run[]> {
  let query = tx
    .selectFrom('rating_run')
    .selectAll()
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .orderBy('period_key', 'desc')
    .orderBy('version', 'desc')
    .limit(MOST_RUNS);
  if (id !== undefined) query = query.where('id', '=', id);
  if (rating !== undefined) query = query.where('rating', '=', rating);
  if (period !== undefined) query = query.where('period_key', '=', period);
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, rating: row.rating, period: row.period_key, version: row.version, reason: row.reason },
    ...{ asOf: row.as_of, publishedAt: row.published_at, publishedOn: row.published_on, publishedBy: row.published_by },
    packs: row.packs as unknown as RunPack[],
    factHash: row.fact_hash,
    factHashes: row.fact_hashes as unknown as FactHashes,
    software: row.software,
    layout: row.layout as unknown as RunLayout,
  }));
}

/** Which ratings were published for which periods, as `rating period`. */
export async function publishedPeriods(tx: ReadTx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('rating_run')
    .select(['rating', 'period_key'])
    .distinct()
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .execute();
  return new Set(rows.map(({ rating, period_key }) => `${rating} ${period_key}`));
}

export const MOST_RUNS = 200;

/**
 * A run of which the caller may see something, and what that is.
 * @throws ActionError `not-found` for a run that is not there, or shows nobody within the scope
 */
export async function getRun(tx: ReadTx, scope: Scope, id: string): Promise<{ run: Run; results: RunResult[] }> {
  const [run] = await readRuns(tx, { id });
  const results = run ? await readResults(tx, scope, { runs: [id] }) : [];
  if (!run || results.length === 0) throw notFound({ 'zh-CN': '该公布结果', en: 'This published result' });
  return { run, results };
}

export interface ResultFilter {
  readonly runs: readonly string[];
  readonly subjects?: readonly string[];
}

/** Results of runs, of subjects within the scope; without a scope of all. */
export async function readResults(
  tx: ReadTx,
  scope: Scope | null,
  { runs, subjects }: ResultFilter,
): Promise<(RunResult & { readonly run: string })[]> {
  const { rows } = await sql<RunResult & { run: string; kind: RunResult['subject']['kind']; id: string }>`
    select r.run_id as run, r.subject_kind as kind, r.subject_id as id, r.organisation_id as organisation, r.name,
      r.score, r.grade, r.place, r.steps, r.consequences, r.shown_on as "shownOn", r.object_until as "objectUntil"
    from rating_result r
    where r.jurisdiction_id = ${tx.jurisdictionId} and r.run_id = any(${[...runs]}::uuid[])
      and ${subjects ? sql`r.subject_id = any(${[...subjects]}::uuid[])` : sql`true`} and ${seenBy(scope)}
    order by r.name, r.subject_id`.execute(tx);
  return rows.map(({ kind, id, ...row }) => ({ ...row, subject: { kind, id } }));
}

export interface RunCount {
  readonly run: string;
  readonly subjects: number;
  /** The last day on which anybody visible may object; null where the rules give no time for it. */
  readonly objectUntil: string | null;
}

/** How many subjects within the scope each run shows; runs that show none are left out. */
export async function countResults(tx: ReadTx, scope: Scope, runs: readonly string[]): Promise<RunCount[]> {
  const { rows } = await sql<RunCount>`
    select r.run_id as run, count(*)::int as subjects, max(r.object_until) as "objectUntil"
    from rating_result r
    where r.jurisdiction_id = ${tx.jurisdictionId} and r.run_id = any(${[...runs]}::uuid[]) and ${seenBy(scope)}
    group by r.run_id`.execute(tx);
  return rows;
}

const seenBy = (scope: Scope | null) =>
  scope
    ? visibleSubject(scope, { kind: 'r.subject_kind', id: 'r.subject_id', organisation: 'r.organisation_id' })
    : sql`true`;
