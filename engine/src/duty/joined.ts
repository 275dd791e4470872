import type { CountsRun } from '../constructs/counts.ts';
import { type DayNumber, fromDay, NEVER, toDay } from '../day.ts';
import type { FactColumns } from '../fact-columns.ts';
import { inheritedNote } from '../measure/joined.ts';
import { type Inherited, inheritedBy } from '../succession.ts';
import type { Words } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';
import { rangesOf } from './relation.ts';
import type { DutySubject } from './types.ts';

/** Rows of the entries that reach a subject, its own or those of whom it succeeds. */
export interface Reach {
  readonly start: number;
  readonly end: number;
  /** The first and the last day of which they count. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The part that counts. */
  readonly share: number;
  /** The first day whose period they may serve. */
  readonly since: DayNumber;
  /** Whose they are, when not its own. */
  readonly note?: Words;
}

const OWN = { from: -NEVER, to: NEVER, share: 1, since: -NEVER };

/** The entries that reach a subject: its own in full; with `predecessors: joined` also those of organisations it came from, up to the day before. */
export function reachesOf(
  { part, relation }: CountsRun,
  subject: DutySubject,
  columns: FactColumns,
  index: WorldIndex,
  asOf: DayNumber,
): readonly Reach[] {
  const own = rangesOf(relation, subject, columns, index).map(({ start, end }): Reach => ({ ...OWN, start, end }));
  if (part.predecessors !== 'joined' || subject.ref.kind !== 'organisation') return own;
  const { id } = subject.ref;
  const others = (inheritedBy(index, id, fromDay(asOf)) ?? []).filter(({ organisation }) => organisation.id !== id);
  const since = firstDays(id, others, index);
  const theirs = others.flatMap((piece): Reach[] => {
    const of = piece.organisation.id;
    const there = { ...subject, ref: { kind: 'organisation' as const, id: of }, organisation: of };
    return rangesOf(relation, there, columns, index).map(({ start, end }) => ({
      start,
      end,
      from: piece.from === undefined ? -NEVER : toDay(piece.from),
      to: piece.to === undefined ? NEVER : toDay(piece.to),
      share: piece.share === null ? 1 : piece.share.toNumber(),
      since: since.get(of) ?? NEVER,
      note: inheritedNote(piece),
    }));
  });
  return [...own, ...theirs];
}

/** From which day an organisation carries on the record of each of the others. */
function firstDays(heir: string, others: readonly Inherited[], index: WorldIndex): ReadonlyMap<string, DayNumber> {
  const found = new Map<string, DayNumber>();
  const days = others.flatMap(({ to }) => (to === undefined ? [] : [toDay(to) + 1]));
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    for (const { organisation } of inheritedBy(index, heir, fromDay(day)) ?? [])
      if (!found.has(organisation.id)) found.set(organisation.id, day);
  }
  return found;
}
