import { type CountsRun, REFUSED } from '../constructs/counts.ts';
import type { DayNumber } from '../day.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { WorldIndex } from '../world-index.ts';
import { rangesOf, stands } from './relation.ts';
import type { DutySubject, Span } from './types.ts';

/** An entry that counts as a state: the latest one, or one carried over from before the period. */
export interface StateUse {
  readonly item: number;
  readonly row: number;
  /** In millionths. */
  readonly worth: number;
  readonly inTime: boolean;
}

export interface StateTally {
  inTime: number;
  total: number;
  waiting: number;
  readonly uses: StateUse[];
}

interface Candidate {
  readonly row: number;
  readonly worth: number;
  readonly group: number;
}

/** Counts the items that pick the latest entry or carry earlier ones over. They are never used up. */
export function countStates(
  items: readonly CountsRun[],
  subject: DutySubject,
  span: Span,
  from: DayNumber,
  to: DayNumber,
  index: WorldIndex,
  asOf: DayNumber,
): StateTally {
  const tally: StateTally = { inTime: 0, total: 0, waiting: 0, uses: [] };
  items.forEach((item, number) => {
    if (!item.isState) return;
    const first = item.part.carries ? Number.NEGATIVE_INFINITY : from;
    const accepts = span.accepts && ((row: number) => span.accepts?.(number, row) === true);
    const inTime = stateOf(item, subject, index, asOf, first, to, span.due, accepts);
    const limited = span.recordedBy > span.lateEnd;
    const last = limited ? to : Math.max(to, span.lateEnd);
    const late = stateOf(item, subject, index, asOf, first, last, span.recordedBy, accepts);
    const [early, found] = [sum(inTime.counted), sum(late.counted)];
    const all = limited ? found : Math.max(early, found);
    tally.inTime += early;
    tally.total += all;
    tally.waiting += late.waiting;
    const [used, timely] = limited || all > early ? [late.counted, false] : [inTime.counted, true];
    for (const { row, worth } of used) tally.uses.push({ item: number, row, worth, inTime: timely });
  });
  return tally;
}

const sum = (counted: readonly Candidate[]): number => counted.reduce((total, { worth }) => total + worth, 0);

function stateOf(
  item: CountsRun,
  subject: DutySubject,
  index: WorldIndex,
  asOf: DayNumber,
  first: DayNumber,
  last: DayNumber,
  recordedBy: DayNumber,
  accepts: ((row: number) => boolean) | null,
): { readonly counted: readonly Candidate[]; readonly waiting: number } {
  const judged = item.judge(index, asOf);
  const { columns } = judged;
  const candidates: Candidate[] = [];
  let waiting = 0;
  let newest = -1;
  for (const { start, end } of rangesOf(item.relation, subject, columns, index)) {
    item.fill(judged, index, asOf, start, end);
    for (let row = start; row < end; row++) {
      const date = columns.date[row] as number;
      if (date < first || date > last || !stands(columns, row, asOf)) continue;
      if ((columns.recorded[row] as number) > recordedBy || accepts?.(row) === false) continue;
      const worth = judged.worth[row] as number;
      if (item.part.confirmed === true && (columns.confirmed[row] as number) > asOf) {
        if (worth !== REFUSED) waiting++;
        continue;
      }
      if (newest === -1 || isNewer(columns, row, newest)) newest = row;
      candidates.push({ row, worth, group: judged.group?.[row] ?? -1 });
    }
  }
  const picked = item.part.latest ? candidates.filter(({ row }) => row === newest) : candidates;
  return { counted: capped(picked, item.cap), waiting };
}

function isNewer(columns: FactColumns, row: number, than: number): boolean {
  const byDate = (columns.date[row] as number) - (columns.date[than] as number);
  if (byDate !== 0) return byDate > 0;
  return (columns.facts[row]?.recordedAt ?? '') >= (columns.facts[than]?.recordedAt ?? '');
}

function capped(candidates: readonly Candidate[], cap: number): Candidate[] {
  const sums = new Map<number, number>();
  return candidates.flatMap(({ row, worth, group }): Candidate[] => {
    if (worth === REFUSED) return [];
    if (group === -1) return [{ row, worth, group }];
    const before = sums.get(group) ?? 0;
    const add = Math.min(worth, Math.max(0, cap - before));
    sums.set(group, before + add);
    return [{ row, worth: add, group }];
  });
}
