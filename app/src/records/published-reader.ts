import type { PublishedResult, World } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

export interface PublishedQuery {
  readonly asOf: string;
  /** Without what was published at this instant or later. */
  readonly knownAt?: string;
  /** Which ratings. */
  readonly published: ReadonlySet<string>;
  /** Only results of those in this world; without it of all. */
  readonly of?: Pick<World, 'organisations' | 'persons' | 'postings'>;
}

/**
 * Results of ratings as they were public on a day: of each period those of its last version, and since when there was one.
 * Nothing where no duty reads any.
 */
export async function readPublished(
  tx: ReadTx,
  { asOf, knownAt, published, of }: PublishedQuery,
): Promise<Pick<World, 'published'>> {
  if (published.size === 0) return {};
  const ids = of && [...of.organisations, ...of.persons, ...of.postings].map(({ id }) => id);
  const known = sql`r.jurisdiction_id = ${tx.jurisdictionId} and r.rating = any(${[...published]}) and r.published_on <= ${asOf}::date
    and ${knownAt === undefined ? sql`true` : sql`r.published_at < ${knownAt}::timestamptz`}`;
  const { rows } = await sql<Omit<PublishedResult, 'subject'> & PublishedResult['subject']>`
    with last as (select distinct on (r.rating, r.period_key) r.id, r.rating, r.period_key
      from rating_run r where ${known} order by r.rating, r.period_key, r.version desc)
    select last.rating, last.period_key as period, x.subject_kind as kind, x.subject_id as id, x.steps,
      (select min(r.published_on) from rating_result earlier
        join rating_run r on r.jurisdiction_id = earlier.jurisdiction_id and r.id = earlier.run_id
        where earlier.jurisdiction_id = x.jurisdiction_id and earlier.subject_id = x.subject_id
          and r.rating = last.rating and r.period_key = last.period_key and ${known}) as on
    from last join rating_result x on x.jurisdiction_id = ${tx.jurisdictionId} and x.run_id = last.id
    where ${ids ? sql`x.subject_id = any(${ids}::uuid[])` : sql`true`}
    order by last.rating, last.period_key, x.subject_id`.execute(tx);
  return { published: rows.map(({ kind, id, ...row }) => ({ ...row, subject: { kind, id } })) };
}
