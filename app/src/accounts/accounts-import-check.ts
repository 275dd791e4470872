import { sql } from 'kysely';
import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';
import type { AccountCsvRow } from './accounts-csv.ts';
import { PERSON_NEEDED } from './problems.ts';

/**
 * Checks rows against each other and against what is there; gives the ids of their organisations by code.
 * What is wrong goes to `errors`.
 */
export async function checkAccounts(
  { tx }: ActionContext<WriteTx>,
  rows: readonly AccountCsvRow[],
  errors: RowErrors,
): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(rows.map(({ organisationCode }) => organisationCode).filter((code) => code !== ''))];
  const found = await sql<{ code: string; id: string }>`select code, id from organisation
    where jurisdiction_id = ${tx.jurisdictionId} and code = any(${codes}::text[])`.execute(tx);
  const organisations = new Map(found.rows.map(({ code, id }) => [code, id]));
  const names = [...new Set(rows.map(({ username }) => username))];
  const taken = await sql<{ username: string }>`select username from login
    where username = any(${names}::text[])`.execute(tx);
  const takenNames = new Set(taken.rows.map(({ username }) => username));
  const first = new Map<string, AccountCsvRow>();
  for (const row of rows) {
    const before = first.get(row.username) ?? row;
    first.set(row.username, before);
    if (takenNames.has(row.username)) errors.add(row.row, 'username', 'username-taken', TAKEN);
    if (before.displayName !== row.displayName || before.personKey !== row.personKey) {
      errors.add(row.row, 'username', 'double', UNLIKE(before.row));
    }
    if (row.organisationCode !== '' && !organisations.has(row.organisationCode)) {
      errors.add(row.row, 'organisation_code', 'organisation', UNKNOWN(row.organisationCode));
    }
    if (row.role === 'first-secretary' && row.personKey === '') {
      errors.add(row.row, 'person_key', 'person-needed', PERSON_NEEDED);
    }
  }
  return organisations;
}

const TAKEN = {
  'zh-CN': '该用户名已被使用；已有账号请用“授予角色”',
  en: 'this user name is taken; use the action that grants a role for accounts that exist',
};
const UNLIKE = (row: number) => ({
  'zh-CN': `与第 ${row} 行用户名相同，但显示名或人员不同`,
  en: `has the user name of row ${row}, but another displayed name or person`,
});
const UNKNOWN = (code: string) => ({
  'zh-CN': `没有代码为 ${code} 的组织`,
  en: `no organisation has the code ${code}`,
});
