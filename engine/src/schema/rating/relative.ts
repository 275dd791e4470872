import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Against } from './peers.ts';
import { Best, MissingPeers, Own, Within, zh } from './shared.ts';

const ties = Choice(zh('并列按哪个名次', 'Which place equals take'), {
  best: zh('最前的名次', 'the first of them'),
  mean: zh('所占名次的平均', 'the mean of them'),
  worst: zh('最后的名次', 'the last of them'),
});

const ShareOfBest = Type.Object(
  {
    share_of_best: Expression,
    less: Type.Optional(
      Choice(zh('越少越好时，占最好者的比例怎么算', 'What the share of the best means where less is better'), {
        'best-over-own': zh('最好者 ÷ 本身', 'the best ÷ own'),
        mirrored: zh('1 −（本身 − 最好者）÷ 最好者，不低于 0', '1 − (own − best) ÷ best, not below 0'),
      }),
    ),
    zero: ChoiceOr(
      zh('除数为零时', 'When the divisor is zero'),
      { 'not-applicable': zh('不适用', 'it does not apply') },
      Type.Object({ share: Expression }, { ...closed, description: 'The share that counts then.' }),
    ),
  },
  { ...closed, description: 'Value ÷ best × this many points.' },
);

const Places = Type.Object(
  { first: Expression, last: Expression, ties },
  { ...closed, description: 'Place r of n between two ends, in equal steps.' },
);

const PerPlace = Type.Object(
  { first: Expression, less: Expression, floor: Type.Optional(Expression), ties },
  { ...closed, description: 'The first has `first`, each place lower has `less` fewer, not below `floor`.' },
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
  closed,
);

/** Construct `relative`: a value by its relation to the others. */
export const Relative = Type.Object(
  {
    of: FieldId,
    best: Best,
    within: Within,
    own: Own,
    how: Type.Union([ShareOfBest, Places, PerPlace, Percentile, Against]),
    alone: ChoiceOr(
      zh('没有可比对象时', 'Without anybody to compare with'),
      { 'not-applicable': zh('不适用', 'it does not apply') },
      Type.Object({ value: Expression }, closed),
    ),
    missing: MissingPeers,
  },
  { ...closed, description: 'Share of the best, points by place, percentile, or distance from mean or median.' },
);

export type Relative = Static<typeof Relative>;
