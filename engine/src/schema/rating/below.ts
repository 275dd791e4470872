import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, Id, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Missing, zh } from './shared.ts';

/** What a result must fulfil to be counted: ends, a grade, or a yes. */
export const That = Type.Union([
  Type.Object(
    {
      at_least: Type.Optional(Expression),
      above: Type.Optional(Expression),
      at_most: Type.Optional(Expression),
      below: Type.Optional(Expression),
    },
    { ...closed, minProperties: 1 },
  ),
  Type.Object(
    { is: Type.Array(Id, { minItems: 1 }) },
    { ...closed, description: 'Its grade or class is one of these.' },
  ),
  Type.Object({ truth: Type.Boolean() }, { ...closed, description: 'It is yes (`true`) or no.' }),
]);

/** Construct `below`: the results of units that stand under the subject become its own. */
export const Below = Type.Object(
  {
    rating: Id,
    step: Type.Optional(FieldId),
    take: ChoiceOr(
      zh('下级结果如何合成', 'What the results below become'),
      {
        mean: zh('平均', 'their mean'),
        sum: zh('合计', 'their sum'),
        least: zh('最低者', 'the lowest'),
        greatest: zh('最高者', 'the highest'),
        number: zh('个数', 'how many there are'),
      },
      Type.Union([
        Type.Object({ number_that: That }, { ...closed, description: 'How many of them fulfil it.' }),
        Type.Object({ share_that: That }, { ...closed, description: 'Which share of them fulfils it, 0 to 1.' }),
        Type.Object(
          { mean_by: FieldId },
          { ...closed, description: 'The mean weighted by this other step of theirs, e.g. households.' },
        ),
      ]),
    ),
    missing: Missing,
    not_applicable: Choice(zh('不适用的下级', 'Units below to which it does not apply'), {
      'left-out': zh('不计', 'are left out'),
      zero: zh('按零计', 'count as zero'),
    }),
    none: Choice(zh('没有下级被评定时', 'What holds where nobody below is rated'), {
      'not-applicable': zh('不适用', 'it does not apply'),
      zero: zh('按零计', 'it counts as zero'),
    }),
  },
  {
    ...closed,
    description:
      'Roll-up: the results of another rating of the same period for the subjects that stand under this one; villages under their township, postings and persons under their village.',
  },
);

export type Below = Static<typeof Below>;
