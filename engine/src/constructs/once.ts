import type { WorkCalendar } from '../calendar.ts';
import { dateOf, fromDay, toDay } from '../day.ts';
import { dayOffWords, movedOff } from '../duty/day-off.ts';
import { parameterDay } from '../duty/parameter-check.ts';
import type { BareSpan, Construct, SpanQuery, WhenRun } from '../duty/types.ts';
import type { Parts } from '../parts.ts';
import type { When } from '../schema/when.ts';
import type { Value } from '../value.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { once: unknown }>;
type Limit = string | { readonly parameter: string };

const limitOf = ({ once: rule }: Part): Limit => ('by' in rule ? rule.by : rule.by_month_day);

/** `when: { once: { by: 2026-06-10 } }`: one time, from the subject's start to the day. */
export const once: Construct<Part, WhenRun> = {
  id: 'once',
  check: (part, at, context) => {
    const limit = limitOf(part);
    const key = 'by' in part.once ? 'by' : 'by_month_day';
    return typeof limit === 'string'
      ? []
      : parameterDay(limit.parameter, key === 'by_month_day', `${at}/once/${key}`, context);
  },
  compile: (part, { parts, calendar }) => ({
    shared: false,
    overlaps: false,
    spans: (query) => spansOf(part, parts, query, calendar),
    explain: ({ end }) => {
      const off = dayOffWords(part.day_off);
      return say(`一次，${fromDay(end)} 前完成${off['zh-CN']}`, `Once, by ${fromDay(end)}${off.en}`);
    },
  }),
};

function spansOf(part: Part, parts: Parts, { subject, from, to, asOf }: SpanQuery, calendar: WorkCalendar): BareSpan[] {
  const start = subject?.from ?? from;
  const limit = limitOf(part);
  const value: Value = typeof limit === 'string' ? known(limit) : parts.parameter(limit.parameter, fromDay(asOf));
  if (value.state !== 'known') {
    const missing = value.state === 'not-known' ? value.missing : [];
    return [{ key: 'once', start, end: Math.max(start, yearEnd(asOf)), countsOn: null, missing }];
  }
  const end = 'by' in part.once ? toDay(String(value.value)) : firstOnOrAfter(start, String(value.value));
  if (end < start) return [];
  const span: BareSpan = { key: 'once', start, end, countsOn: null, missing: [] };
  return movedOff(span, part.day_off, calendar).filter((one) => one.end >= from && one.start <= to);
}

const yearEnd = (day: number): number => toDay(`${dateOf(day).year}-12-31`);

/** The first such month-day on or after a day; 29 February falls on 28 in common years. */
function firstOnOrAfter(day: number, monthDay: string): number {
  const [month = 1, dayOfMonth = 1] = monthDay.split('-').map(Number);
  const inYear = (year: number): number =>
    toDay(dateOf(day).with({ year, month, day: 1 }).with({ day: dayOfMonth }, { overflow: 'constrain' }).toString());
  const { year } = dateOf(day);
  return inYear(year) >= day ? inYear(year) : inYear(year + 1);
}
