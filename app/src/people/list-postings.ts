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
  table: ({ postings }, language) => {
    const say = (zh: string, en: string) => (language === 'en' ? en : zh);
    return {
      columns: [
        { key: 'person', header: say('姓名', 'Name') },
        { key: 'kind', header: say('类别', 'Kind') },
        { key: 'level', header: say('选派层级', 'Level') },
        { key: 'organisation', header: say('派驻组织', 'Works in') },
        { key: 'sender', header: say('派出单位', 'Sent by') },
        { key: 'order', header: say('文号', 'Order') },
        { key: 'from', header: say('开始', 'From'), type: 'date' },
        { key: 'to', header: say('最后一天', 'Last day'), type: 'date' },
      ],
      rows: postings.map((posting) => ({
        id: posting.id,
        person: posting.person.name,
        kind: posting.kind,
        level: posting.level,
        organisation: posting.organisation.name,
        sender: posting.sendingOrganisation.name,
        order: posting.orderNumber,
        from: posting.from,
        to: posting.to,
      })),
    };
  },
  async run({ limit = 100, ...query }, { tx, scope }) {
    const found = await findPostings(tx, scope, { ...query, limit: limit + 1 });
    return { postings: found.slice(0, limit), more: found.length > limit };
  },
});
