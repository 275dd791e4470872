import { ROLES, type Role } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, Uuid } from '../platform/actions/schema.ts';
import { findGrants, findUsername, getAccount } from './account-reader.ts';
import { RoleSchema } from './account-schema.ts';

const NamedSchema = Type.Object({ id: Uuid(), name: Type.String() });

export const readMe = defineRead({
  id: 'accounts.me',
  title: { 'zh-CN': '我的账号', en: 'My account' },
  about: {
    'zh-CN': '当前账号是谁、有哪些角色和范围、可以进行哪些操作。',
    en: 'Who is signed in, with which roles, how far they reach, and which actions they include.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    account: Uuid(),
    username: Nullable(Type.String()),
    displayName: Type.String(),
    person: Nullable(Uuid()),
    jurisdiction: Type.Object({ id: Type.String(), name: Type.String(), level: Type.Integer() }),
    roles: Type.Array(RoleSchema),
    grants: Type.Array(
      Type.Object({ role: RoleSchema, organisation: Nullable(NamedSchema), from: Day(), to: Nullable(Day()) }),
    ),
    postings: Type.Array(Uuid(), { description: 'Postings that are visible by themselves.' }),
    actions: Type.Array(Type.String(), { description: 'Ids of the actions my roles include.' }),
  }),
  errors: [],
  mayBeDoneBy: ROLES,
  async run(_input, { tx, scope, jurisdiction, today, allowedActions }) {
    const [account, grants, place] = await Promise.all([
      getAccount(tx, scope.account),
      findGrants(tx, [scope.account]),
      tx
        .selectFrom('jurisdiction')
        .select(['id', 'name', 'level'])
        .where('id', '=', jurisdiction)
        .executeTakeFirstOrThrow(),
    ]);
    const valid = grants.filter(({ from, to }) => from <= today && (to === null || to >= today));
    return {
      account: account.id,
      username: await findUsername(tx, account.login),
      displayName: account.displayName,
      person: account.person,
      jurisdiction: place,
      roles: [...scope.roles] as Role[],
      grants: valid.map(({ role, organisation, from, to }) => ({ role, organisation, from, to })),
      postings: [...scope.postings],
      actions: [...allowedActions()],
    };
  },
});
