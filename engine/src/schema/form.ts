import { Condition, closed, Decimal, FieldId, Id, Source, type Static, Type, Words } from './common.ts';

const fieldBase = {
  id: FieldId,
  title: Words,
  hint: Type.Optional(Words),
  required: Type.Optional(Type.Boolean({ default: false })),
  /** Shown and asked only when this holds over the other fields. */
  when: Type.Optional(Condition),
};

export const Field = Type.Union(
  [
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('text'),
        max: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
        pattern: Type.Optional(Type.String()),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('integer'),
        unit: Type.Optional(Type.String()),
        min: Type.Optional(Type.Integer()),
        max: Type.Optional(Type.Integer()),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('decimal'),
        unit: Type.String(),
        decimals: Type.Integer({ minimum: 1, maximum: 6 }),
        min: Type.Optional(Decimal),
        max: Type.Optional(Decimal),
      },
      closed,
    ),
    Type.Object({ ...fieldBase, type: Type.Literal('date'), not_future: Type.Optional(Type.Boolean()) }, closed),
    Type.Object({ ...fieldBase, type: Type.Literal('boolean') }, closed),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('choice'),
        options: Type.Array(Type.Object({ id: FieldId, title: Words }, closed), { minItems: 2 }),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('choices'),
        options: Type.Array(Type.Object({ id: FieldId, title: Words }, closed), { minItems: 2 }),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('file'),
        max_megabytes: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
        accept: Type.Optional(Type.Array(Type.String())),
      },
      closed,
    ),
  ],
  { description: 'One question of a form. Photos and locations can never be compulsory.' },
);

export const Form = Type.Object(
  {
    id: Id,
    title: Words,
    help: Type.Optional(Words),
    source: Source,
    owner: Words,
    frequency: Type.Union([
      Type.Literal('as-it-happens'),
      Type.Literal('day'),
      Type.Literal('week'),
      Type.Literal('ten-days'),
      Type.Literal('half-month'),
      Type.Literal('month'),
      Type.Literal('two-months'),
      Type.Literal('quarter'),
      Type.Literal('half-year'),
      Type.Literal('year'),
      Type.Literal('once'),
    ]),
    minutes: Type.Number({
      exclusiveMinimum: 0,
      maximum: 60,
      description: 'Estimated minutes to fill it in once; feeds the burden meter.',
    }),
    subject: Type.Object(
      {
        posting: Type.Optional(Type.Array(Id, { minItems: 1 })),
        organisation: Type.Optional(Type.Array(Id, { minItems: 1 })),
        person: Type.Optional(Type.Boolean()),
      },
      {
        ...closed,
        description:
          'What an entry of this form is about: postings of these kinds, organisations of these kinds, or a person. Exactly one.',
      },
    ),
    /** The `date` field that says when it happened. */
    date: FieldId,
    confirmation: Type.Optional(
      Type.Union([Type.Literal('none'), Type.Literal('village'), Type.Literal('township'), Type.Literal('county')], {
        default: 'none',
        description: 'Who, other than the recorder, confirms that it happened. Replaces photos and location.',
      }),
    ),
    entered_by: Type.Array(
      Type.Union([
        Type.Literal('county-officer'),
        Type.Literal('township-officer'),
        Type.Literal('village-clerk'),
        Type.Literal('first-secretary'),
        Type.Literal('sending-unit'),
      ]),
      { minItems: 1, description: 'Roles that may enter it, each within its own scope.' },
    ),
    restricted: Type.Optional(
      Type.Boolean({ description: 'Only the recorder, the subject’s township and the county see the fields (A43).' }),
    ),
    fields: Type.Array(Field, { minItems: 1 }),
    rules: Type.Optional(
      Type.Array(Type.Object({ check: Condition, message: Words }, closed), {
        description: 'What must hold over the fields together.',
      }),
    ),
    retention_years: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
  },
  {
    ...closed,
    description: 'A kind of record and its fields. Asked once; serves every duty and measure that reads it.',
  },
);

export type Form = Static<typeof Form>;
export type Field = Static<typeof Field>;
