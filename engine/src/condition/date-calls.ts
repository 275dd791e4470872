import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../calendar.ts';
import { dateOf, fromDay, toDay, weekday } from '../day.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Call } from './call.ts';
import type { Env, Held } from './node.ts';
import type { VariableType } from './type.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = { type: 'number' } as const;
const DATE = { type: 'date' } as const;
const TRUTH = { type: 'boolean' } as const;

type Dated = (days: readonly string[], env: Env) => Held;

/** From one day to another: below zero when the second comes first. */
const between = (name: string, said: Words, apply: Dated): [string, Call] => [
  name,
  { said, takes: ['date', 'date'], gives: NUMBER, written: `${name}(data.due, data.sent)`, apply: onDays(apply) },
];

const moved = (name: string, said: Words, apply: (day: string, count: number, env: Env) => string): [string, Call] => [
  name,
  {
    said,
    takes: ['date', 'number'],
    gives: DATE,
    written: `${name}(entry.date, 15)`,
    apply: ([day, count], env) => (isDay(day) && isWhole(count) ? apply(day, count, env) : undefined),
  },
];

const partOf = (name: string, said: Words, read: (date: Temporal.PlainDate) => number): [string, Call] => [
  name,
  {
    said,
    takes: ['date'],
    gives: NUMBER,
    written: `${name}(entry.date)`,
    apply: onDays(([day]) => read(plainOf(day))),
  },
];

/** How much two stretches of days have in common; nothing where they do not meet. */
const overlap = (
  name: string,
  said: Words,
  length: (first: number, last: number, env: Env) => number,
): [string, Call] => [
  name,
  {
    said,
    takes: ['date', 'date', 'date', 'date'],
    gives: NUMBER,
    written: `${name}(data.first_day, data.last_day, period.start, period.end)`,
    apply: onDays(([a = '', b = '', c = '', d = ''], env) => {
      const [first, last] = [Math.max(toDay(a), toDay(c)), Math.min(toDay(b), toDay(d))];
      return first > last ? 0 : length(first, last, env);
    }),
  },
];

/** What the calendar says of a day. */
const ofDay = (
  name: string,
  said: Words,
  gives: VariableType,
  read: (day: number, env: Env) => Held,
): [string, Call] => [
  name,
  {
    said,
    takes: ['date'],
    gives,
    written: `${name}(entry.date)`,
    apply: onDays(([day = ''], env) => read(toDay(day), env)),
  },
];

const needsCalendar = ([name, call]: [string, Call]): [string, Call] => [name, { ...call, needsCalendar: true }];

/** Functions over dates. Days between the 1st and the 3rd are two; full months and years as on a birthday. */
export const DATE_CALLS: readonly (readonly [string, Call])[] = [
  between(
    'days_between',
    say('从 $1 到 $2 的天数', 'the days from $1 to $2'),
    ([from = '', to = '']) => toDay(to) - toDay(from),
  ),
  needsCalendar(
    between(
      'working_days_between',
      say('从 $1 到 $2 的工作日', 'the working days from $1 to $2'),
      ([from = '', to = ''], env) => workingDays(toDay(from), toDay(to), env),
    ),
  ),
  between(
    'months_between',
    say('从 $1 到 $2 的足月数', 'the full months from $1 to $2'),
    ([from, to]) => plainOf(from).until(plainOf(to), { largestUnit: 'months' }).months,
  ),
  between(
    'years_between',
    say('从 $1 到 $2 的周年数', 'the full years from $1 to $2'),
    ([from, to]) => plainOf(from).until(plainOf(to), { largestUnit: 'years' }).years,
  ),
  moved('plus_days', say('$1 后 $2 天', '$2 days after $1'), (day, count) => fromDay(toDay(day) + count)),
  needsCalendar(
    moved('plus_working_days', say('$1 后 $2 个工作日', '$2 working days after $1'), (day, count, env) =>
      fromDay(calendarOf(env).shift(toDay(day), count, 'working-days')),
    ),
  ),
  moved('plus_months', say('$1 后 $2 个月', '$2 months after $1'), (day, count) =>
    plainOf(day).add({ months: count }).toString(),
  ),
  partOf('year_of', say('$1 的年份', 'the year of $1'), ({ year }) => year),
  partOf('month_of', say('$1 的月份', 'the month of $1'), ({ month }) => month),
  partOf('day_of', say('$1 是当月几号', 'the day of the month of $1'), ({ day }) => day),
  ofDay(
    'weekday_of',
    say('$1 的星期（周一为 1）', 'the day of the week of $1 (Monday is 1)'),
    NUMBER,
    (day) => weekday(day) + 1,
  ),
  needsCalendar(
    ofDay('is_working_day', say('$1 是工作日', '$1 is a working day'), TRUTH, (day, env) =>
      calendarOf(env).isWorkingDay(day),
    ),
  ),
  needsCalendar(
    ofDay('is_holiday', say('$1 是法定放假日', '$1 is an official day off'), TRUTH, (day, env) =>
      calendarOf(env)
        .named(day, day)
        .some(({ working }) => !working),
    ),
  ),
  needsCalendar(
    ofDay(
      'next_working_day',
      say('$1 当日或其后第一个工作日', '$1 or the first working day after it'),
      DATE,
      (day, env) => fromDay(workingDayFrom(day, 1, env)),
    ),
  ),
  needsCalendar(
    ofDay(
      'previous_working_day',
      say('$1 当日或其前最近的工作日', '$1 or the last working day before it'),
      DATE,
      (day, env) => fromDay(workingDayFrom(day, -1, env)),
    ),
  ),
  overlap(
    'overlap_days',
    say('$1 至 $2 与 $3 至 $4 重合的天数', 'the days that $1 to $2 and $3 to $4 have in common'),
    (first, last) => last - first + 1,
  ),
  needsCalendar(
    overlap(
      'overlap_working_days',
      say('$1 至 $2 与 $3 至 $4 重合的工作日', 'the working days that $1 to $2 and $3 to $4 have in common'),
      (first, last, env) => calendarOf(env).workingDays(first, last),
    ),
  ),
  [
    'month_start',
    {
      said: say('$1 所在月的首日', 'the first day of the month of $1'),
      takes: ['date'],
      gives: DATE,
      written: 'month_start(entry.date)',
      apply: onDays(([day]) => plainOf(day).with({ day: 1 }).toString()),
    },
  ],
  [
    'in_year_of',
    {
      said: say('$1 当年的 $2', '$2 in the year of $1'),
      takes: ['date', 'date'],
      gives: DATE,
      written: "in_year_of(period.end, '04-12')",
      apply: ([day, monthDay]) => (isDay(day) && typeof monthDay === 'string' ? dayInYear(day, monthDay) : undefined),
    },
  ],
];

const isDay = (value: Held): value is string => typeof value === 'string' && DAY.test(value);
const isWhole = (value: Held): value is number => typeof value === 'number' && Number.isSafeInteger(value);

function onDays(apply: Dated): Call['apply'] {
  return (args, env) => {
    const days = args.filter(isDay);
    return days.length === args.length ? apply(days, env) : undefined;
  };
}

const plainOf = (day = ''): Temporal.PlainDate => dateOf(toDay(day));
const calendarOf = (env: Env): WorkCalendar => env.calendar as WorkCalendar;

const workingDayFrom = (day: number, direction: 1 | -1, env: Env): number => {
  const calendar = calendarOf(env);
  return calendar.isWorkingDay(day) ? day : calendar.shift(day, direction, 'working-days');
};

/** Working days after the first day, up to and with the second; below zero the other way round. */
function workingDays(from: number, to: number, env: Env): number {
  const calendar = calendarOf(env);
  return to >= from ? calendar.workingDays(from + 1, to) : 0 - calendar.workingDays(to + 1, from);
}

/** 29 February is the last of February in a common year. */
function dayInYear(day: string, monthDay: string): string | undefined {
  const [, month, date] = /^(\d{2})-(\d{2})$/.exec(monthDay) ?? [];
  if (month === undefined || date === undefined) return undefined;
  return Temporal.PlainDate.from({ year: plainOf(day).year, month: Number(month), day: Number(date) }).toString();
}
