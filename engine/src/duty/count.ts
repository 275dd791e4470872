import type { DayNumber } from '../day.ts';
import type { Entries } from './entries.ts';
import type { Span } from './types.ts';

/** What the entries of one subject amount to in one period, in millionths. */
export interface Tally {
  /** Recorded by the due day. */
  inTime: number;
  /** With what was recorded late or caught up afterwards. */
  total: number;
  waiting: number;
}

/** First entry on or after a day. */
export function firstFrom({ count, date }: Entries, day: DayNumber): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((date[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Counts the unused entries dated in [from, to], beginning at entry `first`. Those recorded by the due day are in time;
 * late ones count when recorded within the late window, and below a limit whenever they are. With `sparing`, what goes beyond the threshold is left for
 * overlapping periods.
 */
export function countSpan(
  entries: Entries,
  span: Span,
  number: number,
  first: number,
  to: DayNumber,
  threshold: number,
  sparing: boolean,
  tally: Tally,
): void {
  const { date, recorded, waiting, usedIn, item, row, since, count } = entries;
  const { recordedBy, countsOn, accepts } = span;
  entries.stamp++;
  let inTime = 0;
  let awaiting = 0;
  let late = false;
  let i = first;
  for (; i < count && (date[i] as number) <= to; i++) {
    if (usedIn[i] !== 0 || (since[i] as number) > span.end || (countsOn !== null && !countsOn(date[i] as number)))
      continue;
    if (accepts !== null && !accepts(item[i] as number, row[i] as number)) continue;
    if (waiting[i] === 1) awaiting++;
    else if (!isTimely(entries, i, span)) late = true;
    else if (!sparing || inTime < threshold) inTime += use(entries, i, number, entries.worth[i] as number);
  }
  let total = inTime;
  if (late && recordedBy > span.due) {
    for (let j = first; j < i; j++) {
      if (
        usedIn[j] !== 0 ||
        waiting[j] === 1 ||
        (since[j] as number) > span.end ||
        (recorded[j] as number) > recordedBy
      )
        continue;
      if (countsOn !== null && !countsOn(date[j] as number)) continue;
      if (accepts !== null && !accepts(item[j] as number, row[j] as number)) continue;
      if (!sparing || total < threshold) total += use(entries, j, number, entries.worth[j] as number);
    }
  }
  tally.inTime = inTime;
  tally.total = total;
  tally.waiting = awaiting;
}

/** Recorded by the due day and, where the term is in hours, done by its hour. */
export function isTimely({ recorded, item, row }: Entries, i: number, { due, moments }: Span): boolean {
  if ((recorded[i] as number) > due) return false;
  return moments === null || moments.doneAt(item[i] as number, row[i] as number) <= moments.to;
}

/** Marks an entry as used in a span and gives what it adds under its group's cap. */
export function use(entries: Entries, i: number, number: number, worth: number): number {
  const { group, cap, groupSum, groupStamp, stamp } = entries;
  let add = worth;
  const g = group[i] as number;
  if (g !== -1) {
    const before = groupStamp[g] === stamp ? (groupSum[g] as number) : 0;
    add = Math.min(add, Math.max(0, (cap[i] as number) - before));
    groupSum[g] = before + add;
    groupStamp[g] = stamp;
  }
  entries.usedIn[i] = number + 1;
  entries.used[i] = add;
  return add;
}
