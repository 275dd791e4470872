import { sql } from 'kysely';
import type { Role } from '../platform/access/scope.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { ACCOUNT } from './problems.ts';

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly person: string | null;
  readonly closedAt: string | null;
}

export async function findAccount(tx: ReadTx, id: string): Promise<AccountRow | undefined> {
  return tx
    .selectFrom('account')
    .select(['id', 'login_id as login', 'display_name as displayName', 'person_id as person', 'closed_at as closedAt'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @throws ActionError `not-found`. */
export async function getAccount(tx: ReadTx, id: string): Promise<AccountRow> {
  const found = await findAccount(tx, id);
  if (!found) throw notFound(ACCOUNT);
  return found;
}

/** The user name of a login; null for the local operator, who has none. */
export async function findUsername(tx: ReadTx, login: string): Promise<string | null> {
  const found = await tx.selectFrom('login').select('username').where('id', '=', login).executeTakeFirst();
  return found?.username ?? null;
}

type Named = { readonly id: string; readonly name: string };

export interface GrantLine {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly organisation: Named | null;
  readonly from: string;
  readonly to: string | null;
}

/** Grants that were not revoked, of these accounts. */
export async function findGrants(tx: ReadTx, accounts: readonly string[]): Promise<GrantLine[]> {
  const { rows } = await sql<GrantLine>`
    select g.id, g.account_id as account, g.role, g.valid_from as "from", g.valid_to as "to",
      case when g.organisation_id is not null then json_build_object('id', g.organisation_id, 'name', coalesce((
        select n.name from organisation_name n where n.jurisdiction_id = g.jurisdiction_id
          and n.organisation_id = g.organisation_id order by n.valid_from desc limit 1), '')) end as organisation
    from role_grant g
    where g.jurisdiction_id = ${tx.jurisdictionId} and g.account_id = any(${accounts as string[]}::uuid[])
      and g.revoked_at is null
    order by g.valid_from, g.role, g.id`.execute(tx);
  return rows;
}

/** True when such a row is there; administrators link accounts to people and organisations without reading them. */
export async function isThere(tx: ReadTx, table: 'person' | 'organisation', id: string): Promise<boolean> {
  const found = await tx
    .selectFrom(table)
    .select('id')
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
