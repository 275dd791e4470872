import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type postgres from 'postgres';
import { translateFailure } from './database-away.ts';

/** Statements with more parameters than this come in too many shapes to keep each one prepared. */
const MOST_PREPARED_PARAMETERS = 64;

type Sender = Pick<postgres.Sql, 'unsafe'>;

/**
 * Kysely on a client, or on a transaction that is open already: each statement goes out by itself, and none begins or ends
 * a transaction. `sender` is asked for each statement.
 */
export class StatementDialect implements Dialect {
  readonly #sender: () => Sender;

  constructor(sender: () => Sender) {
    this.#sender = sender;
  }

  createDriver = (): Driver => new StatementDriver(this.#sender);
  createAdapter = (): PostgresAdapter => new PostgresAdapter();
  createQueryCompiler = (): PostgresQueryCompiler => new PostgresQueryCompiler();
  createIntrospector: Dialect['createIntrospector'] = (db) => new PostgresIntrospector(db);
}

class StatementDriver implements Driver, DatabaseConnection {
  readonly #sender: () => Sender;

  constructor(sender: () => Sender) {
    this.#sender = sender;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const values = [...parameters] as postgres.ParameterOrJSON<never>[];
    try {
      const rows = await this.#sender().unsafe(sql, values, { prepare: values.length <= MOST_PREPARED_PARAMETERS });
      return { rows: Array.from(rows) as Row[], numAffectedRows: BigInt(rows.count ?? 0) };
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    const values = [...parameters] as postgres.ParameterOrJSON<never>[];
    for await (const rows of this.#sender().unsafe(sql, values).cursor(size)) yield { rows: rows as unknown as Row[] };
  }

  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this);
  releaseConnection = (): Promise<void> => Promise.resolve();
  init = (): Promise<void> => Promise.resolve();
  destroy = (): Promise<void> => Promise.resolve();
  beginTransaction = refuseTransaction;
  commitTransaction = refuseTransaction;
  rollbackTransaction = refuseTransaction;
}

function refuseTransaction(): never {
  throw new Error('Transactions are opened by inJurisdiction and readJurisdiction; inside of one use its tx.');
}
