import { Temporal } from 'temporal-polyfill';

/** Time is passed in, never asked for: tests and replays set it. */
export interface Clock {
  /** The instant, ISO 8601 UTC with milliseconds. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still, or is moved by hand. */
export function fixedClock(instant: string): Clock & { set(instant: string): void } {
  let current = instant;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}

/** The day of the last minute asked for in each zone: asked for at every call, and no zone changes its day within a minute. */
const lastDays = new Map<string, { readonly minute: string; readonly day: string }>();

/** The civil day of an instant in a time zone, `YYYY-MM-DD`. */
export function civilDay(instant: string, timeZone: string): string {
  const minute = instant.endsWith('Z') ? instant.slice(0, 16) : instant;
  const last = lastDays.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  lastDays.set(timeZone, { minute, day });
  return day;
}

/** A clock that runs as usual but began on another civil day, at the present time of day. */
export function clockOn(day: string): Clock {
  const today = new Date().toISOString().slice(0, 10);
  const shift = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`);
  return { now: () => new Date(Date.now() + shift).toISOString() };
}
