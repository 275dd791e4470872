import { Condition, closed, Id, type Static, Type } from './common.ts';
import { says } from './says.ts';

const kinds = (zh: string, en: string) => Type.Array(Id, { minItems: 1, ...says(zh, en) });

/** Constructs `who-*`: whom the duty binds. */
export const Who = Type.Union(
  [
    Type.Object(
      { organisations: kinds('这些类组织', 'Organisations of these kinds'), where: Type.Optional(Condition) },
      closed,
    ),
    Type.Object({ postings: kinds('这些类派驻', 'Postings of these kinds'), where: Type.Optional(Condition) }, closed),
    Type.Object(
      {
        persons_posted: kinds(
          '被派驻的人，一人只算一次：期内换村、续派的各段合在一起',
          'Persons posted so, each once, their postings taken together',
        ),
        where: Type.Optional(Condition),
      },
      closed,
    ),
    Type.Object(
      {
        holders: Type.Union(
          [Id, Type.Array(Id, { minItems: 1 })],
          says('任这些职务的人，一人只算一次', 'Holders of one or more posts, a person once'),
        ),
        of: kinds('在哪些类组织', 'In organisations of these kinds'),
        where: Type.Optional(Condition),
      },
      closed,
    ),
    Type.Object(
      {
        members: kinds('这些类组织的成员', 'Members of organisations of these kinds'),
        where: Type.Optional(Condition),
      },
      closed,
    ),
  ],
  says(
    '对象：组织、派驻、被派驻的人、任职的人或成员',
    'Subjects: organisations, postings, persons posted, holders of posts, or members',
  ),
);

export type Who = Static<typeof Who>;
