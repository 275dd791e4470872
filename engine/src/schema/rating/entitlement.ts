import { ChoiceOr } from '../choice.ts';
import { closed, Id, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { Addition, RoundedTo } from './money.ts';
import { Cap, Floor, zh } from './shared.ts';

const Row = Type.Object(
  {
    at_least: Type.Optional(Expression),
    above: Type.Optional(Expression),
    at_most: Type.Optional(Expression),
    below: Type.Optional(Expression),
    when: Type.Optional(Expression),
    amount: Expression,
  },
  { ...closed, description: 'The amount for sizes between the ends, or for a category: `when`.' },
);

/** Construct `entitlement`: what is due by size or category, with additions, ends and purposes. */
export const Entitlement = Type.Object(
  {
    unit: Id,
    of: Type.Optional(Expression),
    rows: Type.Array(Row, { minItems: 1, description: 'From top to bottom; the first that fits decides.' }),
    otherwise: ChoiceOr(
      zh('不落入任何一档怎么办', 'What is due when no row fits'),
      {
        none: zh('没有', 'nothing: it does not apply'),
        error: zh('不应出现：结果未知并提示', 'it must not happen: not known, with a message'),
      },
      Type.Object({ amount: Expression }, closed),
    ),
    additions: Type.Optional(Type.Array(Addition, { minItems: 1 })),
    floor: Floor,
    cap: Cap,
    rounded: RoundedTo,
    only_for: Type.Optional(Type.Array(Words, { minItems: 1, description: 'What it may be spent on.' })),
    not_for: Type.Optional(Type.Array(Words, { minItems: 1, description: 'What it may not be spent on.' })),
  },
  closed,
);

export type Entitlement = Static<typeof Entitlement>;
