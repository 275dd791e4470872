import type { SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import { policySpans } from '../packs/index.ts';
import type { Runtime } from '../platform/actions/dispatch.ts';
import { civilDay } from '../platform/clock/clock.ts';
import { inJurisdiction, type WriteTx } from '../platform/database/transaction.ts';
import { formsFromAbove, kindsLookingBelow } from './from-afar.ts';
import { neighbours } from './neighbours.ts';
import { countLights, rebuildRollups, shiftRollups } from './rollup-writer.ts';
import { computeStandings } from './standing-set.ts';
import { replaceStandings } from './standing-writer.ts';

/** Subjects in one round; what else is queued about them goes with them. */
const MOST_SUBJECTS = 500;

export interface Evaluated {
  /** Touched subjects taken from the queue; 0 when nothing was waiting or another evaluator is at work. */
  readonly taken: number;
  /** Organisations on whose rows a light, amount or date changed. */
  readonly organisations: readonly string[];
}

/**
 * Brings the stored standings of one jurisdiction up to date: of the subjects touched since the last call, or of all
 * when the civil day, the packs or the tree have changed. One transaction: a crash leaves the queue as it was.
 */
export async function evaluateTouched(
  runtime: Pick<Runtime, 'database' | 'clock' | 'timeZone'>,
  jurisdiction: string,
): Promise<Evaluated> {
  const today = civilDay(runtime.clock.now(), runtime.timeZone);
  return inJurisdiction(runtime.database, jurisdiction, async (tx) => {
    await tx.sql`set local synchronous_commit = off`; // queue and standings go together: what a crash undoes is done again
    const evaluated = await lockEvaluation(tx, jurisdiction);
    if (!evaluated) return { taken: 0, organisations: [] };
    const basis = await basisOf(tx, jurisdiction, today);
    const stale = evaluated.as_of !== today || evaluated.basis !== basis;
    const touched = await takeTouched(tx, jurisdiction, stale);
    if (!stale && touched.length === 0) return { taken: 0, organisations: [] };
    const changed = stale
      ? await evaluateAll(tx, jurisdiction, today, basis)
      : await evaluateSome(tx, jurisdiction, today, touched);
    return { taken: touched.length, organisations: [...changed] };
  });
}

/** The row that lets one evaluator work at a time; null while another holds it. */
async function lockEvaluation(tx: WriteTx, jurisdiction: string) {
  await sql`insert into evaluation (jurisdiction_id, as_of, basis) values (${jurisdiction}, '0001-01-01', '')
    on conflict do nothing`.execute(tx);
  const row = await tx
    .selectFrom('evaluation')
    .select(['as_of', 'basis'])
    .where('jurisdiction_id', '=', jurisdiction)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

async function takeTouched(tx: WriteTx, jurisdiction: string, all: boolean): Promise<SubjectRef[]> {
  const limit = all ? sql`` : sql`order by id limit ${MOST_SUBJECTS}`;
  const { rows } = await sql<{ kind: SubjectRef['kind']; id: string }>`
    with longest as (select subject_id from (
        select distinct on (subject_id) subject_id, id from standing_dirty
        where jurisdiction_id = ${jurisdiction} order by subject_id, id) waiting ${limit}),
      taken as (delete from standing_dirty
        where jurisdiction_id = ${jurisdiction} and subject_id in (select subject_id from longest)
        returning subject_kind, subject_id)
    select distinct subject_kind as kind, subject_id as id from taken`.execute(tx);
  return rows;
}

/** What all standings rest on besides entries: the packs in force, the shape of the tree, and published results. */
async function basisOf(tx: WriteTx, jurisdiction: string, today: string): Promise<string> {
  const spans = await policySpans(tx, jurisdiction, today);
  const packs = spans.map((span) => span.key).join(' ');
  const last = await tx
    .selectFrom('organisation_event')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const read = new Set(spans.flatMap(({ policy }) => [...policy.publishedRead]));
  return [packs, last?.id ?? '', ...(await lastPublished(tx, jurisdiction, read))].join(' ');
}

/** The last publication of the ratings that duties read. */
async function lastPublished(tx: WriteTx, jurisdiction: string, ratings: ReadonlySet<string>): Promise<string[]> {
  if (ratings.size === 0) return [];
  const run = await tx
    .selectFrom('rating_run')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('rating', 'in', [...ratings])
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run ? [run.id] : [];
}

async function evaluateAll(tx: WriteTx, jurisdiction: string, today: string, basis: string): Promise<Set<string>> {
  const changed = await replaceStandings(tx, jurisdiction, await computeStandings(tx, jurisdiction, today));
  await rebuildRollups(tx, jurisdiction);
  await tx.updateTable('evaluation').set({ as_of: today, basis }).where('jurisdiction_id', '=', jurisdiction).execute();
  return changed;
}

async function evaluateSome(
  tx: WriteTx,
  jurisdiction: string,
  today: string,
  touched: readonly SubjectRef[],
): Promise<Set<string>> {
  const spans = await policySpans(tx, jurisdiction, today);
  const reach = { below: formsFromAbove(spans).length > 0, lookingBelow: kindsLookingBelow(spans) };
  const subjects = await neighbours(tx, jurisdiction, touched, reach);
  const ids = subjects.map((subject) => subject.id);
  const before = await countLights(tx, jurisdiction, ids);
  const standings = await computeStandings(tx, jurisdiction, today, subjects);
  const changed = await replaceStandings(tx, jurisdiction, standings, ids);
  await shiftRollups(tx, jurisdiction, before, await countLights(tx, jurisdiction, ids));
  return changed;
}
