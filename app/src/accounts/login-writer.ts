import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '../platform/database/transaction.ts';
import { findViolation } from '../platform/database/violation.ts';
import { usernameTaken } from './problems.ts';

export interface NewLogin {
  /** Login and account of one person bear the same id. */
  readonly account: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

/**
 * Makes a login in the transaction that makes its account, in the tables and with the hash of the auth
 * library, whose own function would write through another connection.
 * @throws ActionError `conflict` when the name is taken.
 */
export async function writeLogin(tx: WriteTx, login: NewLogin): Promise<void> {
  const { account, username, displayName, password } = login;
  const hash = await hashPassword(password);
  try {
    await tx
      .insertInto('login')
      .values({
        id: account,
        name: displayName,
        email: `${account}@login.invalid`,
        username,
        display_username: username,
      })
      .execute();
  } catch (error) {
    throw findViolation(error)?.name === 'login_username_key' ? usernameTaken() : error;
  }
  await tx
    .insertInto('credential')
    .values({ id: uuidv7(), account_id: account, provider_id: 'credential', user_id: account, password: hash })
    .execute();
  await tx
    .insertInto('login_account')
    .values({ login_id: account, jurisdiction_id: tx.jurisdictionId, account_id: account })
    .execute();
}

/** Gives a login another password and ends all its sessions. */
export async function replacePassword(tx: WriteTx, login: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await tx
    .updateTable('credential')
    .set({ password: hash, updated_at: new Date() })
    .where('user_id', '=', login)
    .where('provider_id', '=', 'credential')
    .execute();
  await endSessions(tx, login);
}

export async function endSessions(tx: WriteTx, login: string): Promise<void> {
  await tx.deleteFrom('session').where('user_id', '=', login).execute();
}
