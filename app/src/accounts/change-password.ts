import { verifyPassword } from 'better-auth/crypto';
import { ROLES } from '../platform/access/scope.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { findPasswordProblem } from '../platform/auth/password-rules.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findUsername, getAccount } from './account-reader.ts';
import { Password } from './account-schema.ts';
import { replacePassword } from './login-writer.ts';
import { fieldProblem, WRONG_PASSWORD, weakPassword } from './problems.ts';
import { grantsChanged } from './scope-cache.ts';

export const changePassword = defineWrite({
  id: 'accounts.change-password',
  title: { 'zh-CN': '修改密码', en: 'Change the password' },
  about: {
    'zh-CN': '修改自己的密码；所有已登录的设备都要重新登录。',
    en: 'Changes your own password; every device has to sign in again.',
  },
  input: Type.Object({ current: Password('The current password.'), next: Password('The new password.') }, closed),
  output: Type.Object({ signedOut: Type.Boolean() }),
  errors: ['wrong-password', 'weak-password'],
  mayBeDoneBy: ROLES,
  audit: () => ({}),
  async run({ current, next }, { tx, scope, afterCommit }) {
    const { login } = await getAccount(tx, scope.account);
    const hash = await findHash(tx, login);
    if (hash === null || !(await verifyPassword({ hash, password: current }))) {
      throw fieldProblem('current', 'wrong-password', WRONG_PASSWORD);
    }
    const weak = findPasswordProblem(next, (await findUsername(tx, login)) ?? '');
    if (weak) throw weakPassword('next', weak);
    await replacePassword(tx, login, next);
    afterCommit(grantsChanged);
    return { signedOut: true };
  },
});

async function findHash(tx: ReadTx, login: string): Promise<string | null> {
  const row = await tx
    .selectFrom('credential')
    .select('password')
    .where('user_id', '=', login)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}
