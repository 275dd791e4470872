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
  /** How many of the last periods are taken; null where those that lie in the period are. */
  readonly periods: number | null;
}

/** The numbers of rounds as they are laid down on a day; what is missing while a parameter is not set. */
export function countsOn(
  { at_least, take, last }: Rounds,
  parts: Parts,
  day: string,
): RoundCounts | { readonly missing: readonly Missing[] } {
  const best = typeof take === 'object' && 'best' in take ? take.best : null;
  const worst = typeof take === 'object' && 'worst' in take ? take.worst : null;
  const needed = last?.fewer === 'not-applicable' ? last.periods : (at_least ?? 0);
  const written = [needed, best ?? worst ?? 0, last?.periods ?? 0].map((count: Count) => compileCount(count, parts));
  const [least, some, periods] = written.map((count) => count.on(day));
  if (typeof least !== 'number' || typeof some !== 'number' || typeof periods !== 'number')
    return { missing: written.flatMap((count) => count.missing(day)) };
  return {
    least,
    best: best === null ? null : some,
    worst: worst === null ? null : some,
    periods: last === undefined ? null : periods,
  };
}
