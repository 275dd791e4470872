import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, MonthDay, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { Entries } from './entries.ts';
import { zh } from './shared.ts';

const By = Type.Union([
  Type.Object(
    { days_after_end: Count({ minimum: 0 }) },
    { ...closed, description: 'So many days after the end of the period: 8 is “by the 8th of the next month”.' },
  ),
  Type.Object(
    {
      day: MonthDay,
      of: Choice(zh('哪一年的这一天', 'Of which year'), {
        'period-year': zh('期末所在年', 'the year the period ends in'),
        'next-year': zh('次年', 'the next year'),
      }),
    },
    closed,
  ),
]);

export const ReviewStage = Type.Object(
  {
    id: FieldId,
    title: Words,
    entries: Entries,
    of: Type.String({ minLength: 1, description: 'The score this stage gives: `data.marks`. Its latest entry holds.' }),
    reason: ChoiceOr(
      zh('改动是否须写理由', 'Whether a change must carry a reason'),
      { 'not-required': zh('不要求', 'not required') },
      FieldId,
    ),
    by: Type.Optional(By),
    late: Type.Optional(
      Choice(zh('逾期填报的怎么办', 'What an entry recorded after the day counts'), {
        counts: zh('照常计', 'it counts'),
        'does-not-count': zh('不计', 'it does not count'),
      }),
    ),
  },
  {
    ...closed,
    description:
      'Who may enter it, and so which department it comes from, is said by the form. `reason` is a field that an entry must fill when it differs from the stage before. With `by`, `late` says what an entry recorded later counts.',
  },
);

/** Construct `reviewed`: a score that passes several hands. */
export const Reviewed = Type.Object(
  {
    stages: Type.Array(ReviewStage, { minItems: 1 }),
    full: Expression,
    unreasoned: Choice(zh('改动没有写理由怎么办', 'What happens to a change without its reason'), {
      'earlier-holds': zh('不计，以前一环节为准', 'it does not count, the stage before holds'),
      stop: zh('结果未知，直到补写', 'the result is not known until it is given'),
    }),
  },
  {
    ...closed,
    description:
      'Self-score, review, re-check: the latest stage that has a score holds. Scores outside 0 to `full` do not count.',
  },
);

export type Reviewed = Static<typeof Reviewed>;
export type ReviewStage = Static<typeof ReviewStage>;
