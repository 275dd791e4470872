import { ChoiceOr } from '../choice.ts';
import { closed, type Static, Type, UnitId, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Addition, RoundedTo } from './money.ts';
import { Cap, Floor, zh } from './shared.ts';

const Factor = Type.Union(
  [
    Type.Object(
      { title: Words, is: sized(told(Expression, '系数', 'The factor'), 'not-negative') },
      { ...closed, ...says('一个系数，如职务系数', 'One factor, e.g. the ratio of a post') },
    ),
    Type.Object(
      {
        title: Words,
        rows: Type.Array(
          Type.Object(
            {
              when: told(Expression, '符合什么条件', 'When this holds'),
              is: sized(told(Expression, '系数', 'The factor'), 'not-negative'),
            },
            closed,
          ),
          { minItems: 1, ...says('各行，先符合的算', 'Rows; the first that fits decides') },
        ),
        otherwise: ChoiceOr(
          zh('各行都不符合时', 'When no row fits'),
          { error: zh('不应出现：金额未知并提示', 'not known, with a message') },
          sized(Expression, 'not-negative'),
        ),
      },
      {
        ...closed,
        ...says('按等次等查系数', 'The first row that fits, e.g. `when: class == "first"`, `is: 1.3`'),
      },
    ),
  ],
  says('乘以什么：职务系数、等次系数', 'What the amount is multiplied by: role ratios, factors by grade'),
);

/** Construct `pay`: money from a score or a grade. */
export const Pay = Type.Object(
  {
    unit: UnitId,
    base: sized(told(Expression, '基数', 'The base'), 'not-negative'),
    rate: Type.Optional(
      Type.Object(
        {
          of: told(Expression, '得分', 'The score'),
          out_of: sized(told(Expression, '满分', 'The full marks'), 'divisor'),
          full_from: Type.Optional(
            sized(told(Expression, '从多少分起按满额', 'The whole base from this score on'), 'positive'),
          ),
          at_most: ChoiceOr(
            zh('得分超过满分时', 'A score above the full marks'),
            { full: zh('按满额', 'the whole base'), none: zh('按比例，不封顶', 'in proportion, without limit') },
            sized(Expression, 'not-negative'),
          ),
        },
        {
          ...closed,
          ...says(
            '按得分率：基数 × 得分 ÷ 满分',
            'By the score: base × of ÷ out_of; the whole base from `full_from` on',
          ),
        },
      ),
    ),
    missing_points: Type.Optional(
      Type.Object(
        {
          of: told(Expression, '得分', 'The score'),
          below: told(Expression, '低于多少分', 'Below this score'),
          amount: sized(told(Expression, '每低 1 分减多少', 'How much less for each point'), 'not-negative'),
        },
        {
          ...closed,
          ...says(
            '每低 1 分减发，不足 1 分按比例',
            'So much less for each point below, in proportion for a part of a point',
          ),
        },
      ),
    ),
    factors: Type.Optional(Type.Array(Factor, { minItems: 1, ...says('各系数，相乘', 'The factors') })),
    additions: Type.Optional(Type.Array(Addition, { minItems: 1, ...says('另加', 'What is added') })),
    floor: Floor,
    cap: Cap,
    rounded: RoundedTo,
  },
  {
    ...closed,
    ...says(
      '由得分或等次算钱：基数 × 得分率 − 缺分减发，乘系数，加另加，限上下，最后取整',
      'Money from a score or grade: base × rate − missing points, × factors, + additions, within its ends, rounded last',
    ),
  },
);

export type Pay = Static<typeof Pay>;
