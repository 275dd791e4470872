import { readPersonKeys } from '../people/index.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { takeReceipt } from '../platform/imports/import-receipt.ts';
import { readCsv } from '../platform/imports/read-csv.ts';
import { RowErrors } from '../platform/imports/row-errors.ts';
import { stableId } from '../platform/imports/stable-id.ts';
import { MANAGING } from './account-schema.ts';
import { ACCOUNTS_CSV, type AccountCsvRow, accountFromRow, makePassword } from './accounts-csv.ts';
import { checkAccounts } from './accounts-import-check.ts';
import { type Grant, writeGrants } from './grant.ts';
import { type NewAccount, writeAccount } from './open-account.ts';
import { grantsChanged } from './scope-cache.ts';

export const importAccounts = defineWrite({
  id: 'accounts.import',
  title: { 'zh-CN': '导入账号', en: 'Import accounts' },
  about: {
    'zh-CN': '从 CSV 开设账号并授权：全部或一个也不。没有填写密码的，系统生成并只在本次结果中显示一次。',
    en: 'Opens accounts and grants roles from CSV, all or none. Passwords left blank are made and shown once, in this answer.',
  },
  input: Type.Object(
    {
      csv: Type.String({
        minLength: 1,
        maxLength: 4 * 1024 * 1024,
        description:
          'CSV (UTF-8, header first). Columns: username, display_name, role, password, person_key, organisation_code, from, to.',
      }),
      fileName: Type.Optional(Type.String({ maxLength: 200, description: 'Name of the file, kept in the receipt.' })),
    },
    closed,
  ),
  output: Type.Object({
    rows: Type.Integer(),
    opened: Type.Integer(),
    granted: Type.Integer(),
    again: Type.Boolean({ description: 'The same content was imported before; nothing was done.' }),
    passwords: Type.Array(Type.Object({ username: Type.String(), password: Type.String() })),
  }),
  errors: ['csv-damaged', 'csv-header', 'csv-empty', 'csv-too-long', 'rows'],
  mayBeDoneBy: MANAGING,
  bodyLimit: 4 * 1024 * 1024,
  audit: ({ fileName }) => ({ detail: { file: fileName ?? '' } }),
  async run({ csv, fileName }, context) {
    const rows = readCsv(csv, ACCOUNTS_CSV);
    const file = { kind: 'accounts', content: csv, fileName: fileName ?? 'accounts.csv', rows: rows.length };
    if (!(await takeReceipt(context, file))) {
      return { rows: rows.length, opened: 0, granted: 0, again: true, passwords: [] };
    }
    const errors = new RowErrors();
    const read = rows.map((row) => accountFromRow(row, context.today, errors));
    const { accounts, grants, made } = await planned(context, read, errors);
    for (let at = 0; at < accounts.length; at += 4) {
      await Promise.all(accounts.slice(at, at + 4).map((account) => writeAccount(context, account)));
    }
    await writeGrants(context, grants);
    context.afterCommit(grantsChanged);
    return { rows: rows.length, opened: accounts.length, granted: grants.length, again: false, passwords: made };
  },
});

/** An account's id follows from its user name; a grant's from account, role, organisation and first day. */
async function planned(context: ActionContext<WriteTx>, rows: readonly AccountCsvRow[], errors: RowErrors) {
  const { jurisdiction } = context;
  const keys = rows.map(({ personKey }) => personKey);
  const personOf = await readPersonKeys(context, keys, 'jurisdiction');
  const organisations = await checkAccounts(context, rows, errors);
  const accounts = new Map<string, NewAccount>();
  const grants = new Map<string, Grant>();
  const made: { username: string; password: string }[] = [];
  for (const one of rows) {
    const id = stableId(jurisdiction, 'account', one.username);
    const person = one.personKey === '' ? null : personOf(one.row, one.personKey, errors);
    if (!accounts.has(one.username)) {
      const password = one.password || makePassword();
      if (one.password === '') made.push({ username: one.username, password });
      accounts.set(one.username, { id, username: one.username, password, displayName: one.displayName, person });
    }
    const organisation = organisations.get(one.organisationCode) ?? null;
    const grant = { account: id, role: one.role, organisation, from: one.from, to: one.to };
    const grantId = stableId(jurisdiction, 'grant', `${id}/${one.role}/${organisation ?? ''}/${one.from}`);
    grants.set(grantId, { id: grantId, ...grant });
  }
  errors.throwIfAny();
  return { accounts: [...accounts.values()], grants: [...grants.values()], made };
}
