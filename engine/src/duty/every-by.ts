import { Temporal } from 'temporal-polyfill';
import { type DayNumber, toDay } from '../day.ts';
import type { Finding } from '../problem.ts';
import type { When } from '../schema/when.ts';
import type { Period } from '../standing.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { every: unknown }>;
type By = Part['by'];

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const WEEKDAY_WORDS: Readonly<Record<(typeof WEEKDAYS)[number], Words>> = {
  monday: say('周一', 'Monday'),
  tuesday: say('周二', 'Tuesday'),
  wednesday: say('周三', 'Wednesday'),
  thursday: say('周四', 'Thursday'),
  friday: say('周五', 'Friday'),
  saturday: say('周六', 'Saturday'),
  sunday: say('周日', 'Sunday'),
};
export const weekdayWords = (day: (typeof WEEKDAYS)[number]): Words => WEEKDAY_WORDS[day];

/** The last day within a period; its end when none is named. The 31st is the last day of a shorter month. */
export function endBy(by: By, { start, end }: Period): DayNumber {
  if (by === undefined) return toDay(end);
  if ('weekday' in by) return toDay(start) + WEEKDAYS.indexOf(by.weekday);
  const month = Temporal.PlainDate.from(start).add({ months: 'month' in by ? by.month - 1 : 0 });
  return toDay(month.with({ day: by.day }, { overflow: 'constrain' }).toString());
}

export function byWords(by: By): Words {
  if (by === undefined) return say('', '');
  if ('weekday' in by) return say(`，${weekdayWords(by.weekday)['zh-CN']}前`, `, by ${weekdayWords(by.weekday).en}`);
  return 'month' in by
    ? say(`，第 ${by.month} 个月 ${by.day} 日前`, `, by day ${by.day} of its month ${by.month}`)
    : say(`，${by.day} 日前`, `, by day ${by.day}`);
}

/** How many months a period of the cadence has; 0 when it is not made of months. */
function monthsOf(cadence: Part['every']): number {
  if (typeof cadence === 'object')
    return 'months' in cadence ? cadence.months : 'years' in cadence ? cadence.years * 12 : 0;
  const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
  return months[cadence] ?? 0;
}

export function byProblems({ by, every }: Part, at: string): Finding[] {
  if (by === undefined) return [];
  const months = monthsOf(every);
  const fits = 'weekday' in by ? every === 'week' : 'month' in by ? months > 1 && by.month <= months : months === 1;
  if (fits) return [];
  return [
    {
      code: 'no-such-day',
      at: `${at}/by`,
      words: say('这样的期间里没有这一天', 'A period of this kind has no such day'),
      wayOut: say(
        '每月写 { day: 25 }，季度、半年、年写 { month: 1, day: 10 }，每周写 { weekday: friday }',
        'Write { day: 25 } for a month, { month: 1, day: 10 } for longer periods, { weekday: friday } for a week',
      ),
    },
  ];
}
