import { type Policy, type Value, valueToJson, type World } from '@luoshi/engine';
import { Decimal } from 'decimal.js';
import type { Database } from '../../src/platform/database/transaction.ts';
import { readJurisdiction } from '../../src/platform/database/transaction.ts';
import { readFacts, readWorld } from '../../src/records/index.ts';
import type { NamedQuery } from './named-queries.ts';

/** A question to a county: which days, as known when. */
export interface Question {
  readonly period: { readonly key: string; readonly start: string; readonly end: string };
  readonly asOf: string;
}

/** An answer both ways can be brought to: `known 12.5`, `not-known`, `not-applicable`. */
export type Answer = string;

/** Quotients are kept at 34 digits; everything else is exact and has fewer. */
const Exact = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -60, toExpPos: 60 });

const known = (value: string): Answer => `known ${new Exact(value).plus(0).toFixed()}`;

function answerOf(value: Value): Answer {
  const json = valueToJson(value);
  if (json.state !== 'known') return json.state;
  return known(typeof json.value === 'boolean' ? String(Number(json.value)) : json.value);
}

/** Reads a county as the product reads it before it computes. */
export const readCounty = (database: Database, jurisdiction: string, asOf: string): Promise<World> =>
  readJurisdiction(database, jurisdiction, async (tx) => {
    const world = await readWorld(tx, { jurisdiction, asOf });
    return { ...world, facts: await readFacts(tx, { jurisdiction, knownBy: asOf }) };
  });

/** What the engine says of every organisation. */
export function byEngine(
  policy: Policy,
  world: World,
  measure: string,
  { period, asOf }: Question,
): Map<string, Answer> {
  const organisations = world.organisations.map(({ id }) => id);
  const values = policy.measure(world, { measure, period: period.key, asOf, organisations });
  return new Map([...values].map(([id, value]) => [id, answerOf(value)]));
}

/** What the queries written by hand say, one after the other on one connection. */
export const byHand = (
  database: Database,
  jurisdiction: string,
  queries: readonly NamedQuery[],
  { period, asOf }: Question,
): Promise<Map<string, Map<string, Answer>>> =>
  readJurisdiction(database, jurisdiction, async (tx) => {
    // Each query is planned once a connection, not once a question.
    await tx.sql.unsafe('set local plan_cache_mode = force_generic_plan');
    const answers = queries.map(async ({ measure, period: kind, sql }) => {
      const days = kind === 'to-date' ? [asOf, asOf] : [period.start, period.end];
      const rows = await tx.sql.unsafe<{ organisation: string; state: string; value: string | null }[]>(
        sql,
        [jurisdiction, ...days, asOf] as string[],
        { prepare: true },
      );
      const said = rows.map(({ organisation, state, value }): [string, Answer] => [
        organisation,
        state === 'known' ? known(String(value)) : state,
      ]);
      return [measure, new Map(said)] as const;
    });
    return new Map(await Promise.all(answers));
  });
