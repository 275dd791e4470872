import { type Pack, type Policy, periodFromKey, type World } from '@luoshi/engine';
import { packsInForce, policyInForce } from '../packs/index.ts';
import { invalid, notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts, readWorld } from '../records/index.ts';

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
  const rulesOf = dayOfRules(period, asOf);
  const policy = await policyInForce(tx, tx.jurisdictionId, rulesOf);
  assertRated(policy, rating, period);
  return { policy, world: await readFactsOfDay(tx, asOf), rulesOf };
}

/** The packs whose rules a rating of the period follows. */
export const packsOfPeriod = (tx: ReadTx, { period, asOf }: RatingQuestion): Promise<readonly Pack[]> =>
  packsInForce(tx, tx.jurisdictionId, dayOfRules(period, asOf));

/** Everything as known on a day; with an instant, without what was recorded after it. */
export async function readFactsOfDay(tx: ReadTx, asOf: string, knownAt?: string): Promise<World> {
  const jurisdiction = tx.jurisdictionId;
  const world = await readWorld(tx, { jurisdiction, asOf });
  const known = { knownBy: asOf, ...(knownAt === undefined ? {} : { knownAt }) };
  return { ...world, facts: await readFacts(tx, { jurisdiction, ...known }) };
}

function dayOfRules(period: string, asOf: string): string {
  const end = periodFromKey(period)?.end;
  if (end === undefined) throw noPeriod(period);
  return end < asOf ? end : asOf;
}

/** @throws ActionError when the rules have no such rating, or it is not done in such periods */
export function assertRated({ ratings }: Policy, id: string, period: string): void {
  const rating = ratings.get(id);
  if (!rating) throw notFound({ 'zh-CN': '该评分办法', en: 'This rating' });
  if (!FITS[rating.period.every].test(period)) throw noPeriod(period);
}

const FITS = {
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-Q[1-4]$/,
  'half-year': /^\d{4}-H[12]$/,
  year: /^\d{4}$/,
} as const;

const noPeriod = (period: string) =>
  invalid('invalid-input', {
    'zh-CN': `“${period}”不是该评分办法的时段。请写成 2026、2026-H1、2026-Q3 或 2026-09。`,
    en: `"${period}" is not a period of this rating. Write 2026, 2026-H1, 2026-Q3 or 2026-09.`,
  });
