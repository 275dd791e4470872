import { Choice, ChoiceOr } from '../choice.ts';
import { closed, type Static, StepId, Type, UnitId } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { MissingPeers, Within, zh } from './shared.ts';

/** Construct `distribute`: a fixed sum shared out by points. */
export const Distribute = Type.Object(
  {
    unit: UnitId,
    pool: sized(told(Expression, '总额', 'The sum that is shared out'), 'not-negative'),
    by: told(StepId, '按哪一步的分数分', 'The step by whose points it is shared out'),
    within: Within,
    to: Choice(zh('分到', 'In units of'), {
      fen: zh('分', 'fen, 0.01'),
      jiao: zh('角', 'jiao, 0.1'),
      yuan: zh('元，整数', 'yuan, whole numbers'),
      ten: zh('十元', 'ten'),
      hundred: zh('百元', 'a hundred'),
    }),
    leftover: ChoiceOr(
      zh('取整的尾差怎么办', 'What becomes of what rounding leaves over'),
      {
        'largest-remainder': zh(
          '舍去的零头给余数最大者，各份之和恰为总额',
          'to the largest remainders: the parts make exactly the pool',
        ),
        kept: zh('舍去的零头不分，结余', 'it is not given out'),
      },
      Type.Object(
        {
          rounded: Choice(zh('各份怎么取整', 'How each part is rounded'), {
            down: zh('舍去', 'down'),
            nearest: zh('四舍五入', 'to the nearest'),
          }),
          goes_to: ChoiceOr(
            zh('差额由谁承担', 'Whose part makes up the difference'),
            { highest: zh('分数最高者', 'the highest in points'), lowest: zh('分数最低者', 'the lowest in points') },
            Type.Union([
              Type.Object(
                { highest: told(StepId, '哪一步最高的', 'The highest of which step') },
                { ...closed, ...says('另一步最高者', 'the highest of another step') },
              ),
              Type.Object(
                { lowest: told(StepId, '哪一步最低的', 'The lowest of which step') },
                { ...closed, ...says('另一步最低者', 'the lowest of another step') },
              ),
            ]),
          ),
        },
        {
          ...closed,
          ...says(
            '差额由一个承担；到其上下限为止，其余轮到下一个',
            'One makes it up, as far as its ends; then the next',
          ),
        },
      ),
    ),
    each: Type.Optional(
      Type.Object(
        {
          at_least: Type.Optional(sized(told(Expression, '每个至少', 'The least of one'), 'not-negative')),
          at_most: Type.Optional(sized(told(Expression, '每个至多', 'The most of one'), 'not-negative')),
          beyond: Choice(zh('超过上限的部分怎么办', 'What is beyond the most'), {
            'shared-again': zh('在其余对象中按分再分', 'is shared out among the others'),
            'left-over': zh('不再分，余额结余', 'is left over'),
          }),
        },
        {
          ...closed,
          ...says(
            '每个对象的上下限；总额不够人人保底时按分分配',
            'The ends of each part; a sum too small for the least of all is shared out by points',
          ),
        },
      ),
    ),
    negative: Choice(zh('分数为负的', 'Points below zero'), {
      zero: zh('按零计', 'count as zero'),
      stop: zh('不应出现：结果未知并提示', 'not known, with a message'),
    }),
    nobody: ChoiceOr(
      zh('全组分数为零时', 'When the whole group has no points'),
      { 'not-applicable': zh('不分配', 'nothing is shared out'), equally: zh('平均分配', 'in equal parts') },
      Type.Object({ value: sized(told(Expression, '每个得多少', 'What each gets'), 'not-negative') }, closed),
    ),
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '按分分配总额：总额 × 分数 ÷ 分数合计；零头给余数最大者，各份之和恰为总额',
      'Pool × points ÷ sum of points; what rounding leaves goes to the largest remainders: the parts make exactly the pool',
    ),
  },
);

export type Distribute = Static<typeof Distribute>;
