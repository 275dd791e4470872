import { compileCount } from '../../count.ts';
import type { Parts } from '../../parts.ts';
import type { Count } from '../../schema/count.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Missing } from '../../value.ts';

/** How many rounds must count at least, and of how many of the highest or lowest the mean is taken. */
export interface RoundCounts {
  readonly least: number;
  /** Null when all are taken. */
  readonly best: number | null;
  readonly worst: number | null;
}

/** The numbers of rounds as they are laid down on a day; what is missing while a parameter is not set. */
export function countsOn(
  { at_least, take }: Rounds,
  parts: Parts,
  day: string,
): RoundCounts | { readonly missing: readonly Missing[] } {
  const best = typeof take === 'object' && 'best' in take ? take.best : null;
  const worst = typeof take === 'object' && 'worst' in take ? take.worst : null;
  const written = [at_least ?? 0, best ?? worst ?? 0].map((count: Count) => compileCount(count, parts));
  const [least, some] = written.map((count) => count.on(day));
  if (typeof least !== 'number' || typeof some !== 'number')
    return { missing: written.flatMap((count) => count.missing(day)) };
  return { least, best: best === null ? null : some, worst: worst === null ? null : some };
}
