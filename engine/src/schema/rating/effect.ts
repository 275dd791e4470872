import { Choice } from '../choice.ts';
import { closed, Id, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { zh } from './shared.ts';

/** What a ceiling or a veto touches: it depends on what the step it stands on gives. */
export const GradeEffect = Type.Object({ grade: Id }, { ...closed, description: 'On a step that gives grades.' });
export const PointsEffect = Type.Object(
  { points: Expression },
  { ...closed, description: 'On a score: what is worked out from it follows.' },
);
export const PrizeEffect = Type.Object(
  { prize: Type.Literal('none') },
  { ...closed, description: 'On a step that gives yes or no, such as one prize: it becomes no, all else stays.' },
);
export const PlaceEffect = Type.Object(
  {
    place: Type.Literal('last'),
    others: Choice(zh('其他对象的名次怎么办', 'What happens to the places of the others'), {
      'move-up': zh('依次递补', 'they move up'),
      stay: zh('不变', 'they stay'),
    }),
  },
  { ...closed, description: 'On a `rank` step: the last place of the group, the score stays.' },
);
