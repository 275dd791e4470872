import { defineWrite } from '../platform/actions/action.ts';
import { closed, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import { findPasswordProblem } from '../platform/auth/password-rules.ts';
import { findUsername, getAccount } from './account-reader.ts';
import { MANAGING, Password } from './account-schema.ts';
import { replacePassword } from './login-writer.ts';
import { accountClosed, weakPassword } from './problems.ts';
import { grantsChanged } from './scope-cache.ts';

export const resetPassword = defineWrite({
  id: 'accounts.reset-password',
  title: { 'zh-CN': '重设密码', en: 'Reset a password' },
  about: {
    'zh-CN': '为忘记密码或被锁定的账号设新密码，同时解锁；其已登录的设备退出。',
    en: 'Gives an account whose password is forgotten or locked a new one, unlocks it, and signs it out everywhere.',
  },
  input: Type.Object(
    { id: PathId('The account.'), password: Password('The new password; tell it in person.') },
    closed,
  ),
  output: Type.Object({ id: Uuid() }),
  errors: ['weak-password', 'account-closed'],
  mayBeDoneBy: MANAGING,
  audit: ({ id }) => ({ subject: id }),
  async run({ id, password }, { tx, afterCommit }) {
    const account = await getAccount(tx, id);
    if (account.closedAt !== null) throw accountClosed();
    const username = (await findUsername(tx, account.login)) ?? '';
    const weak = findPasswordProblem(password, username);
    if (weak) throw weakPassword('password', weak);
    await replacePassword(tx, account.login, password);
    await tx.deleteFrom('sign_in_failure').where('username', '=', username).execute();
    afterCommit(grantsChanged);
    return { id };
  },
});
