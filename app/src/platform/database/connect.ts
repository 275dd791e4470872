import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely } from 'kysely';
import type postgres from 'postgres';
import { type Connection, openClient } from './client.ts';
import { isDatabaseAway } from './database-away.ts';
import { OWNER, readPassword } from './embedded/cluster.ts';
import { Reviver } from './embedded/reviver.ts';
import { type Server, startServer } from './embedded/supervisor.ts';
import { migrate } from './migrate.ts';
import { Pool } from './pool.ts';
import { APP, newPassword, prepareDatabase } from './prepare.ts';
import type { Tables } from './schema.ts';
import { StatementDialect } from './statement-dialect.ts';

/** Where the data lies: in the embedded server of a folder, or, with `url`, in a PostgreSQL of yours (≥ 15). */
export interface DatabaseOptions {
  readonly dataFolder: string;
  /** Connection URL of the external database's owner: `postgres://owner:password@host:5432/luoshi`. */
  readonly url?: string | undefined;
  /** Connections at most. Default 20. */
  readonly connections?: number;
}

/** The database as the application uses it, under a role that owns nothing. It outlives a fall of the server. */
export interface Database {
  /**
   * Connections of the application's role; others after a loss, so do not keep it. Rows of a jurisdiction are only seen
   * through `inJurisdiction`.
   */
  readonly pool: postgres.Sql;
  /** The same as a query builder, for tables that belong to no jurisdiction: jurisdictions, packs, logins, sessions. */
  readonly shared: Kysely<Tables>;
  /** Where the application's role connects to at present, for another thread. Holds its password: never log it. */
  readonly connection: Connection;
  /** The embedded server, if there is one. */
  readonly server: Server | undefined;
  /** Ends all connections; stops the embedded server unless another process uses it. */
  close(): Promise<void>;
}

const DATABASE = 'luoshi';
const CONNECTIONS = 20;
const RECOVERED_WITHIN_MS = 60_000;
/** Held while preparing and migrating, so that two processes that start together do it once. */
const LOCK = 7_316_522;

/** Opens the database, started, prepared and migrated. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? openEmbedded(options) : openExternal(options, options.url);
}

/** A server that falls, or still recovers from a fall, while it is opened is started and asked again. */
async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  for (const until = Date.now() + RECOVERED_WITHIN_MS; ; await pause(100)) {
    try {
      return await openOnce(options);
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > until) throw error;
    }
  }
}

async function openOnce(options: DatabaseOptions): Promise<Database> {
  const server = await startServer({ dataFolder: options.dataFolder });
  const owner = { ...server.address, username: OWNER, password: server.ownerPassword, database: DATABASE };
  const app = { ...owner, username: APP, password: readPassword(server.place, 'app') };
  await makeDatabase(owner);
  await bringUpToDate(owner, app.password);
  const reviver = new Reviver(options.dataFolder, server, ({ address }) => pool.moveTo({ ...app, ...address }));
  const pool = new Pool(app, options.connections ?? CONNECTIONS, () => reviver.look());
  return use(pool, reviver);
}

async function openExternal(options: DatabaseOptions, url: string): Promise<Database> {
  const app = { url, username: APP, password: keepPassword(options.dataFolder) };
  await bringUpToDate({ url }, app.password);
  return connect(app, options.connections ?? CONNECTIONS);
}

/** Connects to a database that is ready, as the application's role. */
export const connect = (app: Connection, connections: number): Database => use(new Pool(app, connections));

function use(pool: Pool, reviver?: Reviver): Database {
  return {
    get pool() {
      return pool.client;
    },
    shared: new Kysely<Tables>({ dialect: new StatementDialect(() => pool.client) }),
    get connection() {
      return pool.connection;
    },
    get server() {
      return reviver?.server;
    },
    close: async () => {
      await reviver?.stop();
      await pool.end();
      if (reviver?.isRunning && !(await isUsedByOthers(reviver.server))) await reviver.server.stop();
    },
  };
}

/** Prepares and migrates the database of `connection`, which is its owner's. */
export async function bringUpToDate(connection: Connection, appPassword: string): Promise<readonly string[]> {
  return asOwner(connection, async (owner) => {
    await owner`select pg_advisory_lock(${LOCK})`;
    await prepareDatabase(owner, appPassword);
    return migrate(owner);
  });
}

/** One connection of the owner, for as long as `work` lasts. */
export async function asOwner<Result>(
  connection: Connection,
  work: (owner: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const owner = openClient(connection, 1);
  try {
    return await work(owner);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

async function makeDatabase(owner: Connection & { readonly database: string }): Promise<void> {
  await asOwner({ ...owner, database: 'postgres' }, async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`;
    const [found] = await sql`select from pg_database where datname = ${owner.database}`;
    if (found === undefined) await sql.unsafe(`create database ${owner.database}`);
  });
}

/** The last one out stops the server: a command line tool may have joined a running one, or been joined. */
async function isUsedByOthers({ address, ownerPassword }: Server): Promise<boolean> {
  const connection = { ...address, username: OWNER, password: ownerPassword, database: 'postgres' };
  return asOwner(connection, async (owner) => {
    const [row] = await owner<{ others: number }[]>`
      select count(*) as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return (row?.others ?? 0) > 0;
  });
}

function keepPassword(dataFolder: string): string {
  const file = join(dataFolder, 'app-password');
  mkdirSync(dataFolder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, newPassword(), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}
