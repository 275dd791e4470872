import { compileCount } from '../count.ts';
import { toDay } from '../day.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import type { WorldIndex } from '../world-index.ts';
import type { CompiledRating, RatedSubject } from './types.ts';

/** Who is rated in a period: those alive in it, as far as the rating rates parts of a period. */
export function ratedIn(
  { rating, who, parts }: CompiledRating,
  period: Period,
  index: WorldIndex,
): readonly RatedSubject[] {
  if (rating.since !== undefined && period.end < rating.since) return [];
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const least = leastDays(rating.part_period, end - start + 1, parts, period.end);
  const there = ({ from, to, spells }: RatedSubject): number =>
    (spells ?? [{ from, to }]).reduce((sum, days) => sum + overlap(days.from, days.to, start, end), 0);
  return (who.during?.(index, start, end) ?? who.subjects(index)).filter((subject) => there(subject) >= least);
}

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);

/** While the days are not set, only those that were there throughout are known to be rated. */
function leastDays(choice: CompiledRating['rating']['part_period'], whole: number, parts: Parts, on: string): number {
  if (choice === 'rated') return 1;
  return choice === 'not-rated' ? whole : (compileCount(choice.from_days, parts).on(on) ?? whole);
}
