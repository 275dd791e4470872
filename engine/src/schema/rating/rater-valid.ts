import { Choice } from '../choice.ts';
import { closed, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { zh } from './shared.ts';

const ShareOfMarks = Type.Object(
  {
    title: Words,
    from: Type.Optional(told(Expression, '多少分起算在内：`90`', 'Marks from here on are meant: `90`')),
    below: Type.Optional(told(Expression, '低于多少分算在内：`60`', 'Marks below this are meant: `60`')),
    at_most: Type.Optional(
      sized(
        told(Expression, '占其全部评分至多几成：`1/3`', 'At most this share of what the rater gave: `1/3`'),
        'part',
      ),
    ),
    at_least: Type.Optional(
      sized(
        told(Expression, '占其全部评分至少几成：`0.1`', 'At least this share of what the rater gave: `0.1`'),
        'part',
      ),
    ),
  },
  { ...closed, ...says('某一段分数所占的比例', 'The share of marks between two ends') },
);

/** What a rater’s papers on all who are rated must be like, taken together. */
export const RaterValid = Type.Object(
  {
    spread: Type.Optional(
      sized(
        told(Expression, '其最高分与最低分至少相差多少', 'How far its highest and lowest mark are apart at least'),
        'positive',
      ),
    ),
    shares: Type.Optional(
      Type.Array(ShareOfMarks, { minItems: 1, ...says('高分、低分所占的比例', 'Shares of high or low marks') }),
    ),
    subjects: Type.Optional(Count({ minimum: 1 }, says('至少评了多少个对象', 'How many subjects it marked at least'))),
    none_valid: Choice(zh('某一对象的评分都无效怎么办', 'A subject whose papers are all void'), {
      count: zh('照计', 'count all the same'),
      none: zh('视为没有评分', 'as if without papers'),
    }),
  },
  {
    ...closed,
    ...says(
      '评分人对全部对象的评分一并看，不合要求的整份无效；说明写明谁的评分无效、为何',
      'A rater’s papers on all who are rated, together: not as demanded, all are void. The explanation names the rater and why',
    ),
  },
);

export type RaterValid = Static<typeof RaterValid>;
