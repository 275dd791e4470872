import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, NewId, type Static, Type, Uuid } from '../platform/actions/schema.ts';
import { normaliseUsername } from '../platform/auth/auth-library.ts';
import { findPasswordProblem } from '../platform/auth/password-rules.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { findAccount, findUsername, isThere } from './account-reader.ts';
import { DisplayName, MANAGING, Password, Username } from './account-schema.ts';
import { writeLogin } from './login-writer.ts';
import { otherContent, PERSON, weakPassword } from './problems.ts';

const Input = Type.Object(
  {
    id: NewId(),
    username: Username(),
    password: Password('The first password; tell it in person.'),
    displayName: DisplayName(),
    person: Type.Optional(Uuid('Whose account it is; a first secretary needs one.')),
  },
  closed,
);

export const openAccount = defineWrite({
  id: 'accounts.open',
  title: { 'zh-CN': '开设账号', en: 'Open an account' },
  about: {
    'zh-CN': '开设一个可以登录的账号；能做什么由随后的授权决定。',
    en: 'Opens an account that can sign in; what it may do is granted afterwards.',
  },
  input: Input,
  output: Type.Object({ id: Uuid(), again: Type.Boolean() }),
  errors: ['weak-password', 'username-taken', 'other-content'],
  mayBeDoneBy: MANAGING,
  audit: ({ id }) => ({ subject: id }),
  async run(input, context) {
    const { tx } = context;
    const username = normaliseUsername(input.username);
    if (await isAgain(tx, input, username)) return { id: input.id, again: true };
    const weak = findPasswordProblem(input.password, username);
    if (weak) throw weakPassword('password', weak);
    if (input.person && !(await isThere(tx, 'person', input.person))) throw notFound(PERSON);
    await writeAccount(context, { ...input, username, person: input.person ?? null });
    return { id: input.id, again: false };
  },
});

/** The very same account was opened before. Its password may have changed since and is not compared. */
async function isAgain(tx: WriteTx, input: Static<typeof Input>, username: string): Promise<boolean> {
  const found = await findAccount(tx, input.id);
  if (!found) return false;
  const same = found.displayName === input.displayName.trim() && found.person === (input.person ?? null);
  if (same && (await findUsername(tx, found.login)) === username) return true;
  throw otherContent();
}

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly person: string | null;
}

/** Account and login in one transaction. */
export async function writeAccount(
  { tx, jurisdiction }: Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction'>,
  account: NewAccount,
) {
  const displayName = account.displayName.trim();
  await writeLogin(tx, { account: account.id, username: account.username, displayName, password: account.password });
  await tx
    .insertInto('account')
    .values({
      jurisdiction_id: jurisdiction,
      id: account.id,
      login_id: account.id,
      person_id: account.person,
      display_name: displayName,
    })
    .execute();
}
