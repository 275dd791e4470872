import { fromDay, toDay } from '../day.ts';
import { shifted } from '../measure/length.ts';
import type { At } from '../measure/types.ts';
import { dayAfter } from '../measure/window.ts';
import { ratingPeriodsWithin } from './period.ts';
import type { Sheet } from './types.ts';

/** How many years one looks ahead. */
const AHEAD = 5;

/**
 * The first day on which what holds for a row no longer does when nothing more is recorded: in the period, or the first of a
 * later one; null when no end is in sight. Once over, it is taken to stay so.
 */
export function holdsUntil(holds: (at: At) => boolean, sheet: Sheet, row: number): string | null {
  const { period, asOf } = sheet;
  const on = (day: string): boolean => holds(sheet.later(period, day).at(row));
  if (asOf < period.end && !on(period.end)) return firstWithout(on, asOf, period.end);
  const { kind, id } = sheet.at(row).subject;
  const end = periodsAfter(sheet).find((one) => {
    const there = sheet.later(one, one.end);
    const own = there.subjects.findIndex(({ ref }) => ref.kind === kind && ref.id === id);
    return own >= 0 && !holds(there.at(own));
  });
  return end?.start ?? null;
}

const periodsAfter = ({ rating: { rating }, period: { end } }: Sheet) =>
  ratingPeriodsWithin(rating, { start: dayAfter(end), end: shifted(end, { years: AHEAD }, 1) }).slice(0, AHEAD);

/** The first day after one on which it holds, up to one on which it does not. */
function firstWithout(holds: (day: string) => boolean, from: string, to: string): string {
  let [held, over] = [toDay(from), toDay(to)];
  while (held + 1 < over) {
    const middle = Math.floor((held + over) / 2);
    if (holds(fromDay(middle))) held = middle;
    else over = middle;
  }
  return fromDay(over);
}
