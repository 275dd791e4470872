import type { WorkCalendar } from '../calendar.ts';
import type { DayNumber } from '../day.ts';
import type { When } from '../schema/when.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type Moments, startOfDay } from './moment.ts';
import type { BareSpan } from './types.ts';

export type DayOff = NonNullable<Extract<When, { every: unknown }>['day_off']>;

/** The period with its last day moved off a day off; none when nothing is owed then. */
export function movedOff(span: BareSpan, dayOff: DayOff | undefined, calendar: WorkCalendar): BareSpan[] {
  if (dayOff === undefined || dayOff === 'stays' || calendar.isWorkingDay(span.end)) return [span];
  if (dayOff === 'left-out') return [];
  const end = calendar.shift(span.end, dayOff === 'next-working-day' ? 1 : -1, 'working-days');
  return [{ ...span, end, start: Math.min(span.start, end) }];
}

/** The last day and moment of a term with a time of day, moved on to the same time of the next working day. */
export function momentsOff(
  end: DayNumber,
  moments: Moments,
  dayOff: DayOff | undefined,
  calendar: WorkCalendar,
): { readonly end: DayNumber; readonly moments: Moments } {
  if (dayOff !== 'next-working-day' || calendar.isWorkingDay(end)) return { end, moments };
  const day = calendar.shift(end, 1, 'working-days');
  return { end: day, moments: { ...moments, to: moments.to + startOfDay(day - end) } };
}

/** Days around a period that moving its last day can reach. */
export const MOST_MOVED = 15;

const WORDS: Readonly<Record<DayOff, Words>> = {
  stays: say('', ''),
  'next-working-day': say('，遇休息日顺延', '; a day off moves it to the next working day'),
  'previous-working-day': say('，遇休息日提前', '; a day off moves it to the working day before'),
  'left-out': say('，遇休息日免去', '; left out on a day off'),
};

export const isDayOff = (value: unknown): value is DayOff => typeof value === 'string' && value in WORDS;

export const dayOffWords = (dayOff: DayOff | undefined): Words => WORDS[dayOff ?? 'stays'];
