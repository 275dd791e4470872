import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, GradeId, Id, type Static, Type } from '../common.ts';
import { Count } from '../count.ts';
import { says, told } from '../says.ts';
import { ends } from './ends.ts';
import { Missing, zh } from './shared.ts';

/** What a result must fulfil to be counted: ends, a grade, or a yes. */
export const That = Type.Union(
  [
    Type.Object(ends, { ...closed, minProperties: 1, ...says('数在这个范围内', 'It is a number between these ends') }),
    Type.Object(
      { is: Type.Array(GradeId, { minItems: 1, ...says('等次或类别', 'Grades or classes') }) },
      { ...closed, ...says('等次或类别是其中之一', 'Its grade or class is one of these') },
    ),
    Type.Object(
      { truth: Type.Boolean(says('是为 true，否为 false', 'Yes is `true`, no is `false`')) },
      { ...closed, ...says('为“是”（或“否”）', 'It is yes, or no') },
    ),
  ],
  says('怎样的结果算数', 'Which results count'),
);

/** Construct `below`: the results of units that stand under the subject become its own. */
export const Below = Type.Object(
  {
    rating: told(Id, '下级的评分办法的 id', 'Id of the rating of those below'),
    step: Type.Optional(told(FieldId, '取它的哪一步；不写则取总分', 'Which step of it; its score when absent')),
    take: ChoiceOr(
      zh('下级结果如何合成', 'What the results below become'),
      {
        mean: zh('平均', 'their mean'),
        sum: zh('合计', 'their sum'),
        least: zh('最低者', 'the lowest'),
        greatest: zh('最高者', 'the highest'),
        median: zh('中位数', 'their median'),
        number: zh('个数', 'their number'),
      },
      Type.Union([
        Type.Object(
          { worst: Count({ minimum: 1 }, says('最低的几个', 'How many')) },
          { ...closed, ...says('最低几个的平均', 'The mean of the so many lowest') },
        ),
        Type.Object({ number_that: That }, { ...closed, ...says('符合条件的个数', 'How many of them fulfil it') }),
        Type.Object(
          { share_that: That },
          { ...closed, ...says('符合条件的占比，0 到 1', 'Which share of them fulfils it, 0 to 1') },
        ),
        Type.Object(
          { mean_by: told(FieldId, '作权数的那一步', 'The step that holds the weights') },
          {
            ...closed,
            ...says('按下级另一步（如户数）加权平均', 'The mean weighted by another step of theirs, e.g. households'),
          },
        ),
      ]),
    ),
    missing: Missing,
    not_applicable: Choice(zh('不适用的下级', 'Those below to which it does not apply'), {
      'left-out': zh('不计', 'left out'),
      zero: zh('按零计', 'count as zero'),
    }),
    none: Choice(zh('没有下级被评定时', 'Where nobody below is rated'), {
      'not-applicable': zh('不适用', 'does not apply'),
      zero: zh('按零计', 'counts as zero'),
    }),
  },
  {
    ...closed,
    ...says(
      '由下级结果合成：同一期间另一个办法中下级对象的结果，如村之于乡镇、派驻和个人之于村',
      'Roll-up: the results, in another rating of the same period, of those under this one: villages under their township, postings and persons under their village',
    ),
  },
);

export type Below = Static<typeof Below>;
