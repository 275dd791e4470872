import { Choice } from '../choice.ts';
import { closed, GradeId, type Static, StepId, Type, Why } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { zh } from './shared.ts';

const steps = Type.Union(
  [Type.Integer({ minimum: 1 }), sized(Expression, 'places')],
  says('几个等次', 'How many grades'),
);
const cause = {
  when: Type.Optional(told(Expression, '在什么条件下；不写为总是', 'While this holds; always when absent')),
  times: Type.Optional(told(Expression, '次数：每次都升（降）这么多', 'How often: each time it moves by so many')),
  why: Why,
};

const Move = Type.Union(
  [
    Type.Object(
      {
        down: steps,
        no_lower_than: Type.Optional(told(GradeId, '最低降到哪个等次', 'The grade below which it does not fall')),
        ...cause,
      },
      { ...closed, ...says('降：`{ down: 1, when: notice, why: … }`', 'Down: `{ down: 1, when: notice, why: … }`') },
    ),
    Type.Object(
      {
        up: steps,
        no_higher_than: Type.Optional(told(GradeId, '最高升到哪个等次', 'The grade above which it does not rise')),
        ...cause,
      },
      { ...closed, ...says('升：`{ up: 1, when: honour, why: … }`', 'Up: `{ up: 1, when: honour, why: … }`') },
    ),
  ],
  says('一种升降', 'One way it moves'),
);

/** Construct `shift`: a grade some grades lower or higher, within its scale. */
export const Shift = Type.Object(
  {
    of: told(StepId, '升降哪一步的等次', 'The step whose grade moves'),
    moves: Type.Array(Move, { minItems: 1, ...says('各种升降，先后按所列', 'What moves it, in this order') }),
    several: Choice(zh('同时有几种升降怎么办', 'When several hold at once'), {
      each: zh('依次都算', 'each in turn'),
      'first-listed': zh('只算所列在先的一种', 'only the first listed'),
      'largest-each-way': zh('降的只算最大的一种，升的也只算最大的一种', 'the largest fall and the largest rise'),
    }),
  },
  {
    ...closed,
    ...says(
      '升档、降档：升（降）若干等次，到首等、末等为止。不适用或无等次的不变。降档依据的记录须经第二人确认',
      'A grade some grades lower or higher, within its scale. What lowers it rests on entries confirmed by a second person',
    ),
  },
);

export type Shift = Static<typeof Shift>;
