import { isDeepStrictEqual } from 'node:util';
import type { Role } from '../platform/access/scope.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { type AccountRow, getAccount, isThere } from './account-reader.ts';
import { MANAGING, RoleSchema } from './account-schema.ts';
import { type Grant, needsOrganisation, writeGrants } from './grant.ts';
import {
  accountClosed,
  END_BEFORE_START,
  fieldProblem,
  NO_ORGANISATION,
  ORGANISATION,
  ORGANISATION_NEEDED,
  otherContent,
  ownAccount,
  PERSON_NEEDED,
} from './problems.ts';
import { grantsChanged } from './scope-cache.ts';

export const grantRole = defineWrite({
  id: 'accounts.grant',
  title: { 'zh-CN': '授予角色', en: 'Grant a role' },
  about: {
    'zh-CN': '授予账号一个角色及其组织范围，可设最后一天。不能授予自己。',
    en: 'Grants an account a role within an organisation, until a last day if given. Nobody grants to themselves.',
  },
  input: Type.Object(
    {
      id: NewId(),
      account: Uuid(),
      role: RoleSchema,
      organisation: Type.Optional(
        Uuid('The role reaches this one and all below; not for administrator and first-secretary.'),
      ),
      from: Type.Optional(Day('First day; today when absent.')),
      to: Type.Optional(Day('Last day.')),
    },
    closed,
  ),
  output: Type.Object({ id: Uuid(), again: Type.Boolean() }),
  errors: [
    'own-account',
    'account-closed',
    'organisation-needed',
    'no-organisation',
    'person-needed',
    'end-before-start',
    'other-content',
  ],
  mayBeDoneBy: MANAGING,
  audit: ({ id, account, role, organisation }) => ({
    subject: account,
    detail: { grant: id, role, ...(organisation ? { organisation } : {}) },
  }),
  async run(input, context) {
    const { tx, scope, today, afterCommit } = context;
    const account = await getAccount(tx, input.account);
    const { organisation = null, from = today, to = null } = input;
    const grant: Grant = { id: input.id, account: account.id, role: input.role as Role, organisation, from, to };
    if (account.id === scope.account) throw ownAccount();
    if (account.closedAt !== null) throw accountClosed();
    await assertFits(tx, account, grant);
    if (await isAgain(tx, grant)) return { id: grant.id, again: true };
    await writeGrants(context, [grant]);
    afterCommit(grantsChanged);
    return { id: grant.id, again: false };
  },
});

async function assertFits(tx: WriteTx, account: AccountRow, { role, organisation, from, to }: Grant): Promise<void> {
  if (needsOrganisation(role) && organisation === null) {
    throw fieldProblem('organisation', 'organisation-needed', ORGANISATION_NEEDED);
  }
  if (!needsOrganisation(role) && organisation !== null) {
    throw fieldProblem('organisation', 'no-organisation', NO_ORGANISATION);
  }
  if (role === 'first-secretary' && account.person === null)
    throw fieldProblem('account', 'person-needed', PERSON_NEEDED);
  if (to !== null && to < from) throw fieldProblem('to', 'end-before-start', END_BEFORE_START);
  if (organisation !== null && !(await isThere(tx, 'organisation', organisation))) throw notFound(ORGANISATION);
}

async function isAgain(tx: WriteTx, grant: Grant): Promise<boolean> {
  const found = await tx
    .selectFrom('role_grant')
    .select([
      'id',
      'account_id as account',
      'role',
      'organisation_id as organisation',
      'valid_from as from',
      'valid_to as to',
    ])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '=', grant.id)
    .executeTakeFirst();
  if (!found) return false;
  if (isDeepStrictEqual({ ...found }, { ...grant })) return true;
  throw otherContent();
}
