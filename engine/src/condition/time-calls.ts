import { toDay } from '../day.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Call } from './call.ts';
import type { Held } from './node.ts';
import { isTime, minutesOf } from './time.ts';

const NUMBER = { type: 'number' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const A_DAY = 24 * 60;

/** Within one day: below zero when the second time comes first. */
const within = (name: string, said: Words, unit: number): [string, Call] => [
  name,
  {
    said,
    takes: ['time', 'time'],
    gives: NUMBER,
    written: `${name}("08:30", data.arrived_at)`,
    apply: ([from, to]) => (isTime(from) && isTime(to) ? (minutesOf(to) - minutesOf(from)) / unit : undefined),
  },
];

/** From a time of one day to a time of another. */
const across = (name: string, said: Words, unit: number): [string, Call] => [
  name,
  {
    said,
    takes: ['date', 'time', 'date', 'time'],
    gives: NUMBER,
    written: `${name}(entry.date, data.happened_at, data.reported_on, data.reported_at)`,
    apply: ([first, from, last, to]) => {
      if (!isDay(first) || !isDay(last) || !isTime(from) || !isTime(to)) return undefined;
      return ((toDay(last) - toDay(first)) * A_DAY + minutesOf(to) - minutesOf(from)) / unit;
    },
  },
];

const isDay = (value: Held): value is string => typeof value === 'string' && DAY.test(value);

/** Functions over times of day. */
export const TIME_CALLS: readonly (readonly [string, Call])[] = [
  within('minutes_between', say('从 $1 到 $2 的分钟数', 'the minutes from $1 to $2'), 1),
  within('hours_between', say('从 $1 到 $2 的小时数', 'the hours from $1 to $2'), 60),
  across('minutes_from_to', say('从 $1 $2 到 $3 $4 的分钟数', 'the minutes from $1 $2 to $3 $4'), 1),
  across('hours_from_to', say('从 $1 $2 到 $3 $4 的小时数', 'the hours from $1 $2 to $3 $4'), 60),
];
