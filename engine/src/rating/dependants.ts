import type { Parts } from '../parts.ts';
import type { Rating } from '../schema/rating.ts';
import { analyse } from './analyse.ts';

const known = new WeakMap<Rating, ReadonlyMap<string, ReadonlySet<string>>>();

/** Steps of a rating that need a step, directly or by way of others. */
export function dependants(parts: Parts, rating: Rating, step: string): ReadonlySet<string> {
  const made = known.get(rating) ?? dependantsOf(analyse(rating, parts).needs);
  known.set(rating, made);
  return made.get(step) ?? new Set();
}

const readers = new WeakMap<Rating, ReadonlyMap<string, number>>();

/** How many steps of a rating name a step. */
export function readersOf(parts: Parts, rating: Rating, step: string): number {
  const made =
    readers.get(rating) ?? counted([...analyse(rating, parts).needs.values()].flatMap((ids) => [...new Set(ids)]));
  readers.set(rating, made);
  return made.get(step) ?? 0;
}

function counted(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function dependantsOf(needs: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>([...needs.keys()].map((id) => [id, new Set()]));
  const below = new Map<string, ReadonlySet<string>>();
  const neededBy = (id: string): ReadonlySet<string> => {
    const found = below.get(id);
    if (found) return found;
    const made = new Set((needs.get(id) ?? []).flatMap((one) => [one, ...neededBy(one)]));
    below.set(id, made);
    return made;
  };
  for (const id of needs.keys()) for (const one of neededBy(id)) all.get(one)?.add(id);
  return all;
}
