import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import { MANAGING } from './account-schema.ts';
import { GRANT, ownAccount } from './problems.ts';
import { grantsChanged } from './scope-cache.ts';

export const revokeRole = defineWrite({
  id: 'accounts.revoke',
  title: { 'zh-CN': '撤销角色', en: 'Revoke a role' },
  about: {
    'zh-CN': '撤销一项授权，立即生效。不能撤销自己的。',
    en: 'Revokes a grant, at once. Nobody revokes their own.',
  },
  input: Type.Object({ id: PathId('The grant.') }, closed),
  output: Type.Object({ id: Uuid() }),
  errors: ['own-account'],
  mayBeDoneBy: MANAGING,
  audit: ({ id }) => ({ subject: id }),
  async run({ id }, { tx, scope, jurisdiction, now, afterCommit }) {
    const grant = await tx
      .selectFrom('role_grant')
      .select(['account_id', 'revoked_at'])
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!grant) throw notFound(GRANT);
    if (grant.account_id === scope.account) throw ownAccount();
    if (grant.revoked_at !== null) return { id };
    await tx
      .updateTable('role_grant')
      .set({ revoked_at: now })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .execute();
    afterCommit(grantsChanged);
    return { id };
  },
});
