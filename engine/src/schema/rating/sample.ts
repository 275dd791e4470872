import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, Id, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Within, zh } from './shared.ts';

/** Construct `sample`: who is inspected, drawn by a kept seed. */
export const Sample = Type.Object(
  {
    draw: Type.Union([
      Type.Object({ number: Expression }, closed),
      Type.Object(
        {
          share: Expression,
          rounding: Choice(zh('不是整数怎么办', 'How a part is rounded'), {
            down: zh('舍去', 'down'),
            up: zh('进一', 'up'),
            'nearest-half-up': zh('四舍五入', 'to the nearest, halves up'),
          }),
        },
        closed,
      ),
    ]),
    within: Within,
    among: ChoiceOr(
      zh('从哪些对象中抽取', 'Of whom it is drawn'),
      { all: zh('全部对象', 'all subjects') },
      Type.Object({ when: Expression }, closed),
    ),
    seed: Type.Union(
      [
        Type.Object(
          { entry: Id, of: FieldId },
          {
            ...closed,
            description:
              'The field of the newest entry of the period, about the subject’s organisation or one above it: whoever recorded it drew, on its day.',
          },
        ),
        Expression,
      ],
      { description: 'The seed is kept: an entry, or a parameter. The same seed always draws the same.' },
    ),
  },
  { ...closed, description: 'Yes for whoever is drawn. The order of subjects is of no matter.' },
);

export type Sample = Static<typeof Sample>;
