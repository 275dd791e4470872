import { compileCount } from '../count.ts';
import { type DayNumber, fromDay } from '../day.ts';
import type { AfterEvent, Event } from '../schema/after.ts';
import type { Static } from '../schema/common.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Happened } from './events.ts';
import { dayOfMoment, type Moments, momentOn, momentText, notRecorded, timeIn } from './moment.ts';
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
}

type Within = Static<typeof AfterEvent>['within'];
type Hours = Extract<Within, { hours: unknown }>;

export const isHours = (within: Within): within is Hours => typeof within === 'object' && 'hours' in within;

/** So many hours from the moment of the event; an event that does not say it leaves what is owed open. */
export function hoursTerm(
  { hours }: Hours,
  after: Event | { readonly start_of: 'subject' },
  { parts }: CompileContext,
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
      const to = from + number * 60;
      return { end: dayOfMoment(to), missing: [], moments: { from, to } };
    },
    words: ({ start, moments }) => {
      const length = count.words(fromDay(start));
      const [zh, en] = [`${length['zh-CN']} 小时内`, `Within ${length.en} hours`];
      if (moments === null) return say(`自 ${fromDay(start)} 起 ${zh}`, `${en} of ${fromDay(start)}`);
      const [from, to] = [momentText(moments.from ?? moments.to), momentText(moments.to)];
      return say(
        `自 ${from} 起 ${zh}，至 ${to}；过了钟点未办的，次日转为逾期`,
        `${en} of ${from}: by ${to}; not done by then, it turns overdue on the day after`,
      );
    },
  };
}
