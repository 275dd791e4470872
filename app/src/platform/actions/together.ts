import { writeAudits } from '../audit/write-audit.ts';
import { DatabaseAway } from '../database/database-away.ts';
import { type Database, inJurisdiction } from '../database/transaction.ts';
import type { Outcome, TogetherCall, WriteAction } from './action.ts';

/**
 * Transactions of one action under way at a time; what arrives meanwhile waits and goes together. Several, because a
 * call that waited for one commit waits for another one after it.
 */
const AT_ONCE = 4;
const MOST_TOGETHER = 64;

interface Waiting {
  readonly call: TogetherCall<never>;
  readonly alone: () => Promise<unknown>;
  readonly answer: (answer: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Runs a call in one transaction with others that are waiting; while nobody waits, alone and at once. It is answered
 * after the commit. When the common transaction fails, each call is run alone, so that nobody suffers for another.
 */
export function together(
  database: Database,
  action: WriteAction,
  call: TogetherCall<never>,
  alone: () => Promise<unknown>,
): Promise<unknown> {
  const lane = laneOf(database, action, call.context.jurisdiction);
  return new Promise((answer, fail) => lane.add({ call, alone, answer, fail }));
}

const lanes = new WeakMap<Database, Map<string, Lane>>();

function laneOf(database: Database, action: WriteAction, jurisdiction: string): Lane {
  const ofDatabase = lanes.get(database) ?? new Map<string, Lane>();
  lanes.set(database, ofDatabase);
  const key = `${jurisdiction} ${action.id}`;
  const lane = ofDatabase.get(key) ?? new Lane(database, action, jurisdiction);
  ofDatabase.set(key, lane);
  return lane;
}

class Lane {
  readonly #database: Database;
  readonly #action: WriteAction;
  readonly #jurisdiction: string;
  readonly #waiting: Waiting[] = [];
  #running = 0;

  constructor(database: Database, action: WriteAction, jurisdiction: string) {
    this.#database = database;
    this.#action = action;
    this.#jurisdiction = jurisdiction;
  }

  add(one: Waiting): void {
    this.#waiting.push(one);
    this.#start();
  }

  #start(): void {
    while (this.#running < AT_ONCE && this.#waiting.length > 0) {
      this.#running += 1;
      void this.#run(this.#waiting.splice(0, MOST_TOGETHER)).finally(() => {
        this.#running -= 1;
        this.#start();
      });
    }
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    const alone = batch.length === 1;
    const outcomes = alone ? [] : await this.#commit(batch).catch((error: unknown) => afterFailure(batch, error));
    await Promise.all(batch.map((one, i) => settle(one, outcomes[i] ?? 'alone')));
  }

  #commit(batch: readonly Waiting[]): Promise<readonly Outcome<unknown>[]> {
    const action = this.#action;
    return inJurisdiction(this.#database, this.#jurisdiction, async (tx) => {
      const calls = batch.map(({ call }) => call);
      const ran = await action.runTogether?.(calls, tx);
      if (!ran) return [];
      const { outcomes, written } = ran;
      const done = calls.filter((_, i) => typeof outcomes[i] === 'object' && 'answer' in outcomes[i]);
      const rows = done.map(({ input, context: { scope, now } }) => {
        return { scope, now, action: action.id, outcome: 'done' as const, ...action.audit(input) };
      });
      await Promise.all([written, writeAudits(tx, rows)]);
      return outcomes;
    });
  }
}

type Settled = Outcome<unknown> | { readonly failed: DatabaseAway };

/** Each call alone, unless the database is away: then alone would do no better. */
const afterFailure = (batch: readonly Waiting[], error: unknown): readonly Settled[] =>
  error instanceof DatabaseAway ? batch.map(() => ({ failed: error })) : [];

async function settle(one: Waiting, outcome: Settled): Promise<void> {
  if (outcome === 'alone') await one.alone().then(one.answer, one.fail);
  else if ('failed' in outcome) one.fail(outcome.failed);
  else if ('answer' in outcome) one.answer(outcome.answer);
  else one.fail(outcome.refused);
}
