import { Kysely } from 'kysely';
import type postgres from 'postgres';
import { begin } from './begin.ts';
import type { Database } from './connect.ts';
import type { Tables } from './schema.ts';
import { StatementDialect } from './statement-dialect.ts';

export type { Database } from './connect.ts';

type Reads = 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'getExecutor' | 'executeQuery';
type Writes = 'insertInto' | 'updateTable' | 'deleteFrom' | 'mergeInto';

/**
 * An open transaction inside one jurisdiction: its rows and no others can be seen.
 * Every statement still names `jurisdiction_id`, so that it finds its index and, distributed, its node.
 */
export interface ReadTx extends Pick<Kysely<Tables>, Reads> {
  readonly jurisdictionId: string;
  /** The same connection in plain SQL, for COPY and for statements that the builder cannot say. */
  readonly sql: postgres.TransactionSql;
}

/** A transaction that may also write. A writer that asks for one cannot be called outside of it. */
export interface WriteTx extends ReadTx, Pick<Kysely<Tables>, Writes> {}

/** Runs `work` in a transaction of one jurisdiction: all of it happens, or nothing. */
export const inJurisdiction = <Result>(
  database: Database,
  jurisdictionId: string,
  work: (tx: WriteTx) => Promise<Result>,
): Promise<Result> => run(database, 'read write', jurisdictionId, work);

/** Runs `work` on one unchanging picture of a jurisdiction. */
export const readJurisdiction = <Result>(
  database: Database,
  jurisdictionId: string,
  work: (tx: ReadTx) => Promise<Result>,
): Promise<Result> => run(database, 'isolation level repeatable read read only', jurisdictionId, work);

class JurisdictionTransaction extends Kysely<Tables> implements WriteTx {
  readonly jurisdictionId: string;
  readonly sql: postgres.TransactionSql;

  constructor(jurisdictionId: string, sql: postgres.TransactionSql) {
    super({ dialect: new StatementDialect(() => sql) });
    this.jurisdictionId = jurisdictionId;
    this.sql = sql;
  }
}

const JURISDICTION_ID = /^[0-9A-Za-z-]{1,32}$/;

async function run<Result>(
  database: Database,
  mode: string,
  jurisdictionId: string,
  work: (tx: WriteTx) => Promise<Result>,
): Promise<Result> {
  if (!JURISDICTION_ID.test(jurisdictionId)) throw new Error(`Not the id of a jurisdiction: ${jurisdictionId}`);
  return begin(database.pool, mode, async (sql) => {
    // SET LOCAL, because a distributed database passes on no other form; unawaited, because it travels with the first query.
    const scoped = sql.unsafe(`set local luoshi.jurisdiction = '${jurisdictionId}'`).execute();
    const [result] = await Promise.all([work(new JurisdictionTransaction(jurisdictionId, sql)), scoped]);
    return result;
  });
}
