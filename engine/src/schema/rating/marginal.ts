import { closed, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Cap, Units } from './shared.ts';

/** Construct `marginal`: each part of a value has its own rate, as in a tax table. */
export const Marginal = Type.Object(
  {
    of: Expression,
    brackets: Type.Array(
      Type.Object(
        {
          up_to: Type.Optional(Expression),
          points: Expression,
          per: Expression,
        },
        {
          ...closed,
          description:
            '`points` for each `per` of the part of the value that lies below `up_to` and above the row before.',
        },
      ),
      { minItems: 1 },
    ),
    units: Units,
    cap: Cap,
  },
  {
    ...closed,
    description:
      'The first 900 bring 1 per 90, what lies above 1 per 350. The last row may have no end. A value below zero brings nothing.',
  },
);

export type Marginal = Static<typeof Marginal>;
