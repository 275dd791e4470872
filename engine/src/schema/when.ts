import { AfterEvent, AfterUntil, BeforeDate } from './after.ts';
import { Choice } from './choice.ts';
import { closed, Day, DaysOf, Id, MonthDay, ParameterId, type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { DayOff } from './day-off.ts';
import { says, told } from './says.ts';
import { Term } from './term.ts';

const say = (zh: string, en: string) => says(zh, en).says;

/** Construct `every`: rhythms that have a name. */
export const Rhythm = Type.Union([
  Type.Literal('day', says('每天', 'daily')),
  Type.Literal('working-day', says('每个工作日', 'each working day')),
  Type.Literal('week', says('每周', 'weekly')),
  Type.Literal('ten-days', says('每旬', '1–10, 11–20, 21–end')),
  Type.Literal('half-month', says('每半月', 'half-monthly')),
  Type.Literal('month', says('每月', 'monthly')),
  Type.Literal('quarter', says('每季度', 'quarterly')),
  Type.Literal('half-year', says('每半年', 'half-yearly')),
  Type.Literal('year', says('每年', 'yearly')),
]);

const Cadence = Type.Union(
  [
    Rhythm,
    Type.Object(
      {
        weeks: Type.Integer({ minimum: 2, maximum: 52, ...says('每几周', 'Weeks') }),
        from: told(Day, '从哪一天所在的周起（周一至周日）', 'From the week of which day on (Monday to Sunday)'),
      },
      closed,
    ),
    Type.Object({ months: Type.Integer({ minimum: 2, maximum: 11, ...says('每几个月', 'Months') }) }, closed),
    Type.Object(
      {
        years: Type.Integer({ minimum: 2, maximum: 10, ...says('每几年', 'Years') }),
        from: Type.Integer({ minimum: 1900, ...says('从哪一年起', 'From which year') }),
      },
      closed,
    ),
  ],
  says(
    '多久一次：`day`、`working-day`（每个工作日）、`week`、`ten-days`（每旬）、`half-month`、`month`、`quarter`、`half-year`、`year`；每两周 `{ weeks: 2, from: 2026-01-05 }`，每两个月 `{ months: 2 }`（自一月起），每三年 `{ years: 3, from: 2024 }`',
    'How often: `day`, `working-day`, `week`, `ten-days` (1–10, 11–20, 21–end), `half-month`, `month`, `quarter`, `half-year`, `year`; `{ weeks: 2, from: 2026-01-05 }`, `{ months: 2 }` (from January on), `{ years: 3, from: 2024 }`',
  ),
);

export const Weekday = Type.Union(
  (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const).map((day) =>
    Type.Literal(day),
  ),
);

const dayOf = Type.Integer({ minimum: 1, maximum: 31, ...says('几号', 'The day of the month') });

const By = Type.Union(
  [
    Type.Object({ day: dayOf }, closed),
    Type.Object(
      { month: Type.Integer({ minimum: 1, maximum: 12, ...says('第几个月', 'Which month of it') }), day: dayOf },
      closed,
    ),
    Type.Object({ weekday: told(Weekday, '星期几', 'The day of the week') }, closed),
  ],
  says(
    '每期内的最后期限：每月 25 日前 `{ day: 25 }`；每季首月 10 日前 `{ month: 1, day: 10 }`；每周五前 `{ weekday: friday }`',
    'The last day within each period: `{ day: 25 }` of a month, `{ month: 1, day: 10 }` of its first month, `{ weekday: friday }` of a week',
  ),
);

export const Months = Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), {
  ...says(
    '只计这些月份，如只在第四季度；固定日只在这些月份产生',
    'Only what happens in these months counts, and fixed days fall in them',
  ),
});

export const Season = Type.Object(
  {
    from: told(MonthDay, '首日', 'The first day'),
    to: told(MonthDay, '末日', 'The last day'),
    part: Choice(say('只有一段在季节内的期怎么办', 'A period partly in the season'), {
      whole: say('照常全额应办', 'the full amount'),
      'left-out': say('不计', 'left out'),
    }),
  },
  {
    ...closed,
    ...says(
      '只在每年的这段日子里应办，如防汛期 `{ from: 05-15, to: 09-30, part: whole }`；可跨年',
      'Owed only on these days of each year: `{ from: 05-15, to: 09-30, part: whole }`; may run over the end of a year',
    ),
  },
);

const before = says('此前多少天起可计', 'From how many days before it counts');
const dayOff = { day_off: Type.Optional(DayOff) };

/** Construct `every`. */
export const Every = Type.Object(
  {
    every: Cadence,
    by: Type.Optional(By),
    only_months: Type.Optional(Months),
    season: Type.Optional(Season),
    ...dayOff,
  },
  closed,
);

/** Construct `once`. */
export const Once = Type.Object(
  {
    once: Type.Union(
      [
        Type.Object(
          {
            by: Type.Union(
              [Day, Type.Object({ parameter: ParameterId }, closed)],
              says('最迟哪一天：日期或参数', 'The last day: a day, or a parameter'),
            ),
          },
          { ...closed, ...says('某日之前', 'By a day') },
        ),
        Type.Object(
          {
            by_month_day: Type.Union(
              [MonthDay, Type.Object({ parameter: ParameterId }, closed)],
              says('月-日，或参数', 'A day of the year, or a parameter'),
            ),
          },
          {
            ...closed,
            ...says('对象开始之日起的第一个这样的日子', 'The first such day on or after the subject’s start'),
          },
        ),
      ],
      says('只办一次，最迟哪一天', 'Once, and by when'),
    ),
    ...dayOff,
  },
  closed,
);

/** Construct `days-of-month`. */
export const DaysOfMonth = Type.Object(
  {
    days_of_month: Type.Array(dayOf, { minItems: 1, ...says('每月几号：`[7, 21]`', 'Days of each month: `[7, 21]`') }),
    window_days: Type.Optional(Count({ minimum: 0, maximum: 31 }, before)),
    only_months: Type.Optional(Months),
    ...dayOff,
  },
  closed,
);

/** Construct `days-of-year`. */
export const DaysOfYear = Type.Object(
  {
    days_of_year: Type.Array(MonthDay, { minItems: 1, ...says('每年哪几天', 'Days of each year') }),
    window_days: Type.Optional(Count({ minimum: 0, maximum: 366 }, before)),
    ...dayOff,
  },
  {
    ...closed,
    ...says(
      '每年固定的日子：`days_of_year: [01-15, 07-10]`，每期以该日命名；`window_days` 为此前多少天起可计',
      'Fixed days of every year: `days_of_year: [01-15, 07-10]`; each period is named by its day and counts `window_days` before it',
    ),
  },
);

export const Nth = Type.Array(Type.Union([Type.Integer({ minimum: 1, maximum: 5 }), Type.Literal('last')]), {
  minItems: 1,
  ...says('当月第几个：第一个星期五 `[1]`，最后一个 `[last]`', 'Which of the month: `[1]` the first, `[last]`'),
});

/** Construct `weekdays`. */
export const Weekdays = Type.Object(
  {
    weekdays: Type.Array(Weekday, { minItems: 1, ...says('星期几', 'Days of the week') }),
    nth: Type.Optional(Nth),
    weeks: Type.Optional(
      Type.Object(
        {
          every: Type.Integer({ minimum: 2, maximum: 52, ...says('每几周', 'Of how many weeks one') }),
          from: told(
            Day,
            '第一个这样的周里的一天；此前没有',
            'A day of the first such week; nothing is owed before it',
          ),
        },
        {
          ...closed,
          ...says(
            '不是每周，而是每几周：`{ every: 2, from: 2026-01-08 }`，自这一天所在的周（周一至周日）起隔周',
            'One week of several: `{ every: 2, from: 2026-01-08 }`, every second week from the week of that day (Monday to Sunday) on',
          ),
        },
      ),
    ),
    window_days: Type.Optional(Count({ minimum: 0, maximum: 31 }, before)),
    only_months: Type.Optional(Months),
    ...dayOff,
  },
  {
    ...closed,
    ...says(
      '每周固定的星期几：`weekdays: [monday]`；每月第一个星期五：`weekdays: [friday], nth: [1]`；隔周的星期四：`weekdays: [thursday], weeks: { every: 2, from: 2026-01-08 }`',
      'Days of the week: `weekdays: [monday]`; the first Friday of a month: `weekdays: [friday], nth: [1]`; every second Thursday: `weekdays: [thursday], weeks: { every: 2, from: 2026-01-08 }`',
    ),
  },
);

/** Constructs `every`, `once`, `days-of-month`, `days-of-year`, `weekdays`, `festivals`, `after-event`, `before-date`, `before-end`: when it is owed. */
export const When = Type.Union(
  [
    Every,
    Once,
    DaysOfMonth,
    DaysOfYear,
    Weekdays,
    Type.Object(
      {
        festivals: Type.Array(Id, {
          minItems: 1,
          ...says('哪些节日（见 calendars）', 'Which festivals (see calendars)'),
        }),
        window_days: Count(
          { minimum: 0, maximum: 30 },
          says(
            '节日之前多少天起可计，含节日当天',
            'Days before the festival in which it counts, the festival included.',
          ),
        ),
      },
      closed,
    ),
    AfterEvent,
    AfterUntil,
    BeforeDate,
    Type.Object(
      {
        before_end: Type.Object(
          { of: Type.Literal('subject', says('对象', 'The subject')) },
          { ...closed, ...says('对象结束之前，如任期届满', 'Before the subject ends, as a term does') },
        ),
        days: Type.Optional(DaysOf),
        within: Term(0),
      },
      closed,
    ),
  ],
  says('什么时候应办', 'When the duty is owed.'),
);

export type When = Static<typeof When>;
export type Rhythm = Static<typeof Rhythm>;
export type Weekdays = Static<typeof Weekdays>;
