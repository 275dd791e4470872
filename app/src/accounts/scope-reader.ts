import { sql } from 'kysely';
import { joinReach, NO_REACH, type Reach, type Role, type Scope } from '../platform/access/scope.ts';
import type { ReadTx } from '../platform/database/transaction.ts';

interface Grant {
  readonly role: Role;
  readonly organisation: string | null;
}

interface AccountRow {
  readonly id: string;
  readonly displayName: string;
  readonly person: string | null;
}

/** What an account may do and see on a day; null when it does not exist or is closed. */
export async function readScope(tx: ReadTx, account: string, today: string): Promise<Scope | null> {
  const jurisdiction = tx.jurisdictionId;
  const [found] = (
    await sql<AccountRow>`select id, display_name as "displayName", person_id as person from account
      where jurisdiction_id = ${jurisdiction} and id = ${account}::uuid and closed_at is null`.execute(tx)
  ).rows;
  if (!found) return null;
  const grants = await readGrants(tx, account, today);
  const byRole: Partial<Record<Role, Reach>> = {};
  for (const [role, ofRole] of Map.groupBy(grants, (grant) => grant.role)) {
    byRole[role] = await readReach(tx, role, ofRole, found.person, today);
  }
  const { id, displayName, person } = found;
  const roles = Object.keys(byRole).sort() as Role[];
  return { jurisdiction, account: id, displayName, person, roles, byRole, ...joinReach(Object.values(byRole)) };
}

async function readGrants(tx: ReadTx, account: string, today: string): Promise<Grant[]> {
  const { rows } = await sql<Grant>`select role, organisation_id as organisation from role_grant
    where jurisdiction_id = ${tx.jurisdictionId} and account_id = ${account}::uuid and revoked_at is null
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`.execute(tx);
  return rows;
}

async function readReach(
  tx: ReadTx,
  role: Role,
  grants: readonly Grant[],
  person: string | null,
  today: string,
): Promise<Reach> {
  if (role === 'administrator') return NO_REACH;
  if (role === 'first-secretary') return person === null ? NO_REACH : readOwnPostings(tx, person, today);
  const subtrees = [...new Set(grants.flatMap(({ organisation }) => organisation ?? []))].sort();
  if (role !== 'sending-unit') return { ...NO_REACH, subtrees };
  return { ...NO_REACH, subtrees, postings: await readSentPostings(tx, subtrees) };
}

/** A first secretary sees the postings that run today, and the villages they are in. */
async function readOwnPostings(tx: ReadTx, person: string, today: string): Promise<Reach> {
  const { rows } = await sql<{ id: string; organisation: string }>`
    select id, organisation_id as organisation from posting
    where jurisdiction_id = ${tx.jurisdictionId} and person_id = ${person}::uuid
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    order by id`.execute(tx);
  return {
    subtrees: [],
    organisations: [...new Set(rows.map(({ organisation }) => organisation))].sort(),
    postings: rows.map(({ id }) => id),
  };
}

async function readSentPostings(tx: ReadTx, units: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from posting
    where jurisdiction_id = ${tx.jurisdictionId} and sending_organisation_id = any(${units as string[]}::uuid[])
    order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
