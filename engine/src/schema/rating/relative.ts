import { Choice, ChoiceOr } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Against } from './peers.ts';
import { Best, MissingPeers, Own, Within, zh } from './shared.ts';

const ties = Choice(zh('并列按哪个名次', 'Which place equals take'), {
  best: zh('最前的名次', 'the first'),
  mean: zh('所占名次的平均', 'their mean'),
  worst: zh('最后的名次', 'the last'),
});

const ShareOfBest = Type.Object(
  {
    share_of_best: sized(told(Expression, '满分', 'The full marks'), 'positive'),
    less: Type.Optional(
      Choice(zh('越少越好时，占最好者的比例怎么算', 'The share of the best, where less is better'), {
        'best-over-own': zh('最好者 ÷ 本身', 'the best ÷ own'),
        mirrored: zh('1 −（本身 − 最好者）÷ 最好者，不低于 0', '1 − (own − best) ÷ best, not below 0'),
      }),
    ),
    zero: ChoiceOr(
      zh('除数为零时', 'When the divisor is zero'),
      { 'not-applicable': zh('不适用', 'does not apply') },
      Type.Object(
        { share: sized(told(Expression, '按这个比例', 'The share that counts then'), 'not-negative') },
        { ...closed, ...says('按一个固定的比例', 'A share laid down') },
      ),
    ),
    negative: Type.Optional(
      Choice(zh('有负值时', 'A figure below zero'), {
        zero: zh('负值按零计', 'counts as zero'),
        'not-applicable': zh('不适用', 'does not apply'),
      }),
    ),
  },
  { ...closed, ...says('本身 ÷ 最好者 × 满分', 'Value ÷ best × the full marks') },
);

const Places = Type.Object(
  {
    first: told(Expression, '第一名多少分', 'What the first gets'),
    last: told(Expression, '最后一名多少分', 'What the last gets'),
    ties,
  },
  { ...closed, ...says('从第一名到最后一名等差', 'Place r of n between two ends, in equal steps') },
);

const PerPlace = Type.Object(
  {
    first: told(Expression, '第一名多少分', 'What the first gets'),
    less: sized(told(Expression, '每低一名少多少', 'How much less for each place lower'), 'not-negative'),
    floor: Type.Optional(told(Expression, '最低多少', 'Not below this')),
    ties,
  },
  {
    ...closed,
    ...says('名次每低一位少若干分', 'The first has `first`, each place lower has `less` fewer, not below `floor`'),
  },
);

const Percentile = Type.Object(
  {
    percentile: Choice(zh('百分位按什么算', 'Which share the percentile is'), {
      'worse-of-others': zh('其他对象中不如它的占比', 'the others that are worse'),
      'not-better-of-all': zh('全部对象中不优于它的占比（含本身）', 'all, itself included, that are not better'),
    }),
  },
  { ...closed, ...says('百分位，0 到 1', 'The percentile, 0 to 1') },
);

const Standard = Type.Object(
  {
    standard: Type.Object(
      {
        mean: told(Expression, '平均者得多少分', 'What the mean gets'),
        deviation: sized(
          told(Expression, '每高一个标准差多多少', 'How much more for each standard deviation above it'),
          'not-negative',
        ),
        of: Choice(zh('标准差按什么算', 'How the deviation is taken'), {
          population: zh('总体（除以 n）', 'of all (÷ n)'),
          sample: zh('样本（除以 n−1）', 'of a sample (÷ (n − 1))'),
        }),
      },
      { ...closed, ...says('平均者的分数与每个标准差的分数', 'The points of the mean and of a deviation') },
    ),
  },
  {
    ...closed,
    ...says(
      '标准分：75 + 10 ×（本身 − 平均数）÷ 标准差；全部相同时按平均者计',
      'A standard score: 75 + 10 × (own − mean) ÷ standard deviation; where all are alike, that of the mean',
    ),
  },
);

/** Construct `relative`: a value by its relation to the others. */
export const Relative = Type.Object(
  {
    of: told(StepId, '比较哪一步', 'The step that is compared'),
    best: Best,
    within: Within,
    own: Own,
    how: Type.Union(
      [ShareOfBest, Places, PerPlace, Percentile, Against, Standard],
      says('怎么换算', 'How the relation becomes a value'),
    ),
    alone: ChoiceOr(
      zh('没有可比对象时', 'With nobody to compare with'),
      { 'not-applicable': zh('不适用', 'does not apply') },
      Type.Object({ value: told(Expression, '按这个值', 'This value') }, closed),
    ),
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '与其他对象相比：占最好者之比、按名次得分、百分位、与平均数相差、标准分',
      'Share of the best, points by place, percentile, distance from mean or median, standard score',
    ),
  },
);

export type Relative = Static<typeof Relative>;
