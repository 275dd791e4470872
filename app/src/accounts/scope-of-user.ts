import type { Scope } from '../platform/access/scope.ts';
import { type Database, readJurisdiction } from '../platform/database/transaction.ts';
import { readScope } from './scope-reader.ts';

/** What the account of a user name may do in a jurisdiction on a day; null when there is none. */
export async function findScopeOfUser(
  database: Database,
  jurisdiction: string,
  username: string,
  today: string,
): Promise<Scope | null> {
  const place = await database.shared
    .selectFrom('login_account')
    .innerJoin('login', 'login.id', 'login_account.login_id')
    .select('login_account.account_id as account')
    .where('login.username', '=', username)
    .where('login_account.jurisdiction_id', '=', jurisdiction)
    .executeTakeFirst();
  return place ? readJurisdiction(database, jurisdiction, (tx) => readScope(tx, place.account, today)) : null;
}
