import { ChoiceOr } from '../choice.ts';
import { closed, GradeId, ScaleId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { ends } from './ends.ts';
import { zh } from './shared.ts';

const outcome = Type.Union(
  [
    Type.Object({ grade: GradeId }, { ...closed, ...says('等次：`{ grade: good }`', 'A grade: `{ grade: good }`') }),
    Type.Object(
      { points: told(Expression, '多少分', 'How many points') },
      { ...closed, ...says('分数：`{ points: 6 }`', 'Points: `{ points: 6 }`') },
    ),
  ],
  says('得什么：等次或分数', 'What it gets: a grade, or points'),
);

/** Construct `bands`: a value falls into the first row it fits. Each row says which end belongs to it. */
export const Bands = Type.Object(
  {
    of: told(Expression, '看哪个值：步骤或算式', 'The value that is looked at: a step or a formula'),
    scale: Type.Optional(ScaleId),
    rows: Type.Array(Type.Object({ ...ends, gives: outcome }, closed), {
      minItems: 1,
      ...says('各档，从上到下；先符合的一行算', 'Rows from top to bottom; the first that fits decides'),
    }),
    otherwise: ChoiceOr(
      zh('不落入任何一档怎么办', 'A value that fits no row'),
      {
        none: zh('无等次', 'no grade'),
        error: zh('不应出现：结果未知并提示', 'not known, with a message'),
      },
      outcome,
    ),
  },
  {
    ...closed,
    ...says(
      '分档：按值落在哪一行得等次或分数。每行写明端点归谁：`at_least` 含本数，`above` 不含',
      'Bands: the row a value falls into gives a grade or points: `at_least` includes its end, `above` does not',
    ),
  },
);

export type Bands = Static<typeof Bands>;
export type Outcome = Static<typeof outcome>;
