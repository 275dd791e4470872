import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, Uuid } from '../platform/actions/schema.ts';
import { findPeople } from './person-reader.ts';
import { After, Limit, NamedSchema, READING, Search } from './person-schema.ts';

export const listPeople = defineRead({
  id: 'people.list',
  title: { 'zh-CN': '人员名单', en: 'List people' },
  about: {
    'zh-CN': '按组织、姓名或拼音查找管理范围内的人员。',
    en: 'Finds people in scope by organisation, name or pinyin.',
  },
  input: Type.Object(
    {
      organisation: Type.Optional(Uuid('Members, holders of office and people posted, here or below.')),
      search: Search(),
      limit: Limit(),
      after: After(),
    },
    closed,
  ),
  output: Type.Object({
    people: Type.Array(
      Type.Object({
        id: Uuid(),
        name: Type.String(),
        memberOf: Nullable(NamedSchema),
        memberSince: Nullable(Day()),
      }),
    ),
    more: Type.Boolean({ description: 'There are more: go on with `after` = the last id.' }),
  }),
  errors: [],
  mayBeDoneBy: READING,
  table: ({ people }, language) => ({
    columns: [
      { key: 'name', header: language === 'en' ? 'Name' : '姓名' },
      { key: 'memberOf', header: language === 'en' ? 'Member of' : '所在党组织' },
      { key: 'memberSince', header: language === 'en' ? 'Since' : '入党时间', type: 'date' },
    ],
    rows: people.map(({ id, name, memberOf, memberSince }) => ({
      id,
      name,
      memberOf: memberOf?.name ?? null,
      memberSince,
    })),
  }),
  async run({ organisation, search, after, limit = 100 }, { tx, scope }) {
    const found = await findPeople(tx, scope, { organisation, search, after, limit: limit + 1 });
    return { people: found.slice(0, limit), more: found.length > limit };
  },
});
