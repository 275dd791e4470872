import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldName, FormId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Within, zh } from './shared.ts';

/** Construct `sample`: who is inspected, drawn by a kept seed. */
export const Sample = Type.Object(
  {
    draw: Type.Union(
      [
        Type.Object(
          { number: sized(told(Expression, '几个', 'How many'), 'how-many') },
          { ...closed, ...says('按个数', 'By number') },
        ),
        Type.Object(
          {
            share: sized(told(Expression, '占比：`0.1`', 'A share: `0.1`'), 'share'),
            rounding: Choice(zh('不是整数怎么办', 'How a part is rounded'), {
              down: zh('舍去', 'down'),
              up: zh('进一', 'up'),
              'half-up': zh('四舍五入', 'nearest, halves up'),
            }),
          },
          { ...closed, ...says('按比例', 'By a share') },
        ),
      ],
      says('抽多少', 'How many are drawn'),
    ),
    within: Within,
    among: ChoiceOr(
      zh('从哪些对象中抽取', 'Of whom it is drawn'),
      { all: zh('全部对象', 'all subjects') },
      Type.Object(
        { when: told(Expression, '条件', 'The condition') },
        { ...closed, ...says('符合条件的对象', 'Those for whom the condition holds') },
      ),
    ),
    seed: Type.Union(
      [
        Type.Object(
          { entry: FormId, of: FieldName },
          {
            ...closed,
            ...says(
              '本期最近一条记录的字段，记录的是对象所属组织或其上级：谁、哪一天抽的都留痕',
              'The field of the period’s newest entry about the subject’s organisation or one above: whoever recorded it drew, on its day',
            ),
          },
        ),
        Expression,
      ],
      says(
        '种子，留存备查：一条记录或参数。同一种子抽出的总是同样的对象',
        'Kept in an entry or a parameter. The same seed always draws the same',
      ),
    ),
  },
  {
    ...closed,
    ...says('抽查：抽中的为“是”，与排列先后无关', 'Yes for whoever is drawn, whatever the order of subjects'),
  },
);

export type Sample = Static<typeof Sample>;
