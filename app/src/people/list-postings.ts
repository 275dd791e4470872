import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Type, Uuid } from '../platform/actions/schema.ts';
import { After, Limit, PackId, READING, Search } from './person-schema.ts';
import { findPostings } from './posting-reader.ts';
import { PostingSchema } from './posting-schema.ts';

export const listPostings = defineRead({
  id: 'postings.list',
  title: { 'zh-CN': '派驻名单', en: 'List postings' },
  about: {
    'zh-CN': '按组织、派出单位、人员、类别和日期查找管理范围内的派驻。',
    en: 'Finds postings in scope by organisation, sending unit, person, kind and day.',
  },
  input: Type.Object(
    {
      organisation: Type.Optional(Uuid('Working here or below.')),
      sendingOrganisation: Type.Optional(Uuid('Sent by this unit.')),
      person: Type.Optional(Uuid()),
      kind: Type.Optional(PackId('Kind of posting.')),
      on: Type.Optional(Day('Only those that run on this day.')),
      search: Search(),
      limit: Limit(),
      after: After(),
    },
    closed,
  ),
  output: Type.Object({
    postings: Type.Array(PostingSchema),
    more: Type.Boolean({ description: 'There are more: go on with `after` = the last id.' }),
  }),
  errors: [],
  mayBeDoneBy: READING,
  async run({ limit = 100, ...query }, { tx, scope }) {
    const found = await findPostings(tx, scope, { ...query, limit: limit + 1 });
    return { postings: found.slice(0, limit), more: found.length > limit };
  },
});
