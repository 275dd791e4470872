import { firstFrom, isTimely, type Tally, use } from './count.ts';
import type { Entries } from './entries.ts';
import type { Need, Span } from './types.ts';

/** One period of one subject, counted on its own entries. */
export interface Counted {
  readonly span: Span;
  readonly number: number;
  readonly need: Need;
  readonly tally: Tally;
}

/**
 * Catching up (补办): what a period has beyond its own need, and entries no period has used, fill earlier shortfalls,
 * the oldest first. An entry is used once, and never taken from a period that needs it itself.
 */
export function catchUp(entries: Entries, counted: readonly Counted[]): void {
  let spared = false;
  for (const one of counted) spared = spare(entries, one) || spared;
  const free = spared || hasUnused(entries);
  if (!free) return;
  const byNumber = new Map(counted.map((one) => [one.number, one]));
  for (const one of counted) {
    const { need, tally, span } = one;
    if (need.state === 'known' && tally.total < need.threshold && span.lateEnd > span.end) fill(entries, one, byNumber);
  }
}

function hasUnused({ usedIn, waiting, count }: Entries): boolean {
  for (let i = 0; i < count; i++) if (usedIn[i] === 0 && waiting[i] === 0) return true;
  return false;
}

/** Gives up, oldest first, what a period can do without; a spare entry is marked by a negative number. */
function spare(entries: Entries, { span, number, need, tally }: Counted): boolean {
  if (need.state === 'not-known' || tally.total <= need.threshold) return false;
  const { date, usedIn, used, count } = entries;
  let [inTime, total] = [tally.inTime, tally.total];
  let found = false;
  for (let i = firstFrom(entries, span.start); i < count && (date[i] as number) <= span.end; i++) {
    if (usedIn[i] !== number + 1) continue;
    const add = used[i] as number;
    const timely = isTimely(entries, i, span);
    const keeps =
      total - add >= need.threshold && (!timely || tally.inTime < need.threshold || inTime - add >= need.threshold);
    if (!keeps || add === 0) continue;
    total -= add;
    if (timely) inTime -= add;
    usedIn[i] = -(number + 1);
    found = true;
  }
  return found;
}

/** Takes free and spare entries after the period, oldest first, until its need is met. */
function fill(entries: Entries, one: Counted, byNumber: ReadonlyMap<number, Counted>): void {
  const { span, number, need, tally } = one;
  const { date, recorded, waiting, usedIn, used, worth, item, row, since, count } = entries;
  restoreGroups(entries, span, number);
  for (let i = firstFrom(entries, span.end + 1); i < count && (date[i] as number) <= span.lateEnd; i++) {
    if (tally.total >= need.threshold) return;
    const owner = usedIn[i] as number;
    if (owner > 0 || waiting[i] === 1 || (since[i] as number) > span.end || (recorded[i] as number) > span.lateEnd)
      continue;
    if (span.accepts !== null && !span.accepts(item[i] as number, row[i] as number)) continue;
    const before = owner === 0 ? (worth[i] as number) : (used[i] as number);
    const giver = owner === 0 ? undefined : byNumber.get(-owner - 1);
    if (giver) {
      giver.tally.total -= before;
      if (isTimely(entries, i, giver.span)) giver.tally.inTime -= before;
    }
    tally.total += use(entries, i, number, before);
  }
}

/** The caps of a period's groups, as its own entries left them. */
function restoreGroups(entries: Entries, span: Span, number: number): void {
  const { date, usedIn, used, group, groupSum, groupStamp, count } = entries;
  entries.stamp++;
  for (let i = firstFrom(entries, span.start); i < count && (date[i] as number) <= span.end; i++) {
    const g = group[i] as number;
    if (g === -1 || Math.abs(usedIn[i] as number) !== number + 1) continue;
    groupSum[g] = (groupStamp[g] === entries.stamp ? (groupSum[g] as number) : 0) + (used[i] as number);
    groupStamp[g] = entries.stamp;
  }
}
