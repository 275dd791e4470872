import { type WorkCalendar, workCalendar } from '../calendar.ts';
import { type Env, record, type Variables } from '../condition.ts';
import type { Parts } from '../parts.ts';
import { say } from '../words.ts';
import type { When } from './types.ts';

/** Names every set knows besides those of its members: the days it is read for. */
export const placeVariables: Variables = {
  period: record({
    start: { type: 'date', title: say('期初', 'Start of the period') },
    end: { type: 'date', title: say('期末', 'End of the period') },
  }),
  as_of: { type: 'date', title: say('截至日', 'The day it is read on') },
  calendar: { type: 'calendar' },
};

const calendars = new WeakMap<Parts, WorkCalendar>();

/** The values of those names at a place. */
export function placeEnv({ period, asOf }: When, parts: Parts): Env {
  const calendar = calendars.get(parts) ?? workCalendar(parts.calendars);
  calendars.set(parts, calendar);
  return { period, as_of: asOf, calendar };
}
