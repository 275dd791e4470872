import { closed, type Static, StepId, Type, Why } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { GradeEffect, PlaceEffect, PointsEffect, PrizeEffect } from './effect.ts';

/** Construct `veto`: a fixed result whatever the sum; the sum stays visible. */
export const Veto = Type.Object(
  {
    of: told(StepId, '否决哪一步的结果', 'The step whose result is set'),
    cases: Type.Array(
      Type.Object(
        {
          when: told(Expression, '发生什么时', 'When this holds'),
          gives: Type.Union(
            [GradeEffect, PointsEffect, PrizeEffect, PlaceEffect],
            says('结果成为什么', 'What the result becomes'),
          ),
          why: Why,
        },
        closed,
      ),
      { minItems: 1, ...says('各种情形；先成立的算', 'The cases; the first that holds decides') },
    ),
  },
  {
    ...closed,
    ...says(
      '一票否决：发生某事即定为某等次、分数、名次，或不得奖；所依据的记录须经第二人确认，总分仍可见',
      'A fixed grade, score or place, or no prize, when something happened; its entries are confirmed by a second person',
    ),
  },
);

export type Veto = Static<typeof Veto>;
