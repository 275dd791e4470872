import { Choice, ChoiceOr } from '../choice.ts';
import { closed, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

/** To which unit an amount is rounded, and how. */
export const RoundedTo = ChoiceOr(
  zh('金额怎么取整', 'How the amount is rounded'),
  { none: zh('不取整', 'not at all') },
  Type.Object(
    {
      to: Choice(zh('取到', 'To'), {
        fen: zh('分', 'fen, 0.01'),
        jiao: zh('角', 'jiao, 0.1'),
        yuan: zh('元', 'yuan, 1'),
        ten: zh('十元', 'ten'),
        hundred: zh('百元', 'a hundred'),
      }),
      mode: Choice(zh('怎么取', 'How'), {
        'half-up': zh('四舍五入', 'halves up'),
        'half-even': zh('四舍六入五成双', 'halves to the even'),
        up: zh('进一', 'up'),
        down: zh('舍去', 'down'),
      }),
    },
    closed,
  ),
);

/** What is added to an amount when a condition holds. */
export const Addition = Type.Object(
  {
    title: Words,
    amount: told(Expression, '加多少', 'How much is added'),
    when: Type.Optional(told(Expression, '符合什么条件时；不写则总是', 'When; always when absent')),
  },
  { ...closed, ...says('另加的一项', 'Added, always or when the condition holds') },
);
