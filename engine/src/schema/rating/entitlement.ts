import { ChoiceOr } from '../choice.ts';
import { closed, type Static, Type, UnitId, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { ends } from './ends.ts';
import { Addition, RoundedTo } from './money.ts';
import { Cap, Floor, zh } from './shared.ts';

const Row = Type.Object(
  {
    ...ends,
    when: Type.Optional(told(Expression, '符合什么条件', 'When this holds')),
    amount: sized(told(Expression, '应得多少', 'How much is due'), 'not-negative'),
  },
  {
    ...closed,
    ...says(
      '一档：规模在两端之间，或符合 `when` 的',
      'The amount for sizes between the ends, or for a category: `when`',
    ),
  },
);

/** Construct `entitlement`: what is due by size or category, with additions, ends and purposes. */
export const Entitlement = Type.Object(
  {
    unit: UnitId,
    of: Type.Optional(told(Expression, '按什么规模：人口、户数', 'The size: residents, households')),
    rows: Type.Array(Row, {
      minItems: 1,
      ...says('各档，从上到下；先符合的算', 'From top to bottom; the first that fits decides'),
    }),
    otherwise: ChoiceOr(
      zh('不落入任何一档怎么办', 'When no row fits'),
      {
        none: zh('没有', 'does not apply'),
        error: zh('不应出现：结果未知并提示', 'not known, with a message'),
      },
      Type.Object({ amount: sized(told(Expression, '多少', 'How much'), 'not-negative') }, closed),
    ),
    additions: Type.Optional(Type.Array(Addition, { minItems: 1, ...says('另加', 'What is added') })),
    floor: Floor,
    cap: Cap,
    rounded: RoundedTo,
    only_for: Type.Optional(Type.Array(Words, { minItems: 1, ...says('只能用于', 'What it may be spent on') })),
    not_for: Type.Optional(Type.Array(Words, { minItems: 1, ...says('不得用于', 'What it may not be spent on') })),
  },
  {
    ...closed,
    ...says('按规模或类别的应得额：经费标准', 'What is due by size or category, with additions, ends and purposes'),
  },
);

export type Entitlement = Static<typeof Entitlement>;
