import { sql } from 'kysely';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, Uuid } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findGrants } from './account-reader.ts';
import { MANAGING, RoleSchema } from './account-schema.ts';

const NamedSchema = Type.Object({ id: Uuid(), name: Type.String() });

export const listAccounts = defineRead({
  id: 'accounts.list',
  title: { 'zh-CN': '账号名单', en: 'List accounts' },
  about: { 'zh-CN': '本辖区的账号及其授权。', en: 'The accounts of the jurisdiction and what they were granted.' },
  input: Type.Object(
    {
      search: Type.Optional(Type.String({ maxLength: 50, description: 'Part of the displayed name.' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
      after: Type.Optional(Uuid('Id of the last one seen; the list goes on behind it.')),
    },
    closed,
  ),
  output: Type.Object({
    accounts: Type.Array(
      Type.Object({
        id: Uuid(),
        username: Nullable(Type.String()),
        displayName: Type.String(),
        person: Nullable(Uuid()),
        closedAt: Nullable(Type.String()),
        lockedUntil: Nullable(Type.String()),
        grants: Type.Array(
          Type.Object({
            id: Uuid(),
            role: RoleSchema,
            organisation: Nullable(NamedSchema),
            from: Day(),
            to: Nullable(Day()),
          }),
        ),
      }),
    ),
    more: Type.Boolean({ description: 'There are more: go on with `after` = the last id.' }),
  }),
  errors: [],
  mayBeDoneBy: MANAGING,
  table: ({ accounts }, language) => {
    const say = (zh: string, en: string) => (language === 'en' ? en : zh);
    return {
      columns: [
        { key: 'username', header: say('用户名', 'User name') },
        { key: 'displayName', header: say('显示名', 'Name') },
        { key: 'grants', header: say('授权', 'Grants') },
        { key: 'closedAt', header: say('停用', 'Closed') },
      ],
      rows: accounts.map(({ id, username, displayName, grants, closedAt }) => ({
        id,
        username,
        displayName,
        grants: grants.map(({ role, organisation }) => [role, organisation?.name].filter(Boolean).join(' ')).join('；'),
        closedAt,
      })),
    };
  },
  async run({ search = '', limit = 100, after }, { tx, now }) {
    const found = await findPage(tx, search, after, limit + 1);
    const page = found.slice(0, limit);
    const [grants, names] = await Promise.all([
      findGrants(
        tx,
        page.map(({ id }) => id),
      ),
      findNames(
        tx,
        page.map(({ login }) => login),
        now,
      ),
    ]);
    const accounts = page.map(({ login, ...account }) => ({
      ...account,
      username: names.get(login)?.username ?? null,
      lockedUntil: names.get(login)?.locked ?? null,
      grants: grants.filter((grant) => grant.account === account.id).map(({ account: _, ...grant }) => grant),
    }));
    return { accounts, more: found.length > limit };
  },
});

interface Line {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly person: string | null;
  readonly closedAt: string | null;
}

async function findPage(tx: ReadTx, search: string, after: string | undefined, limit: number): Promise<Line[]> {
  const part = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const behind = after
    ? sql`(a.display_name, a.id) > (select b.display_name, b.id from account b
        where b.jurisdiction_id = ${tx.jurisdictionId} and b.id = ${after}::uuid)`
    : sql`true`;
  const { rows } = await sql<Line>`select a.id, a.login_id as login, a.display_name as "displayName",
      a.person_id as person, a.closed_at as "closedAt"
    from account a where a.jurisdiction_id = ${tx.jurisdictionId} and a.display_name like ${part} and ${behind}
    order by a.display_name, a.id limit ${limit}`.execute(tx);
  return rows;
}

/** Logins lie in tables of no jurisdiction, apart from the accounts. */
async function findNames(tx: ReadTx, logins: readonly string[], now: string) {
  const { rows } = await sql<{ id: string; username: string; locked: string | null }>`
    select l.id, l.username, case when f.locked_until > ${now}::timestamptz then f.locked_until end as locked
    from login l left join sign_in_failure f on f.username = l.username
    where l.id = any(${logins as string[]}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
