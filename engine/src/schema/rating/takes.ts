import { Choice, ChoiceOr } from '../choice.ts';
import { closed, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { zh } from './shared.ts';

const tooFew = Choice(zh('去掉后没有剩余怎么办', 'When cutting leaves nothing'), {
  mean: zh('不去掉，取平均', 'the mean of all'),
  none: zh('视为没有评分', 'as if without papers'),
});

const highest = Type.Integer({ minimum: 0, ...says('去掉几个最高分', 'How many of the highest') });
const lowest = Type.Integer({ minimum: 0, ...says('去掉几个最低分', 'How many of the lowest') });

const ByNumber = Type.Object(
  { highest, lowest, too_few: tooFew },
  { ...closed, ...says('去掉几个最高分和最低分', 'By number') },
);

const ByShare = Type.Object(
  {
    share: sized(told(Expression, '两头各去掉的占比：`0.1`', 'The share cut at each end: `0.1`'), 'cut'),
    rounding: Choice(zh('去掉的份数怎么取整', 'How the number cut is rounded'), {
      down: zh('舍去', 'down'),
      nearest: zh('四舍五入', 'to the nearest'),
      up: zh('进位', 'up'),
    }),
    too_few: tooFew,
  },
  { ...closed, ...says('两头各去掉若干比例', 'By a share at each end') },
);

const ByRaters = Type.Object(
  {
    from: Type.Array(
      Type.Object(
        {
          raters: Type.Integer({ minimum: 1, ...says('评分人满多少人起', 'From so many raters on') }),
          highest,
          lowest,
        },
        closed,
      ),
      {
        minItems: 1,
        ...says('各档，自人数多的写起：满 10 人各去两个，满 5 人各去一个', 'The rows, from the most raters down'),
      },
    ),
    too_few: Choice(zh('评分人不满最末一档怎么办', 'With fewer raters than the last row begins with'), {
      mean: zh('不去掉，取平均', 'the mean of all'),
      none: zh('视为没有评分', 'as if without papers'),
    }),
  },
  { ...closed, ...says('去掉几个随评分人数而定', 'By number, depending on how many raters there are') },
);

const Cut = Type.Union([ByNumber, ByShare, ByRaters], says('去掉多少', 'How much is cut'));

const farAgain = Choice(zh('重新平均后又有偏离的怎么办', 'Marks far from the new mean'), {
  counts: zh('照计：只判一次', 'count: it is judged once'),
  void: zh('再作废、再平均，直到没有偏离的', 'are void too, until none is'),
});
const allFar = Choice(zh('全都偏离怎么办', 'When all are far from the mean'), {
  mean: zh('不作废，取平均', 'the mean of all'),
  none: zh('视为没有评分', 'as if without papers'),
});

const NearMean = Type.Union(
  [
    Type.Object(
      {
        points: sized(
          told(Expression, '最多偏离多少分：`10`；正好这么多的仍计', 'How far at most: `10`; exactly so far counts'),
          'not-negative',
        ),
        far_again: farAgain,
        too_few: allFar,
      },
      { ...closed, ...says('按分数', 'In points') },
    ),
    Type.Object(
      {
        share: sized(
          told(Expression, '最多偏离平均分的几成：`0.2`', 'How far at most, as a share of the mean: `0.2`'),
          'not-negative',
        ),
        far_again: farAgain,
        too_few: allFar,
      },
      { ...closed, ...says('按平均分的占比', 'As a share of the mean') },
    ),
  ],
  says('偏离全部评分的平均过远的作废，其余重新平均', 'Papers too far from the mean of all are void'),
);

/** What the papers of a group of scorers come to. */
export const Takes = ChoiceOr(
  zh('多份评分怎么合成', 'What several papers make'),
  { mean: zh('平均', 'the mean'), median: zh('中位数', 'the median') },
  Type.Union([
    Type.Object(
      { trimmed: Cut },
      { ...closed, ...says('去掉最高、最低后的平均', 'The mean without the highest and lowest') },
    ),
    Type.Object(
      { near_mean: NearMean },
      { ...closed, ...says('去掉偏离平均过远的之后的平均', 'The mean of those near the mean') },
    ),
    Type.Object(
      {
        first: Choice(zh('先做哪一样', 'Which is done first'), {
          trimmed: zh('先去最高、最低，再看其余的偏离', 'the highest and lowest are cut, then the rest is judged'),
          near_mean: zh('先作废偏离的，再去其余的最高、最低', 'those far from the mean are void, then the rest is cut'),
        }),
        trimmed: Cut,
        near_mean: NearMean,
      },
      { ...closed, ...says('两样都做', 'Both') },
    ),
  ]),
);

export type Takes = Static<typeof Takes>;
export type Trimmed = Static<typeof Cut>;
export type ByRaters = Static<typeof ByRaters>;
export type NearMean = Static<typeof NearMean>;
