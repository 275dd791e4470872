import { closed, Decimal, GradeId, Id, ParameterId, type Static, Type, Words } from '../common.ts';
import { says, told } from '../says.ts';

const share = Type.Union(
  [Decimal, Type.Object({ parameter: ParameterId }, closed)],
  says('占被评对象之比：0.3 即 30%', 'A share of those rated: 0.3 is 30 %'),
);

/** What a unit should reach: at least, or at most, such a share of its subjects with one of these grades. It changes no result. */
export const Target = Type.Object(
  {
    id: Id,
    title: Words,
    grades: Type.Array(GradeId, { minItems: 1, ...says('哪些等次', 'Grades of the result') }),
    at_least: Type.Optional(told(share, '至少：0.3 即 30%', 'At least: 0.3 is 30 %')),
    at_most: Type.Optional(told(share, '至多：0.1 即 10%', 'At most: 0.1 is 10 %')),
    under: Type.Optional(
      told(
        Id,
        '每个这类组织各自达到；不写为全体合计',
        'For each organisation of this kind; for all together when absent',
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '目标：某些等次应占的比例，写 at_least 或 at_most 之一。只显示差距，不影响谁的等次',
      'A share to be reached by each organisation of the kind `under`, or by all together: at_least or at_most. Shown with the distance; no grade depends on it',
    ),
  },
);

export type Target = Static<typeof Target>;
