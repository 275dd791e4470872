import { closed, MonthDay, type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { Duration } from './duration.ts';
import { says, told } from './says.ts';

const Within = Type.Union(
  [
    Type.Literal('month', says('同一个月', 'the same month')),
    Type.Literal('quarter', says('同一季度', 'the same quarter')),
    Type.Literal('half-year', says('同一个半年', 'the same half-year')),
    Type.Literal('year', says('同一年', 'the same year')),
    Type.Literal('to-date', says('自始累计', 'all so far')),
    Type.Object(
      {
        from: told(MonthDay, '首日', 'The first day'),
        to: told(MonthDay, '末日', 'The last day'),
      },
      {
        ...closed,
        ...says(
          '每年的一段，可跨年，如一个防火期；之外的不计',
          'A stretch of each year, such as a fire season; others do not count',
        ),
      },
    ),
    Duration,
  ],
  says(
    '在多长时间内数：`month`、`quarter`、`half-year`、`year`，累计 `to-date`，一个防火期 `{ from: 10-01, to: 05-31 }`，截至该次的一段时间 `{ months: 12 }`',
    'Within what they are numbered: `month`, `quarter`, `half-year`, `year`, all so far `to-date`, a season `{ from: 10-01, to: 05-31 }`, the time up to each `{ months: 12 }`',
  ),
);

const rest = {
  in: Within,
  in_a_row: Type.Optional(
    Type.Boolean(
      says('须连续：其间有不合 where 的即重新数', 'In a row: one that does not meet `where` begins the count anew'),
    ),
  ),
};

/** Which of several events binds. */
export const NthEvent = Type.Union(
  [
    Type.Object(
      { only: Count({ minimum: 1 }, says('第几次', 'Which')), ...rest },
      { ...closed, ...says('只有第几次：`{ only: 2, in: year }`', 'That one alone: `{ only: 2, in: year }`') },
    ),
    Type.Object(
      { from: Count({ minimum: 2 }, says('从第几次起', 'From which on')), ...rest },
      {
        ...closed,
        ...says('第几次起每次：`{ from: 2, in: year }`', 'That one and each later: `{ from: 2, in: year }`'),
      },
    ),
    Type.Object(
      { every: Count({ minimum: 2 }, says('每满几次', 'Each how many')), ...rest },
      { ...closed, ...says('每满几次：`{ every: 3, in: to-date }`', 'Each third: `{ every: 3, in: to-date }`') },
    ),
  ],
  says(
    '同一时期内第几次才产生；不写则每次都产生。年度内第二次 `{ only: 2, in: year }`，第二次起每次 `{ from: 2, in: year }`，累计每满三次 `{ every: 3, in: to-date }`，连续两次加 `in_a_row: true`',
    'Which of those in one period binds; each when absent. `{ only: 2, in: year }` the second of a year, `{ from: 2, in: year }` from the second on, `{ every: 3, in: to-date }` each third, with `in_a_row: true` in a row',
  ),
);

export type NthEvent = Static<typeof NthEvent>;
