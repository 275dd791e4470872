import { defineWrite } from '../platform/actions/action.ts';
import { closed, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import { getAccount } from './account-reader.ts';
import { MANAGING } from './account-schema.ts';
import { endSessions } from './login-writer.ts';
import { ownAccount } from './problems.ts';
import { grantsChanged } from './scope-cache.ts';

export const closeAccount = defineWrite({
  id: 'accounts.close',
  title: { 'zh-CN': '关闭账号', en: 'Close an account' },
  about: {
    'zh-CN': '账号立即不能再登录，已登录的立即退出。所做的记录保留。',
    en: 'The account can no longer sign in and is signed out at once. What it recorded stays.',
  },
  input: Type.Object({ id: PathId('The account.') }, closed),
  output: Type.Object({ id: Uuid() }),
  errors: ['own-account'],
  mayBeDoneBy: MANAGING,
  audit: ({ id }) => ({ subject: id }),
  async run({ id }, { tx, scope, jurisdiction, now, afterCommit }) {
    const account = await getAccount(tx, id);
    if (id === scope.account) throw ownAccount();
    if (account.closedAt !== null) return { id };
    await tx
      .updateTable('account')
      .set({ closed_at: now })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .execute();
    await endSessions(tx, account.login);
    afterCommit(grantsChanged);
    return { id };
  },
});
