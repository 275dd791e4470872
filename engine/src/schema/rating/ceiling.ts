import { closed, type Static, StepId, Type, Why } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { GradeEffect, PointsEffect, PrizeEffect } from './effect.ts';

const AtMost = Type.Union([GradeEffect, PointsEffect, PrizeEffect], says('最高到什么', 'The most there may be'));

/** Construct `ceiling`: not above a grade or score as long as a condition holds; more often, lower. */
export const Ceiling = Type.Object(
  {
    of: told(StepId, '压住哪一步的结果', 'The step whose result is kept down'),
    limits: Type.Array(
      Type.Union([
        Type.Object(
          { when: told(Expression, '在什么条件下', 'While this holds'), at_most: AtMost, why: Why },
          { ...closed, ...says('条件成立期间', 'As long as a condition holds') },
        ),
        Type.Object(
          {
            count: told(Expression, '次数', 'How often'),
            from: Type.Array(
              Type.Object(
                {
                  at_least: Type.Integer({ minimum: 1, ...says('几次起', 'From so many on') }),
                  at_most: AtMost,
                },
                closed,
              ),
              { minItems: 1, ...says('几次起压到什么，从少到多', 'From how many on which limit, from few to many') },
            ),
            why: Why,
          },
          {
            ...closed,
            ...says(
              '按次数递进：一次不得评一类，两次最高三类',
              'Escalates by count: one: not first; two: at most third',
            ),
          },
        ),
      ]),
      { minItems: 1, ...says('各条限制', 'The limits') },
    ),
  },
  {
    ...closed,
    ...says(
      '限等限分：不高于某等次、某分数，或不得某奖项。作用在分数上，由它得出的随之改变',
      'Keeps the value of a step down: on a grade the grade, on a score all that follows, on a yes/no that one prize',
    ),
  },
);

export type Ceiling = Static<typeof Ceiling>;
export type AtMost = Static<typeof AtMost>;
