import { Choice, ChoiceOr } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { Against } from './peers.ts';
import { Best, MissingPeers, Own, Within, zh } from './shared.ts';

const ties = Choice(zh('并列按哪个名次', 'Which place equals take'), {
  best: zh('最前的名次', 'the first of them'),
  mean: zh('所占名次的平均', 'the mean of them'),
  worst: zh('最后的名次', 'the last of them'),
});

const ShareOfBest = Type.Object(
  {
    share_of_best: told(Expression, '满分', 'The full marks'),
    less: Type.Optional(
      Choice(zh('越少越好时，占最好者的比例怎么算', 'What the share of the best means where less is better'), {
        'best-over-own': zh('最好者 ÷ 本身', 'the best ÷ own'),
        mirrored: zh('1 −（本身 − 最好者）÷ 最好者，不低于 0', '1 − (own − best) ÷ best, not below 0'),
      }),
    ),
    zero: ChoiceOr(
      zh('除数为零时', 'When the divisor is zero'),
      { 'not-applicable': zh('不适用', 'it does not apply') },
      Type.Object(
        { share: told(Expression, '按这个比例', 'The share that counts then') },
        { ...closed, ...says('按一个固定的比例', 'A share laid down') },
      ),
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
    less: told(Expression, '每低一名少多少', 'How much less for each place lower'),
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
    percentile: Choice(zh('百分位按什么算', 'What the percentile counts'), {
      'worse-of-others': zh('其他对象中不如它的占比', 'the share of the others that are worse'),
      'not-better-of-all': zh(
        '全部对象中不优于它的占比（含本身）',
        'the share of all, itself included, that are not better',
      ),
    }),
  },
  { ...closed, ...says('百分位，0 到 1', 'The percentile, 0 to 1') },
);

/** Construct `relative`: a value by its relation to the others. */
export const Relative = Type.Object(
  {
    of: told(StepId, '比较哪一步', 'The step that is compared'),
    best: Best,
    within: Within,
    own: Own,
    how: Type.Union(
      [ShareOfBest, Places, PerPlace, Percentile, Against],
      says('怎么换算', 'How the relation becomes a value'),
    ),
    alone: ChoiceOr(
      zh('没有可比对象时', 'Without anybody to compare with'),
      { 'not-applicable': zh('不适用', 'it does not apply') },
      Type.Object({ value: told(Expression, '按这个值', 'This value') }, closed),
    ),
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '与其他对象相比：占最好者之比、按名次得分、百分位、与平均数相差',
      'Share of the best, points by place, percentile, or distance from mean or median',
    ),
  },
);

export type Relative = Static<typeof Relative>;
