import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import { findMembershipsOf, findTenuresOf, getPersonFile } from './person-reader.ts';
import { AttributesSchema, NamedSchema, READING, SpanFields } from './person-schema.ts';
import { findPostings } from './posting-reader.ts';
import { PostingSchema } from './posting-schema.ts';

export const getPerson = defineRead({
  id: 'people.get',
  title: { 'zh-CN': '查看人员', en: 'Look at a person' },
  about: {
    'zh-CN': '一名人员的任职与派驻经历。身份证号和电话只显示是否已登记。',
    en: "A person's offices and postings. Of ID number and phone it only says whether they are recorded.",
  },
  input: Type.Object({ id: PathId('The person.') }, closed),
  output: Type.Object({
    today: Day('The civil day of the jurisdiction.'),
    id: Uuid(),
    name: Type.String(),
    memberOf: Nullable(NamedSchema),
    memberSince: Nullable(Day()),
    attributes: AttributesSchema,
    hasIdNumber: Type.Boolean(),
    hasPhone: Type.Boolean(),
    memberships: Type.Array(
      Type.Object({
        organisation: Nullable(NamedSchema),
        from: Nullable(Day()),
        to: Nullable(Day()),
        reason: Nullable(Type.String({ description: 'Why it ended.' })),
      }),
      {
        description: 'Where a person who moved or left belonged, latest first; empty for all others.',
      },
    ),
    tenures: Type.Array(Type.Object({ id: Uuid(), post: Type.String(), organisation: NamedSchema, ...SpanFields })),
    postings: Type.Array(PostingSchema),
  }),
  errors: [],
  mayBeDoneBy: READING,
  async run({ id }, { tx, scope, today }) {
    const file = await getPersonFile(tx, scope, id);
    const [memberships, tenures, postings] = await Promise.all([
      findMembershipsOf(tx, scope, id),
      findTenuresOf(tx, scope, id),
      findPostings(tx, scope, { person: id, limit: 500 }),
    ]);
    return { today, ...file, memberships, tenures, postings };
  },
});
