import { ChoiceOr } from '../choice.ts';
import { closed, Id, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { zh } from './shared.ts';

/** Construct `class`: the first condition that holds names the class of a subject. */
export const Class = Type.Object(
  {
    scale: Type.Optional(Id),
    rows: Type.Array(Type.Object({ when: Expression, is: Id }, closed), { minItems: 1 }),
    otherwise: ChoiceOr(
      zh('哪个条件都不成立的对象', 'Subjects for which no condition holds'),
      {
        none: zh('不属于任何一类（不适用）', 'belong to no class (does not apply)'),
        error: zh('不应出现：结果未知并提示', 'must not happen: not known, with a message'),
      },
      Type.Object({ is: Id }, closed),
    ),
  },
  {
    ...closed,
    description:
      'Sorts subjects into classes by conditions from top to bottom: for their own lists, tables and items. With `scale`, classes are its grades and are shown by their titles.',
  },
);

export type Class = Static<typeof Class>;
