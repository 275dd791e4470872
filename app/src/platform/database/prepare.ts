import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { DatabaseFailure } from './failure.ts';

/** The role of the running application: may sign in, owns nothing. What it may touch stands in the migrations. */
export const APP = 'luoshi_app';

const OLDEST_MAJOR = 15;
const EXTENSIONS = ['btree_gist', 'pg_trgm'];

/** Extensions, time zone and the application's role: all that a database needs before its first migration. */
export async function prepareDatabase(owner: postgres.Sql, appPassword: string): Promise<void> {
  await assertNewEnough(owner);
  for (const name of EXTENSIONS) await makeExtension(owner, name);
  const [current] = await owner<{ name: string }[]>`select current_database() as name`;
  const database = quoteName(current?.name ?? '');
  await owner.unsafe(`alter database ${database} set timezone to 'UTC'`);
  await makeRole(owner, appPassword);
  await owner.unsafe(`grant connect on database ${database} to ${APP}`);
  await owner.unsafe(`revoke create on schema public from public`);
}

export const newPassword = (): string => randomBytes(24).toString('base64url');

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function assertNewEnough(owner: postgres.Sql): Promise<void> {
  const [row] = await owner<{ version: string }[]>`select current_setting('server_version_num') as version`;
  const major = Math.floor(Number(row?.version) / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new DatabaseFailure(
    `外部数据库是 PostgreSQL ${major}，需要 ${OLDEST_MAJOR} 或更高版本。`,
    `The external database is PostgreSQL ${major}; ${OLDEST_MAJOR} or later is needed.`,
  );
}

async function makeExtension(owner: postgres.Sql, name: string): Promise<void> {
  try {
    await owner.unsafe(`create extension if not exists ${name}`);
  } catch (cause) {
    throw new DatabaseFailure(
      `无法启用数据库扩展 ${name}：请安装 postgresql-contrib，或请数据库管理员执行 create extension ${name}。`,
      `The extension ${name} could not be created: install postgresql-contrib, or let the database's administrator run create extension ${name}.`,
      cause,
    );
  }
}

/** An owner without CREATEROLE is fine when someone made the role before: signing in shows whether the password fits. */
async function makeRole(owner: postgres.Sql, password: string): Promise<void> {
  const [found] = await owner`select 1 from pg_roles where rolname = ${APP}`;
  const verb = found === undefined ? 'create' : 'alter';
  try {
    await owner.unsafe(
      `${verb} role ${APP} login nosuperuser nocreatedb nocreaterole noinherit password '${password}'`,
    );
  } catch (cause) {
    if (found !== undefined && cause instanceof postgres.PostgresError && cause.code === '42501') return;
    throw new DatabaseFailure(
      `无法建立数据库角色 ${APP}：DATABASE_URL 中的账号需要 CREATEROLE 权限。`,
      `The database role ${APP} could not be made: the account in DATABASE_URL needs CREATEROLE.`,
      cause,
    );
  }
}
