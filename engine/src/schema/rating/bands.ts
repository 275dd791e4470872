import { ChoiceOr } from '../choice.ts';
import { closed, Id, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { zh } from './shared.ts';

const outcome = Type.Union([Type.Object({ grade: Id }, closed), Type.Object({ points: Expression }, closed)]);

const ends = {
  at_least: Type.Optional(Expression),
  above: Type.Optional(Expression),
  at_most: Type.Optional(Expression),
  below: Type.Optional(Expression),
};

/** Construct `bands`: a value falls into the first row it fits. Each row says which end belongs to it. */
export const Bands = Type.Object(
  {
    of: Expression,
    scale: Type.Optional(Id),
    rows: Type.Array(Type.Object({ ...ends, gives: outcome }, closed), { minItems: 1 }),
    otherwise: ChoiceOr(
      zh('不落入任何一档怎么办', 'What a value gets that fits no row'),
      {
        none: zh('无等次', 'no grade'),
        error: zh('不应出现：结果未知并提示', 'it must not happen: not known, with a message'),
      },
      outcome,
    ),
  },
  {
    ...closed,
    description:
      'Rows from top to bottom; the first that fits decides. Ends: `at_least` 87 and more, `above` more than 87, `at_most`, `below`. Rows give a grade of `scale`, or points.',
  },
);

export type Bands = Static<typeof Bands>;
export type Outcome = Static<typeof outcome>;
