import { closed, FieldId, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { GradeEffect, PointsEffect, PrizeEffect } from './effect.ts';

const AtMost = Type.Union([GradeEffect, PointsEffect, PrizeEffect]);

/** Construct `ceiling`: not above a grade or score as long as a condition holds; more often, lower. */
export const Ceiling = Type.Object(
  {
    of: FieldId,
    limits: Type.Array(
      Type.Union([
        Type.Object({ when: Expression, at_most: AtMost, why: Words }, closed),
        Type.Object(
          {
            count: Expression,
            from: Type.Array(Type.Object({ at_least: Type.Integer({ minimum: 1 }), at_most: AtMost }, closed), {
              minItems: 1,
            }),
            why: Words,
          },
          { ...closed, description: 'Escalates by count: one: not first; two: at most third.' },
        ),
      ]),
      { minItems: 1 },
    ),
  },
  {
    ...closed,
    description:
      'Keeps the value of a step down. On a grade it touches the grade, on a score all that follows from it, on a yes/no that one prize.',
  },
);

export type Ceiling = Static<typeof Ceiling>;
export type AtMost = Static<typeof AtMost>;
