import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, MonthDay, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Entries } from './entries.ts';
import { zh } from './shared.ts';

const By = Type.Union(
  [
    Type.Object(
      { days_after_end: Count({ minimum: 0 }, says('期末后几天', 'Days after the end of the period')) },
      {
        ...closed,
        ...says(
          '期末后若干天：月度评定写 8，即次月 8 日前',
          'Days after the end of the period: 8 is “by the 8th of the next month”',
        ),
      },
    ),
    Type.Object(
      {
        day: MonthDay,
        of: Choice(zh('哪一年的这一天', 'Of which year'), {
          'period-year': zh('期末所在年', 'that in which the period ends'),
          'next-year': zh('次年', 'the next year'),
        }),
      },
      { ...closed, ...says('某月某日前', 'By a day of the year') },
    ),
  ],
  says('最迟哪一天填报', 'The last day on which it may be entered'),
);

export const ReviewStage = Type.Object(
  {
    id: FieldId,
    title: Words,
    entries: Entries,
    of: Type.String({
      minLength: 1,
      ...says(
        '本环节给的分：`data.marks`；以最近一条为准',
        'The score this stage gives: `data.marks`. Its latest entry holds',
      ),
    }),
    reason: ChoiceOr(
      zh('改动是否须写理由', 'Whether a change needs a reason'),
      { 'not-required': zh('不要求', 'not required') },
      told(FieldId, '理由的字段', 'The field that holds it'),
    ),
    by: Type.Optional(By),
    late: Type.Optional(
      Choice(zh('逾期填报的怎么办', 'An entry recorded after the day'), {
        counts: zh('照常计', 'counts'),
        'does-not-count': zh('不计', 'does not count'),
      }),
    ),
  },
  {
    ...closed,
    ...says(
      '一个环节；由谁（哪个部门）填报，由表单的 entered_by 定。改动前一环节分数的，须填 `reason` 指明的字段；写了 `by` 的，须写 `late`',
      'One stage; who may enter it is said by the form. `reason`: the field to fill when it differs from the stage before. `late`: what an entry recorded after `by` counts',
    ),
  },
);

/** Construct `reviewed`: a score that passes several hands. */
export const Reviewed = Type.Object(
  {
    stages: Type.Array(ReviewStage, { minItems: 1, ...says('各环节，依先后', 'The stages in their order') }),
    full: sized(told(Expression, '满分', 'The full marks'), 'positive'),
    unreasoned: Choice(zh('改动没有写理由怎么办', 'A change without its reason'), {
      'earlier-holds': zh('不计，以前一环节为准', 'does not count, the stage before holds'),
      stop: zh('结果未知，直到补写', 'not known until it is given'),
    }),
  },
  {
    ...closed,
    ...says(
      '自评、初审、复核：以最后一个有分的环节为准；0 到满分之外的不计',
      'Self-score, review, re-check: the latest stage with a score holds. Scores outside 0 to `full` do not count',
    ),
  },
);

export type Reviewed = Static<typeof Reviewed>;
export type ReviewStage = Static<typeof ReviewStage>;
