import { Choice, ChoiceOr } from '../choice.ts';
import { closed, GradeId, type Static, StepId, Type, Why } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Best, Within, zh } from './shared.ts';

const ends = {
  no_fewer_than: Type.Optional(sized(told(Expression, '名额至少几个', 'The least it may come to'), 'places')),
  no_more_than: Type.Optional(sized(told(Expression, '名额至多几个', 'The most it may come to'), 'places')),
};

const Size = Type.Union(
  [
    Type.Object(
      {
        share: sized(told(Expression, '占基数之比：`0.2` 即 20%', 'A share of the base: `0.2` is 20 %'), 'part'),
        ...ends,
      },
      { ...closed, ...says('按比例', 'By a share') },
    ),
    Type.Object(
      { number: sized(told(Expression, '几个', 'How many'), 'places'), ...ends },
      { ...closed, ...says('按个数', 'By number') },
    ),
  ],
  says(
    '比例（`share: 0.2`、`share: param("first.share")`）或个数；可限最少、最多几个',
    'A share of the base (`share: 0.2`, `share: param("first.share")`) or a number; with its least and most',
  ),
);

const Place = Type.Object(
  {
    grade: GradeId,
    at_most: Type.Optional(
      told(Size, '不超过：排在后面的降到下一等次', 'At most: the last fall to the next lower grade'),
    ),
    at_least: Type.Optional(
      told(Size, '不少于：下一等次中符合 `needs` 的递补', 'At least: the best below who meet `needs` rise'),
    ),
    exactly: Type.Optional(told(Size, '正好：不多也不少', 'Exactly: neither more nor fewer')),
    needs: Type.Optional(
      told(Expression, '递补（或落入末等）须符合的底线', 'What whoever rises, or falls into the last grade, must meet'),
    ),
  },
  {
    ...closed,
    ...says(
      '一个等次的名额。末等的 `at_least`、`exactly` 必须写 `needs`：没有绝对的底线，不得强制末等',
      'Places of one grade. Into the lowest fall the last who meet `needs`, which it must have as an absolute floor',
    ),
  },
);

/** Construct `quota`: grades within the places there are. */
export const Quota = Type.Object(
  {
    of: told(StepId, '得出等次的步骤', 'The step that gives the grades'),
    by: Type.Array(Type.Object({ step: StepId, best: Best }, closed), {
      minItems: 1,
      ...says('同一等次内谁在前；并列时看后面的步骤', 'Who comes first inside a grade; later steps tell equals apart'),
    }),
    within: Within,
    base: ChoiceOr(
      zh('名额按多少对象计算', 'What shares are taken of'),
      { all: zh('全部对象', 'all subjects'), rated: zh('有等次的对象', 'those with a grade') },
      Type.Object(
        { when: told(Expression, '条件', 'The condition') },
        { ...closed, ...says('符合条件的对象', 'Those for whom the condition holds') },
      ),
    ),
    places: Type.Array(Place, { minItems: 1, ...says('各等次的名额', 'The places of each grade') }),
    shares: Choice(zh('各等次的名额怎么叠加', 'How places of several grades add up'), {
      separate: zh('各等次分别计算', 'each grade by itself'),
      running: zh('累计：含其上各等次', 'running: each includes the better grades'),
    }),
    rounding: Choice(zh('名额不是整数怎么办', 'How places are rounded'), {
      down: zh('舍去', 'down'),
      up: zh('进一', 'up'),
      'half-up': zh('四舍五入', 'nearest, halves up'),
      'largest-remainder': zh('最大余数法，总数不变', 'largest remainder, keeps the sum'),
    }),
    unfilled: Choice(zh('用不完的名额怎么办', 'Places nobody takes'), {
      lapse: zh('作废', 'lapse'),
      'move-down': zh('转给下一等次', 'go to the next lower grade'),
    }),
    ties: Choice(zh('名额边界并列怎么办', 'Equals at the border of the places'), {
      'all-in': zh('并列者都入，名额可超', 'all are in, beyond the places'),
      'all-out': zh('并列者都不入，名额可缺', 'all are out, places stay free'),
    }),
    binding: ChoiceOr(
      zh('名额是硬性的还是原则上的', 'Whether the places bind'),
      { hard: zh('硬性', 'always') },
      Type.Object(
        { unless: told(Expression, '除非', 'Unless this holds'), why: Why },
        {
          ...closed,
          ...says(
            '原则上：符合 `unless`（有记录的理由）的保留等次',
            'As a rule: who meets `unless` (a recorded reason) keeps the grade',
          ),
        },
      ),
    ),
    direct: ChoiceOr(
      zh('直接定等者占不占名额', 'Whether grades set directly take places'),
      { none: zh('没有直接定等', 'no grade is set directly') },
      Type.Object(
        {
          when: told(Expression, '直接定等的条件', 'Who has been graded directly'),
          take: Choice(zh('占不占名额', 'Whether they take places'), {
            inside: zh('占名额', 'they do'),
            outside: zh('不占名额', 'they do not'),
          }),
        },
        { ...closed, ...says('直接定等的，等次不变', 'Grades set directly stay as they are') },
      ),
    ),
    missing: Choice(zh('有对象结果未知时怎么办', 'While a subject is not known'), {
      stop: zh('全组暂不评定', 'nobody in the group has a grade yet'),
      without: zh('先按已知者评定，标明暂定', 'among those known, marked provisional'),
    }),
  },
  { ...closed, ...says('等次名额：不超过、不少于、正好', 'Grades of a step, kept within shares or numbers of places') },
);

export type Quota = Static<typeof Quota>;
