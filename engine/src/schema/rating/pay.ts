import { ChoiceOr } from '../choice.ts';
import { closed, Id, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { Addition, RoundedTo } from './money.ts';
import { Cap, Floor, zh } from './shared.ts';

const Factor = Type.Union(
  [
    Type.Object({ title: Words, is: Expression }, { ...closed, description: 'One factor, e.g. the ratio of a post.' }),
    Type.Object(
      {
        title: Words,
        rows: Type.Array(Type.Object({ when: Expression, is: Expression }, closed), { minItems: 1 }),
        otherwise: ChoiceOr(
          zh('各行都不符合时', 'When no row fits'),
          { error: zh('不应出现：金额未知并提示', 'it must not happen: not known, with a message') },
          Expression,
        ),
      },
      { ...closed, description: 'The first row that fits, e.g. `when: class == "first"`, `is: 1.3`.' },
    ),
  ],
  { description: 'What the amount is multiplied by: role ratios, factors by grade.' },
);

/** Construct `pay`: money from a score or a grade. */
export const Pay = Type.Object(
  {
    unit: Id,
    base: Expression,
    rate: Type.Optional(
      Type.Object(
        {
          of: Expression,
          out_of: Expression,
          full_from: Type.Optional(Expression),
          at_most: ChoiceOr(
            zh('得分超过满分时', 'When the score is above the full marks'),
            { full: zh('按满额', 'the whole base'), none: zh('按比例，不封顶', 'in proportion, without end') },
            Expression,
          ),
        },
        { ...closed, description: 'base × of ÷ out_of; the whole base from `full_from` on.' },
      ),
    ),
    missing_points: Type.Optional(
      Type.Object(
        { of: Expression, below: Expression, amount: Expression },
        { ...closed, description: 'So much less for each point below, in proportion for a part of a point.' },
      ),
    ),
    factors: Type.Optional(Type.Array(Factor, { minItems: 1 })),
    additions: Type.Optional(Type.Array(Addition, { minItems: 1 })),
    floor: Floor,
    cap: Cap,
    rounded: RoundedTo,
  },
  {
    ...closed,
    description: 'base × rate − missing points, times the factors, plus additions, within its ends, rounded last.',
  },
);

export type Pay = Static<typeof Pay>;
