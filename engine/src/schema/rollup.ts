import { closed, Decimal, Id, ParameterId, type Static, Type } from './common.ts';
import { says, told } from './says.ts';

/** How a measure's values at its unit become the value of the organisations above. */
export const Rollup = Type.Union(
  [
    Type.Literal('sum', says('相加', 'their sum')),
    Type.Literal('none', says('不汇总', 'they do not')),
    Type.Object(
      {
        ratio_of_sums: Type.Object(
          {
            of: told(Id, '分子：指标的 id', 'The measure on top'),
            to: told(Id, '分母：指标的 id', 'The measure below'),
          },
          { ...closed, ...says('两个指标的合计相除', 'Sum of one measure divided by the sum of another') },
        ),
      },
      {
        ...closed,
        ...says(
          '比率：合计 ÷ 合计，从不取比率的平均',
          'Sum of one measure divided by the sum of another; never a mean of ratios',
        ),
      },
    ),
    Type.Object(
      {
        share_meeting: Type.Object(
          {
            is: Type.Union(
              [
                Type.Literal('at-least', says('大于等于', 'at least')),
                Type.Literal('at-most', says('小于等于', 'at most')),
                Type.Literal('equal', says('等于', 'equal')),
              ],
              says('怎么比', 'How it is compared'),
            ),
            than: Type.Union(
              [Decimal, Type.Object({ parameter: ParameterId }, closed)],
              says('界限：数或参数', 'The limit: a figure, or a parameter'),
            ),
          },
          { ...closed, ...says('达到界限的占比', 'The share that meets the limit') },
        ),
      },
      {
        ...closed,
        ...says(
          '达标率：值达到界限的单位占比；未知的列出，不算未达到',
          'Share of the units whose value meets the limit. Units whose value is not known are shown, not counted as failing',
        ),
      },
    ),
  ],
  says('怎么逐级汇总', 'How values roll up the tree'),
);

export type Rollup = Static<typeof Rollup>;
