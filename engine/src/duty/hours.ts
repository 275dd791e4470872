import type { DayKind, WorkCalendar } from '../calendar.ts';
import { compileCount } from '../count.ts';
import { type DayNumber, fromDay } from '../day.ts';
import type { AfterEvent, Event } from '../schema/after.ts';
import type { Static } from '../schema/common.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Happened } from './events.ts';
import {
  dayOfMoment,
  endOfDay,
  type Moments,
  momentOn,
  momentText,
  notRecorded,
  startOfDay,
  timeIn,
} from './moment.ts';
import type { BareSpan, CompileContext, Span } from './types.ts';

/** How long there is after an event. */
export interface EventTerm {
  readonly start: (day: DayNumber) => DayNumber;
  /** The last day, and what keeps it from being known. */
  readonly end: (
    day: DayNumber,
    event: Happened['fact'] | null,
  ) => Pick<BareSpan, 'end' | 'missing'> & { readonly moments?: Moments };
  readonly words: (span: Span) => Words;
  /** What is said after all that moves the end. */
  readonly note?: Words;
}

type Within = Static<typeof AfterEvent>['within'];
type Hours = Extract<Within, { hours: unknown }>;

export const isHours = (within: Within): within is Hours => typeof within === 'object' && 'hours' in within;

/**
 * Between which moments so many hours run. In working days the hours of days off are skipped: a start on one waits for the first
 * moment of the next working day, and hours that are used up at midnight end with the day before.
 */
export function hoursFrom(
  from: number,
  hours: number,
  days: DayKind | undefined,
  calendar: WorkCalendar,
): { readonly begins: number; readonly to: number } {
  if (days !== 'working-days') return { begins: from, to: from + hours * 60 };
  const first = dayOfMoment(from);
  const next = (day: DayNumber): DayNumber => calendar.shift(day, 1, 'working-days');
  let day = calendar.isWorkingDay(first) ? first : next(first);
  const begins = day === first ? from : startOfDay(day);
  let [at, left] = [begins, hours * 60];
  while (left > startOfDay(day + 1) - at) {
    left -= startOfDay(day + 1) - at;
    day = next(day);
    at = startOfDay(day);
  }
  return { begins, to: Math.min(at + left, endOfDay(day)) };
}

/** So many hours from the moment of the event; an event that does not say it leaves what is owed open. */
export function hoursTerm(
  { hours }: Hours,
  days: DayKind | undefined,
  after: Event | { readonly start_of: 'subject' },
  { parts, calendar }: CompileContext,
): EventTerm {
  const count = compileCount(hours, parts);
  const at = 'start_of' in after ? undefined : after.at;
  return {
    start: (day) => day,
    end: (day, event) => {
      const missing = count.missing(fromDay(day));
      const [time, number] = [event === null || at === undefined ? null : timeIn(event, at), count.on(fromDay(day))];
      if (time === null && event !== null && at !== undefined)
        return { end: day, missing: [...missing, notRecorded(parts, event.form, at)] };
      if (time === null || number === null) return { end: day, missing };
      const from = momentOn(day, time);
      const { to } = hoursFrom(from, number, days, calendar);
      return { end: dayOfMoment(to), missing: [], moments: { from, to } };
    },
    words: ({ start, moments }) => {
      const length = count.words(fromDay(start));
      const off = offWords(moments?.from ?? null, days, calendar);
      const [zh, en] = [`${length['zh-CN']} 小时内${off['zh-CN']}`, `Within ${length.en} hours${off.en}`];
      if (moments === null) return say(`自 ${fromDay(start)} 起 ${zh}`, `${en} of ${fromDay(start)}`);
      const [from, to] = [momentText(moments.from ?? moments.to), momentText(moments.to)];
      return say(`自 ${from} 起 ${zh}，至 ${to}`, `${en} of ${from}: by ${to}`);
    },
    note: say('；过了钟点未办的，次日转为逾期', '; not done by then, it turns overdue on the day after'),
  };
}

/** That days off do not count, and from when the hours run where the event fell on one. */
function offWords(from: number | null, days: DayKind | undefined, calendar: WorkCalendar): Words {
  if (days !== 'working-days') return say('', '');
  const { begins } = hoursFrom(from ?? 0, 0, days, calendar);
  if (from === null || begins === from) return say('（休息日不计）', ' (days off do not count)');
  const day = fromDay(dayOfMoment(begins));
  return say(`（休息日不计，自 ${day} 零点起算）`, ` (days off do not count: from midnight before ${day})`);
}
