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

/** Statements with more parameters than this come in too many shapes to keep each one prepared. */
const MOST_PREPARED_PARAMETERS = 64;

/** Kysely on a transaction that is already open: it neither begins nor ends one. */
export class TransactionDialect implements Dialect {
  readonly #sql: postgres.TransactionSql;

  constructor(sql: postgres.TransactionSql) {
    this.#sql = sql;
  }

  createDriver = (): Driver => new OpenTransaction(this.#sql);
  createAdapter = (): PostgresAdapter => new PostgresAdapter();
  createQueryCompiler = (): PostgresQueryCompiler => new PostgresQueryCompiler();
  createIntrospector: Dialect['createIntrospector'] = (db) => new PostgresIntrospector(db);
}

class OpenTransaction implements Driver, DatabaseConnection {
  readonly #sql: postgres.TransactionSql;

  constructor(sql: postgres.TransactionSql) {
    this.#sql = sql;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const values = [...parameters] as postgres.ParameterOrJSON<never>[];
    const rows = await this.#sql.unsafe(sql, values, { prepare: values.length <= MOST_PREPARED_PARAMETERS });
    return { rows: Array.from(rows) as Row[], numAffectedRows: BigInt(rows.count ?? 0) };
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    const values = [...parameters] as postgres.ParameterOrJSON<never>[];
    for await (const rows of this.#sql.unsafe(sql, values).cursor(size)) yield { rows: rows as unknown as Row[] };
  }

  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this);
  releaseConnection = (): Promise<void> => Promise.resolve();
  init = (): Promise<void> => Promise.resolve();
  destroy = (): Promise<void> => Promise.resolve();
  beginTransaction = refuseNesting;
  commitTransaction = refuseNesting;
  rollbackTransaction = refuseNesting;
}

function refuseNesting(): never {
  throw new Error('A transaction is already open: use the tx that was handed in.');
}
