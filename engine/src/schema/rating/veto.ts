import { closed, FieldId, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { GradeEffect, PlaceEffect, PointsEffect, PrizeEffect } from './effect.ts';

/** Construct `veto`: a fixed result whatever the sum; the sum stays visible. */
export const Veto = Type.Object(
  {
    of: FieldId,
    cases: Type.Array(
      Type.Object(
        {
          when: Expression,
          gives: Type.Union([GradeEffect, PointsEffect, PrizeEffect, PlaceEffect]),
          why: Words,
        },
        closed,
      ),
      { minItems: 1, description: 'The first that holds decides.' },
    ),
  },
  {
    ...closed,
    description:
      'A fixed grade, score or place, or no prize, when something happened. Entries behind it are confirmed by a second person.',
  },
);

export type Veto = Static<typeof Veto>;
