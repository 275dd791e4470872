import { closed, Day, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';

/** Shapes that several actions on records share. */
export const SubjectSchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
    id: Uuid('The organisation, person or posting it is about.'),
  },
  closed,
);

export const DataSchema = Type.Record(
  Type.String(),
  Type.Union([
    Type.String({ maxLength: 4000 }),
    Type.Number(),
    Type.Boolean(),
    Type.Null(),
    Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 }),
    Type.Record(Type.String({ maxLength: 200 }), Type.Number(), { maxProperties: 100 }),
  ]),
  { description: 'The fields of the form by their ids. Files are named by the hash documents.store answered with.' },
);

export const ReasonSchema = Type.String({ minLength: 1, maxLength: 500, description: 'Why, in one sentence.' });

export const ENTERING = [
  'county-officer',
  'township-officer',
  'village-clerk',
  'first-secretary',
  'sending-unit',
] as const;

export const EnteredSchema = Type.Object({
  id: Uuid(),
  again: Type.Boolean({ description: 'This very entry was recorded before; nothing was changed.' }),
  happenedOn: Day(),
  organisation: Uuid('The organisation on whose row it stands.'),
  confirmation: Type.String({
    description: 'Who has to confirm it: none, village, township, county, or a kind of organisation of the pack.',
  }),
});

const ByAndWhen = {
  by: Type.String(),
  at: Type.String(),
  on: Day(),
};

export const EntrySchema = Type.Object({
  id: Uuid(),
  form: Type.String(),
  formTitle: WordsSchema,
  subject: Type.Object({ kind: Type.String(), id: Uuid(), name: Type.String() }),
  organisation: Type.Object({ id: Uuid(), name: Type.String() }),
  happenedOn: Day(),
  data: Nullable(Type.Record(Type.String(), Type.Unknown())),
  named: Type.Record(Type.String(), Type.String(), { description: 'Names of those its fields name, by id.' }),
  recordedBy: Type.String(),
  recordedAt: Type.String(),
  recordedOn: Day(),
  source: Type.String(),
  takenOver: Type.Boolean({
    description: 'Taken over by the county with the days on which it was recorded elsewhere.',
  }),
  own: Type.Boolean({ description: 'Recorded by the caller.' }),
  ended: Nullable(
    Type.Object({
      kind: Type.Union([Type.Literal('superseded'), Type.Literal('withdrawn')]),
      byEntry: Nullable(Uuid()),
      reason: Type.String(),
      ...ByAndWhen,
    }),
  ),
  confirmation: Nullable(
    Type.Object({
      outcome: Type.Union([Type.Literal('confirmed'), Type.Literal('rejected')]),
      reason: Nullable(Type.String()),
      ...ByAndWhen,
    }),
  ),
  confirmedBy: Type.String({
    description:
      'Whose word the form asks for: none, village, township, county, or a kind of organisation of the pack.',
  }),
  confirmer: Nullable(WordsSchema),
});
