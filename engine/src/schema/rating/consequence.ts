import { Choice, ChoiceOr } from '../choice.ts';
import { closed, DaysOf, FieldId, MonthDay, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { zh } from './shared.ts';

const count = Count({ minimum: 1 });
const Term = Type.Object({ days: count, of: DaysOf }, closed);

/** What follows from a result. */
export const Consequence = Type.Object(
  {
    id: FieldId,
    when: Expression,
    what: Words,
    clause: Type.Optional(Type.String()),
    counts_from: Choice(zh('期限从哪一天起算', 'From which day time counts'), {
      'period-end': zh('评定期末', 'the end of the period'),
      published: zh('结果公布之日', 'the day on which the result is published'),
    }),
    within: Type.Optional(Term),
    blocks: Type.Optional(Words),
    ends: Type.Optional(
      Type.Union(
        [
          Type.Object({ years: count }, closed),
          Type.Object({ months: count }, closed),
          Type.Object({ days: count }, closed),
          Type.Object({ on: MonthDay }, { ...closed, description: 'The next such day.' }),
        ],
        { description: 'When it ends. Must be said of whatever blocks something.' },
      ),
    ),
    hearing: Choice(zh('事先是否听取陈述', 'Whether the subject is heard first'), {
      before: zh('先听取陈述', 'it is heard first'),
      none: zh('不需要', 'not needed'),
    }),
  },
  { ...closed, description: 'What follows for whoever meets the condition, by when, what it bars and until when.' },
);

/** How a result becomes final. */
export const Publication = Type.Object(
  {
    shown: Term,
    first_day: Choice(zh('公示当天算不算', 'Whether the day it is first shown counts'), {
      counts: zh('算第一天', 'it is the first day'),
      'next-day': zh('从次日起算', 'counting begins on the day after'),
    }),
    objection: ChoiceOr(
      zh('可在何时提出异议', 'When one may object'),
      { 'while-shown': zh('公示期内', 'while it is shown') },
      Type.Object({ after: Term }, { ...closed, description: 'While it is shown, and so many days after.' }),
    ),
    answer: Term,
  },
  {
    ...closed,
    description:
      'The provisional result is shown so many days; an objection is answered within `answer`, and keeps the result of its subject from becoming final until then.',
  },
);

export type Consequence = Static<typeof Consequence>;
export type Publication = Static<typeof Publication>;
