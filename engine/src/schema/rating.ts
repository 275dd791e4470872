import { ChoiceOr } from './choice.ts';
import { closed, Decimal, FieldId, Id, MonthDay, Source, type Static, Type, Words } from './common.ts';
import { Count } from './count.ts';
import { Expression } from './expression.ts';
import { Who } from './obligation.ts';
import { Ballots } from './rating/ballots.ts';
import { Bands } from './rating/bands.ts';
import { Below } from './rating/below.ts';
import { Ceiling } from './rating/ceiling.ts';
import { Class } from './rating/class.ts';
import { Consequence, Publication } from './rating/consequence.ts';
import { Direct } from './rating/direct.ts';
import { Distribute } from './rating/distribute.ts';
import { Entitlement } from './rating/entitlement.ts';
import { Item } from './rating/item.ts';
import { Ledger } from './rating/ledger.ts';
import { Levels } from './rating/levels.ts';
import { Marginal } from './rating/marginal.ts';
import { Once } from './rating/once.ts';
import { Pay } from './rating/pay.ts';
import { Peers } from './rating/peers.ts';
import { Quota } from './rating/quota.ts';
import { Rank } from './rating/rank.ts';
import { Reconcile } from './rating/reconcile.ts';
import { Relative } from './rating/relative.ts';
import { Reviewed } from './rating/reviewed.ts';
import { Rounds } from './rating/rounds.ts';
import { Sample } from './rating/sample.ts';
import { Scorers } from './rating/scorers.ts';
import { zh } from './rating/shared.ts';
import { Target } from './rating/target.ts';
import { Top } from './rating/top.ts';
import { Total } from './rating/total.ts';
import { Veto } from './rating/veto.ts';
import { Weighted } from './rating/weighted.ts';

const Applies = Type.Object(
  {
    when: Expression,
    why: Words,
    otherwise: ChoiceOr(
      zh('不适用时按什么计', 'What it counts where it does not apply'),
      {
        'left-out': zh('不计', 'left out'),
        full: zh('按满分计', 'the full marks'),
        'peers-mean': zh('按其他对象的平均计', 'the mean of the other subjects'),
      },
      Type.Object({ value: Expression }, closed),
    ),
  },
  { ...closed, description: 'Where the step applies, why not elsewhere, and what stands in its place.' },
);

const base = {
  id: FieldId,
  title: Words,
  clause: Type.Optional(Type.String({ description: 'Clause of the source the step follows.' })),
  applies: Type.Optional(Applies),
};

/** One step of a rating: its id, what it is called, and one construct. `constructs/<key>.ts` holds each. */
export const Step = Type.Union(
  [
    Type.Object({ ...base, formula: Expression }, closed),
    Type.Object({ ...base, item: Item }, closed),
    Type.Object({ ...base, total: Total }, closed),
    Type.Object({ ...base, weighted: Weighted }, closed),
    Type.Object({ ...base, bands: Bands }, closed),
    Type.Object({ ...base, quota: Quota }, closed),
    Type.Object({ ...base, ceiling: Ceiling }, closed),
    Type.Object({ ...base, direct: Direct }, closed),
    Type.Object({ ...base, veto: Veto }, closed),
    Type.Object({ ...base, peers: Peers }, closed),
    Type.Object({ ...base, relative: Relative }, closed),
    Type.Object({ ...base, top: Top }, closed),
    Type.Object({ ...base, distribute: Distribute }, closed),
    Type.Object({ ...base, entitlement: Entitlement }, closed),
    Type.Object({ ...base, levels: Levels }, closed),
    Type.Object({ ...base, marginal: Marginal }, closed),
    Type.Object({ ...base, pay: Pay }, closed),
    Type.Object({ ...base, reconcile: Reconcile }, closed),
    Type.Object({ ...base, sample: Sample }, closed),
    Type.Object({ ...base, rank: Rank }, closed),
    Type.Object({ ...base, reviewed: Reviewed }, closed),
    Type.Object({ ...base, ledger: Ledger }, closed),
    Type.Object({ ...base, scorers: Scorers }, closed),
    Type.Object({ ...base, ballots: Ballots }, closed),
    Type.Object({ ...base, class: Class }, closed),
    Type.Object({ ...base, rounds: Rounds }, closed),
    Type.Object({ ...base, below: Below }, closed),
  ],
  { description: 'A step: `id`, `title`, and one of formula, item, total, weighted, bands, rank …' },
);

export const Scale = Type.Object(
  {
    id: Id,
    title: Words,
    grades: Type.Array(Type.Object({ id: Id, title: Words }, closed), { minItems: 2 }),
  },
  { ...closed, description: 'Grades from the best to the worst.' },
);

/** `ratings/*.yaml`: how subjects are assessed over a period, as a graph of steps. */
export const Rating = Type.Object(
  {
    id: Id,
    title: Words,
    source: Source,
    of: Who,
    period: Type.Object(
      {
        every: Type.Union([
          Type.Literal('month'),
          Type.Literal('quarter'),
          Type.Literal('half-year'),
          Type.Literal('year'),
        ]),
        begins: Type.Optional(MonthDay),
      },
      {
        ...closed,
        description:
          'How often it is done. With `begins: 10-01` a year runs from 1 October and is named by the year it ends in; `2026-Q1` and `2026-H1` are its first quarter and half. With `begins: 01-21` a month runs from the 21st and is named by the month it ends in.',
      },
    ),
    part_period: ChoiceOr(
      zh('期间内只存在一段的对象', 'Subjects that were there for a part of the period only'),
      {
        rated: zh('照常评定', 'are rated like all others'),
        'not-rated': zh('不评定', 'are not rated'),
      },
      Type.Object({ from_days: Count({ minimum: 1 }) }, { ...closed, description: 'Rated from so many days on.' }),
    ),
    unit: Id,
    provisional: Type.Optional({
      ...Words,
      description:
        'Why it cannot be done for real yet, e.g. a weight that is not laid down. Without it, every parameter it needs must be set.',
    }),
    marks_make: Type.Optional({
      ...Decimal,
      description: 'What the full marks of the score must make, e.g. 100: the check adds up the items.',
    }),
    scales: Type.Optional(Type.Array(Scale)),
    once: Type.Optional(Type.Array(Once, { minItems: 1 })),
    steps: Type.Array(Step, { minItems: 1 }),
    consequences: Type.Optional(Type.Array(Consequence, { minItems: 1 })),
    publication: Type.Optional(Publication),
    targets: Type.Optional(Type.Array(Target, { minItems: 1 })),
    result: Type.Object(
      {
        score: Type.Optional(FieldId),
        grade: Type.Optional(FieldId),
        place: Type.Optional(FieldId),
      },
      { ...closed, description: 'The steps that are the result: shown first, explained first.' },
    ),
  },
  { ...closed, description: 'A scheme of assessment. What each step needs decides the order; nothing else does.' },
);

export type Rating = Static<typeof Rating>;
export type Step = Static<typeof Step>;
export type Scale = Static<typeof Scale>;
