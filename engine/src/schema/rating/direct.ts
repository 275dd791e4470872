import { Choice, ChoiceOr } from '../choice.ts';
import { Condition, closed, FieldId, FieldName, FormId, GradeId, ScaleId, type Static, Type, Why } from '../common.ts';
import { Count } from '../count.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

const count = Count({ minimum: 1 }, says('多久', 'How long'));

/** Construct `direct`: a grade set by an event, without scoring. */
export const Direct = Type.Object(
  {
    scale: ScaleId,
    of: Type.Optional(
      told(
        FieldId,
        '没有这类事时取哪一步的等次；不写则没有等次',
        'The step whose grade holds without such an event; none when absent',
      ),
    ),
    cases: Type.Array(
      Type.Object(
        {
          form: FormId,
          where: Type.Optional(Condition),
          grade: GradeId,
          why: Why,
          lasts: ChoiceOr(
            zh('效力多久', 'How long it holds'),
            {
              period: zh('只在发生的评定期内', 'in that period'),
              'for-good': zh('长期（只用于最高等次）', 'for good (the best grade only)'),
            },
            Type.Union([
              Type.Object({ years: count }, closed),
              Type.Object({ months: count }, closed),
              Type.Object({ days: count }, closed),
              Type.Object(
                { until: FieldName },
                { ...closed, ...says('到记录写明的一天', 'Until the day in a field of the form') },
              ),
            ]),
          ),
        },
        {
          ...closed,
          ...says(
            '有这样的记录即定为该等次；不是最高等次的，记录须经第二人确认，且有终止',
            'An entry sets the grade. One that is not the best needs entries confirmed by a second person, and an end',
          ),
        },
      ),
      { minItems: 1, ...says('哪些事直接定等', 'The events') },
    ),
    holds: Choice(zh('效力只占评定期一段时怎么算', 'When it holds for a part of the period'), {
      'any-day': zh('期内任何一天有效即算', 'counts if it holds on any day'),
      'last-day': zh('期末有效才算', 'counts if it holds on the last day'),
    }),
    several: Choice(zh('同时有几项怎么办', 'When several hold'), {
      'first-listed': zh('按所列先后', 'the first listed'),
      best: zh('取最好', 'the best grade'),
      worst: zh('取最差', 'the worst grade'),
    }),
  },
  {
    ...closed,
    ...says('直接定等：不经评分，由某事定等次', 'The grade an event sets; without one that of step `of`, or none'),
  },
);

export type Direct = Static<typeof Direct>;
