import { asked } from '../choice.ts';
import { closed, Day, Id, Type } from '../common.ts';
import { Count } from '../count.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Months, Nth, Season, Weekday } from '../when.ts';
import { expr } from './ref.ts';

const Tolerance = Count({ minimum: 0, maximum: 15 }, says('前后容许几天', 'Days of tolerance on both sides'));

const Every = Type.Union(
  [
    Type.Literal('day', says('日', 'day')),
    Type.Literal('working-day', says('工作日', 'working day')),
    Type.Literal('week', says('周', 'week')),
    Type.Literal('ten-days', says('旬', 'ten days: 1–10, 11–20, 21–end')),
    Type.Literal('half-month', says('半月', 'half a month')),
    Type.Literal('month', says('月', 'month')),
    Type.Literal('quarter', says('季度', 'quarter')),
    Type.Literal('half-year', says('半年', 'half-year')),
    Type.Object(
      { months: Count({ minimum: 1, maximum: 12 }, says('几个月一个窗口', 'How many months')) },
      { ...closed, ...says('从期初起每若干个月', 'So many months from the start of the period') },
    ),
    Type.Object(
      {
        days_of_month: Type.Array(Type.Integer({ minimum: 1, maximum: 31 }), {
          minItems: 1,
          ...says('每月几号：`[7, 21]`', 'Days of each month: `[7, 21]`'),
        }),
        tolerance: Tolerance,
      },
      { ...closed, ...says('每月的固定日子', 'Fixed days of a month') },
    ),
    Type.Object(
      {
        weeks: Count({ minimum: 2, maximum: 52 }, says('几周一个窗口', 'How many weeks')),
        from: told(Day, '从哪一周起', 'From which week'),
      },
      {
        ...closed,
        ...says('每若干周；算在结束的那一期', 'So many weeks; a window belongs to the period it ends in'),
      },
    ),
    Type.Object(
      {
        weekdays: Type.Array(Weekday, { minItems: 1, ...says('星期几', 'Days of the week') }),
        nth: Type.Optional(Nth),
        tolerance: Tolerance,
      },
      {
        ...closed,
        ...says(
          '每周的固定日子；每月第一个星期五加 `nth: [1]`',
          'Days of the week; with `nth: [1]` the first of each month',
        ),
      },
    ),
  ],
  says('窗口多长', 'How long a window is'),
);

const Per = Type.Union(
  [
    Type.Object(
      { holders: told(Id, '职务的 id', 'Id of the post') },
      { ...closed, ...says('每个任此职务的人', 'Each holder of the post') },
    ),
    Type.Object(
      { members: Type.Literal(true, says('成员', 'Members')) },
      { ...closed, ...says('每个成员', 'Each member') },
    ),
  ],
  says(
    '由谁各自完成（关于本人的记录计）；不写为对象本身',
    'Each of these owes it, by entries about the person; the subject itself when absent',
  ),
);

const Gives = Type.Union(
  [
    Type.Literal('met', says('达到的窗口数', 'how many are met')),
    Type.Literal('missed', says('未达到的窗口数', 'how many are missed')),
    Type.Literal('shortfall', says('未达到的窗口共少多少', 'what those missed lack')),
    Type.Literal('share', says('达到的占比', 'the share met')),
    Type.Literal('due', says('应达到的窗口数', 'how many are due')),
    Type.Literal('longest-run-met', says('最多连续几个窗口达到', 'the most in a row that are met')),
    Type.Literal('longest-run-missed', says('最多连续几个窗口未达到', 'the most in a row that are missed')),
  ],
  says('得出什么', 'What it gives'),
);

const PartWindow = Type.Union(
  [Type.Literal('whole'), Type.Literal('left-out'), Type.Literal('pro-rata')],
  asked(
    { 'zh-CN': '只在窗口的一段时间内存在的对象', en: 'A window in which the subject was there only partly' },
    {
      whole: { 'zh-CN': '照常全额应办', en: 'the full amount' },
      'left-out': { 'zh-CN': '该窗口不计', en: 'left out' },
      'pro-rata': { 'zh-CN': '按天数之比应办', en: 'by the share of its days' },
    },
  ),
);

const Owed = Type.Union(
  [
    Type.Literal('joined', says('自原各组织存在之日起应办', 'from the first day of those it came from')),
    Type.Literal('left-out', says('自它本身存在之日起', 'from its own first day')),
  ],
  says(
    '合并、拆分而来的组织从哪天起应办；不写为它本身的第一天。写 joined 时，`of` 中的集合也写 `predecessors: joined`',
    'From when an organisation that came from others owes; its own first day when absent. With `joined` the sets in `of` say so too',
  ),
);

/** Construct `windows`: a cadence inside the period. */
export const Windows = Type.Object(
  {
    every: Every,
    per: Type.Optional(Per),
    of: told(expr(), '每个窗口算什么，如次数', 'What is worked out for each window'),
    at_least: sized(told(expr(), '每个窗口至少多少', 'What each window must come to'), 'positive'),
    gives: Gives,
    at_most: Type.Optional(
      sized(told(expr(), '每个应办者至多计多少', 'The most that each who owes brings'), 'not-negative'),
    ),
    grace: Type.Optional(
      Count(
        { minimum: 0 },
        says('窗口结束后多少个自然日内尚不算未达到', 'Calendar days after a window until it is missed'),
      ),
    ),
    part_window: PartWindow,
    predecessors: Type.Optional(Owed),
    only_months: Type.Optional(Months),
    season: Type.Optional(Season),
  },
  {
    ...closed,
    ...says(
      '每周、每月、每季至少几次：逐个窗口判断，未到期的不算未达到',
      'A cadence inside the period: `of` is worked out for the days of each window and set against `at_least`. Windows not due yet are never missed',
    ),
  },
);
