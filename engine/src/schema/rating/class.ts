import { ChoiceOr } from '../choice.ts';
import { closed, Id, ScaleId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

const ClassId = told(Id, '类别的 id', 'Id of the class');

/** Construct `class`: the first condition that holds names the class of a subject. */
export const Class = Type.Object(
  {
    scale: Type.Optional(ScaleId),
    rows: Type.Array(Type.Object({ when: told(Expression, '符合什么条件', 'When this holds'), is: ClassId }, closed), {
      minItems: 1,
      ...says('各类，从上到下；先符合的算', 'Classes from top to bottom; the first that fits decides'),
    }),
    otherwise: ChoiceOr(
      zh('哪个条件都不成立的对象', 'Subjects for whom no condition holds'),
      {
        none: zh('不属于任何一类（不适用）', 'no class (does not apply)'),
        error: zh('不应出现：结果未知并提示', 'not known, with a message'),
      },
      Type.Object({ is: ClassId }, closed),
    ),
  },
  {
    ...closed,
    ...says(
      '把对象分类：分类排名、分类用表、分类设项。有 `scale` 时类别就是其中的等次，按名称显示',
      'Sorts subjects into classes, for lists, tables and items of their own. With `scale` its grades',
    ),
  },
);

export type Class = Static<typeof Class>;
