import { type Pack, type Policy, periodFromKey, type Rating, ratingPeriod, type World } from '@luoshi/engine';
import { packsInForce, policyInForce } from '../packs/index.ts';
import { ActionError, invalid, notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readAllFacts, readFacts, readPublished, readWorld } from '../records/index.ts';

export interface RatingQuestion {
  readonly rating: string;
  readonly period: string;
  readonly asOf: string;
}

/** The rules of a rating's day, and those on whom they are applied. */
export interface RatedWorld {
  readonly policy: Policy;
  readonly world: World;
  /** The day whose rules these are. */
  readonly rulesOf: string;
}

/**
 * Everything needed to rate: the rules in force on the period's last day, or on the day asked for when that is earlier.
 * @throws ActionError `invalid-input` for a period that is none, `not-found` for a rating the rules do not hold
 */
export async function readRatedWorld(tx: ReadTx, { rating, period, asOf }: RatingQuestion): Promise<RatedWorld> {
  const rulesOf = await dayOfRules(tx, { rating, period, asOf });
  const policy = await policyInForce(tx, tx.jurisdictionId, rulesOf);
  assertRated(policy, rating, period);
  return { policy, world: await readFactsOfDay(tx, asOf, policy.publishedRead), rulesOf };
}

/** The packs whose rules a rating of the period follows. */
export const packsOfPeriod = async (tx: ReadTx, question: RatingQuestion): Promise<readonly Pack[]> =>
  packsInForce(tx, tx.jurisdictionId, await dayOfRules(tx, question));

/**
 * Everything as known on a day, with what was published of the ratings that duties read; with an instant, without what was
 * recorded after it.
 */
export async function readFactsOfDay(
  tx: ReadTx,
  asOf: string,
  published: Policy['publishedRead'],
  knownAt?: string,
): Promise<World> {
  const jurisdiction = tx.jurisdictionId;
  const world = await readWorld(tx, { jurisdiction, asOf });
  const facts =
    knownAt === undefined
      ? await readAllFacts(tx, asOf)
      : await readFacts(tx, { jurisdiction, knownBy: asOf, knownAt });
  const shown = await readPublished(tx, { asOf, published, ...(knownAt === undefined ? {} : { knownAt }) });
  return { ...world, ...shown, facts };
}

/** The last day of the period as the rules of the day asked for name it; of the calendar where they have no such rating. */
async function dayOfRules(tx: ReadTx, { rating, period, asOf }: RatingQuestion): Promise<string> {
  const own = (await findPolicy(tx, tx.jurisdictionId, asOf))?.ratings.get(rating);
  const end = (own ? ratingPeriod(own, period) : periodFromKey(period))?.end;
  if (end === undefined) throw noPeriod(period);
  return end < asOf ? end : asOf;
}

/** The rules of a day; null when none were in force. */
export async function findPolicy(...[tx, jurisdiction, day]: Parameters<typeof policyInForce>) {
  try {
    return await policyInForce(tx, jurisdiction, day);
  } catch (error) {
    if (error instanceof ActionError && error.code === 'no-pack') return null;
    throw error;
  }
}

/** The rating meant. @throws ActionError when the rules have no such rating, or it is not done in such periods */
export function assertRated({ ratings }: Policy, id: string, period: string): Rating {
  const rating = ratings.get(id);
  if (!rating) throw notFound({ 'zh-CN': '该评分办法', en: 'This rating' });
  if (!ratingPeriod(rating, period)) throw noPeriod(period);
  return rating;
}

const noPeriod = (period: string) =>
  invalid('invalid-input', {
    'zh-CN': `“${period}”不是该评分办法的时段。请写成 2026、2026-H1、2026-Q3、2026-09、2026-W38、2026-03-T2（中旬）、2026-03-F1（上半月）、2026-03-05，或 2026-03+2、2024+3。`,
    en: `"${period}" is not a period of this rating. Write 2026, 2026-H1, 2026-Q3, 2026-09, 2026-W38, 2026-03-T2 (days 11–20), 2026-03-F1 (first half), 2026-03-05, or 2026-03+2, 2024+3.`,
  });
