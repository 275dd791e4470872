import { compileCount } from '../count.ts';
import { toDay } from '../day.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import { inheritedBy } from '../succession.ts';
import type { WorldIndex } from '../world-index.ts';
import type { CompiledRating, RatedSubject } from './types.ts';

/** Who is rated in a period: those alive in it, as far as the rating rates parts of a period. */
export function ratedIn(
  { rating, who, parts }: CompiledRating,
  period: Period,
  index: WorldIndex,
  asOf: string = period.end,
): readonly RatedSubject[] {
  if (rating.since !== undefined && period.end < rating.since) return [];
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const least = leastDays(rating.part_period, end - start + 1, parts, period.end);
  const there = ({ from, to, spells }: RatedSubject): number =>
    (spells ?? [{ from, to }]).reduce((sum, days) => sum + overlap(days.from, days.to, start, end), 0);
  const all = who.during?.(index, start, end) ?? who.subjects(index);
  const heirs = rating.predecessors === 'joined' ? asOne(all, index, asOf < period.end ? asOf : period.end) : all;
  return heirs.filter((subject) => there(subject) >= least);
}

/** Organisations with the days of those they came from, which are not rated themselves once they ended. */
function asOne(all: readonly RatedSubject[], index: WorldIndex, day: string): readonly RatedSubject[] {
  const gone = new Set<string>();
  const heirs = all.map((subject): RatedSubject => {
    const { kind, id } = subject.ref;
    const inherited = kind === 'organisation' ? inheritedBy(index, id, day) : null;
    if (inherited === null) return subject;
    for (const { organisation: one } of inherited)
      if (one.id !== id && one.to !== undefined && one.to < day) gone.add(one.id);
    return {
      ...subject,
      from: Math.min(subject.from, ...inherited.map(({ organisation }) => toDay(organisation.from))),
    };
  });
  return heirs.filter(({ ref }) => ref.kind !== 'organisation' || !gone.has(ref.id));
}

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);

/** While the days are not set, only those that were there throughout are known to be rated. */
function leastDays(choice: CompiledRating['rating']['part_period'], whole: number, parts: Parts, on: string): number {
  if (choice === 'rated') return 1;
  return choice === 'not-rated' ? whole : (compileCount(choice.from_days, parts).on(on) ?? whole);
}
