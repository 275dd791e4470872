import { Choice } from '../choice.ts';
import { closed, GradeId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

/** What a ceiling or a veto touches: it depends on what the step it stands on gives. */
export const GradeEffect = Type.Object(
  { grade: GradeId },
  { ...closed, ...says('等次：用于得出等次的步骤', 'A grade: on a step that gives grades') },
);
export const PointsEffect = Type.Object(
  { points: told(Expression, '多少分', 'How many points') },
  {
    ...closed,
    ...says('分数：用于分数，由它得出的随之改变', 'Points: on a score; what is worked out from it follows'),
  },
);
export const PrizeEffect = Type.Object(
  { prize: Type.Literal('none', says('不得', 'It is not given')) },
  {
    ...closed,
    ...says(
      '奖项：用于“是/否”的步骤，变为“否”，其余不变',
      'A prize: on a step that gives yes or no; it becomes no, all else stays',
    ),
  },
);
export const PlaceEffect = Type.Object(
  {
    place: Type.Literal('last', says('排在最后', 'The last place')),
    others: Choice(zh('其他对象的名次怎么办', 'The places of the others'), {
      'move-up': zh('依次递补', 'move up'),
      stay: zh('不变', 'stay'),
    }),
  },
  {
    ...closed,
    ...says('名次：用于 rank，排在组内最后，分数不变', 'A place: on a `rank` step; last of the group, the score stays'),
  },
);
