import { toDay } from '../day.ts';
import type { Period } from '../standing.ts';
import type { WorldIndex } from '../world-index.ts';
import type { CompiledRating, RatedSubject } from './types.ts';

/** Who is rated in a period: those alive in it, as far as the rating rates parts of a period. */
export function ratedIn({ rating, who }: CompiledRating, period: Period, index: WorldIndex): readonly RatedSubject[] {
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const least = leastDays(rating.part_period, end - start + 1);
  return who.subjects(index).filter(({ from, to }) => Math.min(to, end) - Math.max(from, start) + 1 >= least);
}

function leastDays(choice: CompiledRating['rating']['part_period'], whole: number): number {
  if (choice === 'rated') return 1;
  return choice === 'not-rated' ? whole : choice.from_days;
}
