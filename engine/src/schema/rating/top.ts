import { Choice } from '../choice.ts';
import { closed, GradeId, ScaleId, type Static, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Best, BorderTies, MissingPeers, Within, zh } from './shared.ts';

const award = {
  gives: Type.Optional(told(GradeId, '得哪个奖项（等次）', 'The prize: a grade of the scale')),
  needs: Type.Optional(told(Expression, '还须达到的最低条件', 'The minimum besides the place')),
};

const ShareRounding = Choice(zh('名额不是整数怎么办', 'How places are rounded'), {
  down: zh('舍去', 'down'),
  up: zh('进一', 'up'),
  'half-up': zh('四舍五入', 'nearest, halves up'),
});

const ends = {
  no_fewer_than: Type.Optional(sized(told(Expression, '至少几个', 'At least so many'), 'places')),
  no_more_than: Type.Optional(sized(told(Expression, '至多几个', 'At most so many'), 'places')),
};

const Award = Type.Union(
  [
    Type.Object(
      { first: sized(told(Expression, '前几名', 'The first so many'), 'how-many'), ...award },
      { ...closed, ...says('前几名：`first: 3`', 'The first: `first: 3`') },
    ),
    Type.Object(
      {
        from: sized(told(Expression, '第几名起', 'From this place'), 'how-many'),
        to: sized(told(Expression, '到第几名', 'To this place'), 'how-many'),
        ...award,
      },
      { ...closed, ...says('第几名到第几名：`from: 4, to: 9`', 'Places: `from: 4, to: 9`') },
    ),
    Type.Object(
      {
        share: sized(told(Expression, '占比：`0.15`', 'A share: `0.15`'), 'share'),
        rounding: ShareRounding,
        ...ends,
        ...award,
      },
      {
        ...closed,
        ...says(
          '前百分之几：`share: 0.15`。从第一名数起：前三分之一、中间三分之一写 `share: 1/3`、`share: 2/3`',
          'The best share, counted from the first: `share: 0.15`; the first and middle third are `share: 1/3` and `share: 2/3`',
        ),
      },
    ),
    Type.Object(
      {
        last_share: sized(told(Expression, '占比：`0.1`', 'A share: `0.1`'), 'share'),
        rounding: ShareRounding,
        ...ends,
        ...award,
      },
      { ...closed, ...says('后百分之几：`last_share: 0.1`', 'The last share: `last_share: 0.1`') },
    ),
    Type.Object(
      { last: sized(told(Expression, '最后几名', 'The last so many'), 'how-many'), ...award },
      { ...closed, ...says('最后几名：`last: 2`', 'The last: `last: 2`') },
    ),
  ],
  says('给谁：前几名、一段名次、前百分之几、最后几名', 'Who gets it: the first, some places, the best share, the last'),
);

/** Construct `top`: the first, the last, or the best share, as yes or no or as a prize. */
export const Top = Type.Object(
  {
    of: told(StepId, '按哪一步排', 'The step by which they are ordered'),
    best: Best,
    within: Within,
    scale: Type.Optional(ScaleId),
    awards: Type.Array(Award, { minItems: 1, ...says('各奖项，从上到下', 'Awards in the order of the list') }),
    short: Choice(zh('名次够而条件不够的', 'Whoever has the place but not the minimum'), {
      none: zh('不得', 'gets nothing'),
      'next-award': zh('再看下一项', 'is considered for the next'),
    }),
    vacant: Choice(zh('因此空出的名额', 'A place left free'), {
      lapse: zh('作废', 'lapses'),
      'move-up': zh('由其后的递补', 'goes to the next'),
    }),
    ties: BorderTies,
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '前几名得奖、末几名提醒：没有 `scale` 时得出“是/否”。不按活跃程度列出个人的末位',
      'The first, the last or the best share; without `scale` yes for whoever gets one. Persons are not listed as the last by activity',
    ),
  },
);

export type Top = Static<typeof Top>;
