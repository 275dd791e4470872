import { Choice } from '../choice.ts';
import { closed, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Cap, Units, zh } from './shared.ts';

/** Construct `marginal`: each part of a value has its own rate, as in a tax table. */
export const Marginal = Type.Object(
  {
    of: told(Expression, '对哪个值', 'The value'),
    brackets: Type.Array(
      Type.Object(
        {
          up_to: Type.Optional(
            told(Expression, '到多少为止；最后一段可不写', 'The end of this part; the last may have none'),
          ),
          points: told(Expression, '计多少分', 'How many points'),
          per: sized(told(Expression, '每多少', 'For each so much'), 'divisor'),
        },
        {
          ...closed,
          ...says(
            '上一段之上、`up_to` 之下的部分，每 `per` 计 `points` 分',
            '`points` for each `per` of the value between the row before and `up_to`',
          ),
        },
      ),
      { minItems: 1, ...says('各段，从低到高', 'The parts, from low to high') },
    ),
    units: Units,
    below_zero: Choice(zh('值为负时', 'What a value below zero brings'), {
      nothing: zh('不计', 'nothing'),
      mirrored: zh('按同样的分段反向计：减分', 'the same brackets the other way round'),
      stop: zh('不应出现：结果未知并提示', 'not known, with a message'),
    }),
    cap: Cap,
  },
  {
    ...closed,
    ...says(
      '分段累进：前 900 每 90 计 1 分，超出部分每 350 计 1 分',
      'Each part of a value at its own rate: the first 900 bring 1 per 90, the rest 1 per 350.',
    ),
  },
);

export type Marginal = Static<typeof Marginal>;
