import { type CountsRun, type Judged, REFUSED } from '../constructs/counts.ts';
import type { DayNumber } from '../day.ts';
import type { WorldIndex } from '../world-index.ts';
import { type Reach, reachesOf } from './joined.ts';
import type { DutySubject } from './types.ts';

/** Entries that serve one duty of one subject, oldest first, as columns that are used again for the next subject. */
export interface Entries {
  count: number;
  date: Int32Array;
  recorded: Int32Array;
  /** In millionths. */
  worth: Float64Array;
  /** Entries of one group share a cap; -1 stands alone. */
  group: Int32Array;
  cap: Float64Array;
  /** 1 when it would count once confirmed. */
  waiting: Uint8Array;
  /** Which counted item, and which row of its columns. */
  item: Uint8Array;
  row: Int32Array;
  /** The first day whose period it may serve. */
  since: Int32Array;
  /** 1 + number of the span it was used in; 0 while unused. */
  usedIn: Int32Array;
  /** What it contributed there, in millionths. */
  used: Float64Array;
  /** Sum per group in the current span, valid when `groupStamp` is the span's stamp. */
  groupSum: Float64Array;
  groupStamp: Int32Array;
  stamp: number;
  /** Of entries too near to one before: the day of that one, by item and row. */
  readonly near: Map<string, DayNumber>;
}

export function emptyEntries(): Entries {
  return { ...columns(64), groupSum: new Float64Array(64), groupStamp: new Int32Array(64), stamp: 0, near: new Map() };
}

const columns = (size: number) => ({
  count: 0,
  date: new Int32Array(size),
  recorded: new Int32Array(size),
  worth: new Float64Array(size),
  group: new Int32Array(size),
  cap: new Float64Array(size),
  waiting: new Uint8Array(size),
  item: new Uint8Array(size),
  row: new Int32Array(size),
  since: new Int32Array(size),
  usedIn: new Int32Array(size),
  used: new Float64Array(size),
});

/** Gathers what is known of a subject on a day: recorded by then, standing, accepted by the item's condition. */
export function gather(
  entries: Entries,
  items: readonly CountsRun[],
  subject: DutySubject,
  index: WorldIndex,
  asOf: DayNumber,
): void {
  entries.count = 0;
  entries.near.clear();
  let chunks = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as CountsRun;
    if (item.isState) continue;
    const judged = item.judge(index, asOf);
    for (const reach of reachesOf(item, subject, judged.columns, index, asOf)) {
      const { start, end } = reach;
      item.fill(judged, index, asOf, start, end);
      const earlier = earlierJudgements(items, i, index, asOf, start, end);
      push(entries, item, i, items.length, judged, earlier, reach, asOf);
      chunks++;
    }
  }
  if (chunks > 1) sortByDate(entries);
  if (items.some(({ apart }) => apart !== null)) dropNear(entries, items);
}

export const nearKey = (item: number, row: number): string => `${item} ${row}`;

/** Leaves out what lies nearer to the last that counted than its rule asks; what waits for confirmation stands in nobody’s way. */
function dropNear(entries: Entries, items: readonly CountsRun[]): void {
  const last = items.map(() => Number.NEGATIVE_INFINITY);
  let kept = 0;
  for (let i = 0; i < entries.count; i++) {
    const [number, day] = [entries.item[i] as number, entries.date[i] as number];
    const before = last[number] as number;
    if (day - before < (items[number]?.apart?.(day) ?? 0)) {
      entries.near.set(nearKey(number, entries.row[i] as number), before);
      continue;
    }
    if (entries.waiting[i] === 0) last[number] = day;
    for (const key of MOVED) entries[key][kept] = entries[key][i] as number;
    kept++;
  }
  entries.count = kept;
}

const MOVED = ['date', 'recorded', 'worth', 'group', 'cap', 'waiting', 'item', 'row', 'since', 'usedIn'] as const;

/** Judgements of earlier items on the same form: an entry counts for the first item that accepts it, once. */
function earlierJudgements(
  items: readonly CountsRun[],
  number: number,
  index: WorldIndex,
  asOf: DayNumber,
  start: number,
  end: number,
): readonly Float64Array[] | null {
  const form = items[number]?.part.form;
  const earlier = items.slice(0, number).filter((item) => !item.isState && item.part.form === form);
  if (earlier.length === 0) return null;
  return earlier.map((item) => {
    const judged = item.judge(index, asOf);
    item.fill(judged, index, asOf, start, end);
    return judged.worth;
  });
}

function push(
  entries: Entries,
  item: CountsRun,
  number: number,
  items: number,
  { columns: from, worth, group }: Judged,
  earlier: readonly Float64Array[] | null,
  { start, end, from: first, to: last, share, since }: Reach,
  asOf: DayNumber,
): void {
  const { date, recorded, ended, rejected, confirmed } = from;
  const mustConfirm = item.part.confirmed === true;
  makeRoom(entries, entries.count + end - start);
  let n = entries.count;
  for (let row = start; row < end; row++) {
    const value = worth[row] as number;
    if (value === REFUSED || (recorded[row] as number) > asOf || (ended[row] as number) <= asOf) continue;
    if ((rejected[row] as number) <= asOf) continue;
    if ((date[row] as number) < first || (date[row] as number) > last) continue;
    if (earlier?.some((judged) => judged[row] !== REFUSED)) continue;
    entries.date[n] = date[row] as number;
    entries.recorded[n] = recorded[row] as number;
    entries.worth[n] = Math.round(value * share);
    entries.since[n] = since;
    entries.waiting[n] = mustConfirm && (confirmed[row] as number) > asOf ? 1 : 0;
    entries.group[n] = group === null ? -1 : (group[row] as number) * items + number;
    entries.cap[n] = item.cap;
    entries.item[n] = number;
    entries.row[n] = row;
    entries.usedIn[n] = 0;
    n++;
  }
  entries.count = n;
  if (group !== null) makeGroupRoom(entries, (from.facts.length + 1) * items);
}

function makeRoom(entries: Entries, size: number): void {
  if (size <= entries.date.length) return;
  const bigger = columns(size * 2);
  for (const key of [
    'date',
    'recorded',
    'worth',
    'group',
    'cap',
    'waiting',
    'item',
    'row',
    'since',
    'usedIn',
    'used',
  ] as const) {
    bigger[key].set(entries[key]);
  }
  Object.assign(entries, bigger, { count: entries.count });
}

function makeGroupRoom(entries: Entries, size: number): void {
  if (size <= entries.groupSum.length) return;
  entries.groupSum = new Float64Array(size);
  entries.groupStamp = new Int32Array(size);
  entries.stamp = 0;
}

/** Several sources were gathered one after the other: bring them into one order by date. */
function sortByDate(entries: Entries): void {
  const { count, date, recorded, item, row } = entries;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const at = (column: ArrayLike<number>, i: number): number => column[i] as number;
  order.sort(
    (a, b) =>
      at(date, a) - at(date, b) ||
      at(recorded, a) - at(recorded, b) ||
      at(item, a) - at(item, b) ||
      at(row, a) - at(row, b),
  );
  for (const key of ['date', 'recorded', 'worth', 'group', 'cap', 'waiting', 'item', 'row', 'since'] as const) {
    const column = entries[key];
    const copy = column.slice(0, count);
    for (let i = 0; i < count; i++) column[i] = copy[order[i] as number] as number;
  }
}
