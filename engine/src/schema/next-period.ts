import { closed, type Static, Type } from './common.ts';
import { says, told } from './says.ts';

const Next = Type.Union(
  [
    Type.Literal('month', says('次月', 'the next month')),
    Type.Literal('quarter', says('次季度', 'the next quarter')),
    Type.Literal('half-year', says('下一个半年', 'the next half-year')),
    Type.Literal('year', says('次年', 'the next year')),
  ],
  says('接下来的哪一期', 'Which comes next'),
);

/** The first day of the period after the one in which something happened. */
export const NextPeriod = Type.Object(
  { next: Next },
  {
    ...closed,
    ...says(
      '自次月（次季度、次年）首日起：`{ next: month }`，`within` 连首日一起算',
      'From the first day of the next month (quarter, year): `{ next: month }`; `within` counts that day too',
    ),
  },
);

/** A day of the period after the one in which something happened. */
export const NextDay = Type.Object(
  {
    next: Next,
    month: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 12,
        ...says('第几个月；不写为第一个', 'Which month of it; the first when absent'),
      }),
    ),
    day: told(Type.Integer({ minimum: 1, maximum: 31 }), '几号', 'The day of the month'),
  },
  {
    ...closed,
    ...says(
      '次月 10 日前 `{ next: month, day: 10 }`；次季度首月 15 日前 `{ next: quarter, day: 15 }`；次年 3 月底前 `{ next: year, month: 3, day: 31 }`',
      'By the 10th of the next month `{ next: month, day: 10 }`; by the end of March of the next year `{ next: year, month: 3, day: 31 }`',
    ),
  },
);

export type NextPeriod = Static<typeof NextPeriod>;
export type NextDay = Static<typeof NextDay>;
