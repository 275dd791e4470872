import { Choice, ChoiceOr } from '../choice.ts';
import { closed, DaysOf, FieldId, Id, MonthDay, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

const count = Count({ minimum: 1 }, says('多少', 'How many'));
const Term = Type.Object({ days: told(count, '几天', 'How many days'), of: DaysOf }, closed);

/** What follows from a result. */
export const Consequence = Type.Object(
  {
    id: FieldId,
    when: told(Expression, '什么结果', 'With which result'),
    what: told(Words, '怎么办', 'What follows'),
    by: Type.Optional(told(Words, '由谁来办', 'Who sees to it')),
    clause: Type.Optional(Type.String(says('依据的条款', 'Clause of the source'))),
    counts_from: Choice(zh('期限从哪一天起算', 'From when time counts'), {
      'period-end': zh('评定期末', 'the end of the period'),
      published: zh('结果公布之日', 'the day the result is published'),
    }),
    within: Type.Optional(
      told(
        Type.Union([
          Term,
          Type.Object({ weeks: count }, closed),
          Type.Object({ months: count }, closed),
          Type.Object({ years: count }, closed),
        ]),
        '多久之内办到：`{ days: 10, of: working-days }` 或 `{ months: 3 }`',
        'By when: `{ days: 10, of: working-days }` or `{ months: 3 }`',
      ),
    ),
    blocks: Type.Optional(told(Words, '其间不得做什么', 'What it bars')),
    ends: Type.Optional(
      Type.Union(
        [
          Type.Object({ years: count }, closed),
          Type.Object({ months: count }, closed),
          Type.Object({ days: count }, closed),
          Type.Object({ on: MonthDay }, { ...closed, ...says('到下一个这一天', 'The next such day') }),
        ],
        says('何时终止；限制什么的必须写明', 'When it ends. Must be said of whatever blocks something'),
      ),
    ),
    hearing: Choice(zh('事先是否听取陈述', 'Whether the subject is heard first'), {
      before: zh('先听取陈述', 'it is'),
      none: zh('不需要', 'not needed'),
    }),
  },
  {
    ...closed,
    ...says(
      '结果的运用：谁、怎么办、何时办到、限制什么、到何时为止',
      'What follows for whoever meets the condition, by when, and what it bars until when',
    ),
  },
);

/** How a result becomes final. */
export const Publication = Type.Object(
  {
    shown: told(Term, '公示多少天', 'How long the provisional result is shown'),
    first_day: Choice(zh('公示当天算不算', 'The day it is first shown'), {
      counts: zh('算第一天', 'is the first day'),
      'next-day': zh('从次日起算', 'counting begins the day after'),
    }),
    objection: ChoiceOr(
      zh('可在何时提出异议', 'When one may object'),
      { 'while-shown': zh('公示期内', 'while it is shown') },
      Type.Object(
        { after: told(Term, '公示期满后几天', 'Days after it was shown') },
        { ...closed, ...says('公示期内及期满后若干天', 'While it is shown, and so many days after') },
      ),
    ),
    answer: told(Term, '多少天内答复', 'Within how many days an objection is answered'),
    objections: Type.Optional(
      Type.Object(
        {
          form: told(Id, '提出异议的表单', 'The form by which one objects'),
          answered: told(FieldId, '其中的答复日期字段', 'Its date field of the answer'),
        },
        {
          ...closed,
          ...says(
            '提出异议所用的表单：其日期为提出之日，answered 为其中的答复日期字段。不写则系统不掌握异议',
            'The form by which subjects object, dated the day of the objection, and its date field of the answer; without it none is known',
          ),
        },
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '公示与异议：公示若干天；异议答复之前，该对象的结果不定稿',
      'The provisional result is shown so many days; until an objection is answered, the result of its subject is not final',
    ),
  },
);

export type Consequence = Static<typeof Consequence>;
export type Publication = Static<typeof Publication>;
