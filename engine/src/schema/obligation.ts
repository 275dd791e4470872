import {
  Condition,
  closed,
  Day,
  DaysOf,
  Decimal,
  FieldId,
  Id,
  ParameterId,
  Rounding,
  Source,
  type Static,
  Type,
  Words,
} from './common.ts';
import { Expression } from './expression.ts';
import { says } from './says.ts';
import { Term } from './term.ts';
import { When } from './when.ts';

/** Constructs `who-*`: whom the duty binds. */
export const Who = Type.Union(
  [
    Type.Object({ organisations: Type.Array(Id, { minItems: 1 }), where: Type.Optional(Condition) }, closed),
    Type.Object({ postings: Type.Array(Id, { minItems: 1 }), where: Type.Optional(Condition) }, closed),
    Type.Object(
      {
        holders: Type.Union([Id, Type.Array(Id, { minItems: 1 })]),
        of: Type.Array(Id, { minItems: 1 }),
        where: Type.Optional(Condition),
      },
      closed,
    ),
    Type.Object({ members: Type.Array(Id, { minItems: 1 }), where: Type.Optional(Condition) }, closed),
  ],
  {
    description:
      'Subjects: organisations of kinds, postings of kinds, holders of one or more posts (a person once), or members of organisations of kinds.',
  },
);

/** Constructs `amount-fixed`, `amount-share`: how much is owed. */
export const Amount = Type.Union(
  [
    Type.Object(
      { at_least: Type.Union([Decimal, Type.Object({ parameter: ParameterId }, closed), Expression]), unit: Id },
      {
        ...closed,
        ...says(
          '至少多少：一个数、参数，或按对象算出的式子：`attr("terrain") == "plain" ? 4 : 2`',
          'At least so much: a number, a parameter, or a formula over the subject: `attr("terrain") == "plain" ? 4 : 2`',
        ),
      },
    ),
    Type.Object(
      {
        share: Type.Union([
          Decimal,
          Type.String({ pattern: '^\\d+/\\d+$' }),
          Type.Object({ parameter: ParameterId }, closed),
        ]),
        of: Type.Union([DaysOf, Expression]),
        rounding: Rounding,
        unit: Id,
      },
      closed,
    ),
  ],
  { description: 'How much is owed in a full period: a fixed amount, or a share of a base with its rounding.' },
);

/** Construct `counts`: which entries serve the duty, and for how much. */
export const Counts = Type.Object(
  {
    form: Id,
    where: Type.Optional(Condition),
    worth: Type.Optional(Type.String({ description: 'A CEL number over the entry; 1 when absent.' })),
    per: Type.Optional(
      Type.Object(
        { distinct: FieldId, at_most: Type.Optional(Decimal) },
        {
          ...closed,
          description:
            'Entries with the same value of this field count together, for at most this much (1 when absent).',
        },
      ),
    ),
    confirmed: Type.Optional(Type.Boolean({ description: 'Only entries confirmed by the second person count.' })),
    latest: Type.Optional(
      Type.Boolean({ description: 'Only the latest entry counts: a state that holds until the next entry.' }),
    ),
    carries: Type.Optional(
      Type.Boolean({ description: 'An entry made before the period counts too, as long as it stands.' }),
    ),
    from_subject: Type.Optional(
      Type.Union(
        [
          Type.Literal('same'),
          Type.Literal('organisation'),
          Type.Literal('sending-organisation'),
          Type.Literal('postings-here'),
          Type.Literal('postings-sent'),
        ],
        {
          description:
            'Whose entries count: the subject’s own (default), its organisation’s, its sending organisation’s, those of postings working in this organisation, or those of postings it sent.',
        },
      ),
    ),
  },
  closed,
);

/** Constructs `excuse-leave`, `excuse-holidays`, `excuse-reason`: what lessens or lifts the duty. */
export const Excuse = Type.Union([
  Type.Object(
    {
      leave: Id,
      from: FieldId,
      to: FieldId,
      where: Type.Optional(Condition),
      reduces: Type.Union([Type.Literal('pro-rata'), Type.Literal('only-if-whole-period')]),
      rounding: Rounding,
    },
    closed,
  ),
  Type.Object(
    {
      holidays: Type.Literal(true),
      reduces: Type.Union([Type.Literal('pro-rata'), Type.Literal('only-if-whole-period')]),
      rounding: Rounding,
    },
    closed,
  ),
  Type.Object(
    { reason: Id, where: Condition, date: Type.Optional(FieldId) },
    { ...closed, description: 'An approved entry of this form whose date lies in the period lifts the duty.' },
  ),
]);

export const Obligation = Type.Object(
  {
    id: Id,
    title: Words,
    short: Type.Optional(Words),
    /** One of the `duty_groups`: what the duty is about. */
    group: Type.Optional(Id),
    source: Source,
    in_force: Type.Optional(Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, closed)),
    who: Who,
    when: When,
    amount: Amount,
    counts: Type.Array(Counts, { minItems: 1 }),
    excuses: Type.Optional(Type.Array(Excuse)),
    /** What a period in which the subject starts or ends owes. */
    part_period: Type.Union([
      Type.Object({ owes: Type.Union([Type.Literal('full'), Type.Literal('nothing')]) }, closed),
      Type.Object({ owes: Type.Literal('pro-rata'), by: DaysOf, rounding: Rounding }, closed),
    ]),
    deadline: Type.Optional(
      Type.Object(
        { grace: Term(0), days: Type.Optional(DaysOf) },
        { ...closed, description: 'Days after the period’s end in which recording is still in time.' },
      ),
    ),
    late: Type.Union([Type.Literal('never'), Type.Object({ within: Term(1), days: Type.Optional(DaysOf) }, closed)], {
      description: 'Whether doing or recording it after the deadline still counts as caught up (补办), and how long.',
    }),
    due_soon: Type.Object(
      { within: Term(0), days: Type.Optional(DaysOf) },
      { ...closed, description: 'The warning band before the deadline.' },
    ),
    act: Type.Optional(
      Type.Array(Id, { description: 'Forms offered to the person who acts; the counted forms when absent.' }),
    ),
    responsible: Type.Optional(Words),
  },
  { ...closed, description: 'A duty: who owes what, how often, until when, with which excuse.' },
);

export type Obligation = Static<typeof Obligation>;
export type Counts = Static<typeof Counts>;
export type Excuse = Static<typeof Excuse>;
export type Who = Static<typeof Who>;
export type Amount = Static<typeof Amount>;
