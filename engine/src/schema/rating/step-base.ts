import { ChoiceOr } from '../choice.ts';
import { closed, FieldId, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { Within, zh } from './shared.ts';

const Applies = Type.Object(
  {
    when: told(Expression, '何处适用', 'Where it applies'),
    why: told(Words, '为何在别处不适用', 'Why it does not apply elsewhere'),
    otherwise: ChoiceOr(
      zh('不适用时按什么计', 'Where it does not apply'),
      {
        'left-out': zh('不计', 'left out'),
        full: zh('按满分计', 'the full marks'),
        'peers-mean': zh('按其他对象的平均计', 'the mean of the others'),
      },
      Type.Union([
        Type.Object({ value: told(Expression, '按这个值', 'This value') }, closed),
        Type.Object(
          { peers_mean: Within },
          {
            ...closed,
            ...says(
              '按同组、同类对象的平均：`{ peers_mean: { under: township } }`',
              'The mean of those of one class or place: `{ peers_mean: { under: township } }`',
            ),
          },
        ),
      ]),
    ),
  },
  {
    ...closed,
    ...says('这一步何处适用、为何、别处怎么计', 'Where the step applies, why not elsewhere, and what stands instead'),
  },
);

/** What every step has. */
export const stepBase = {
  id: told(FieldId, '这一步的名字，供其他步骤引用：`reports`', 'Name of the step, by which others use it: `reports`'),
  title: told(Words, '这一步的名称', 'What the step is called'),
  clause: Type.Optional(Type.String(says('依据的条款', 'Clause of the source the step follows'))),
  applies: Type.Optional(Applies),
};
