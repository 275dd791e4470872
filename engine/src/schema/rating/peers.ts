import { Choice, ChoiceOr } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { MissingPeers, Own, Within, zh } from './shared.ts';

/** Construct `peers`: a statistic over the group, as a value of each subject. */
export const Peers = Type.Object(
  {
    of: StepId,
    statistic: Type.Union(
      [
        Type.Literal('mean', says('平均', 'mean')),
        Type.Literal('median', says('中位数', 'median')),
        Type.Literal('min', says('最低', 'least')),
        Type.Literal('max', says('最高', 'most')),
        Type.Literal('sum', says('合计', 'sum')),
        Type.Literal('count', says('符合 `that` 的个数', 'number of those that fulfil `that`')),
        Type.Literal('share', says('符合 `that` 的占比', 'share of those that fulfil `that`')),
      ],
      says('取哪个统计值', 'Which statistic'),
    ),
    that: Type.Optional(told(Expression, '条件，用于 count 和 share', 'The condition of count and share')),
    within: Within,
    own: Own,
    empty: ChoiceOr(
      zh('没有可比对象时', 'With nobody to compare with'),
      { 'not-applicable': zh('不适用', 'does not apply'), zero: zh('按零计', 'zero') },
      Type.Object({ value: told(Expression, '按这个值', 'This value') }, closed),
    ),
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '组内统计：平均、中位、最低、最高、合计、个数、占比',
      'Mean, median, least, most, sum, number or share of the group',
    ),
  },
);

export type Peers = Static<typeof Peers>;

export const Against = Type.Object(
  {
    against: Choice(zh('与什么比', 'What it is set against'), {
      mean: zh('平均数', 'the mean'),
      median: zh('中位数', 'the median'),
    }),
    as: Choice(zh('怎么比', 'How it is compared'), {
      difference: zh('相差多少，好于为正', 'how much better it is'),
      ratio: zh('是其几倍', 'as a multiple'),
    }),
  },
  { ...closed, ...says('与平均数或中位数相比', 'Distance from mean or median') },
);
