import type { PublishedResult, SubjectRef, World } from './facts.ts';
import { ratingPeriod, ratingPeriodBefore } from './rating/period.ts';
import type { Rating } from './schema/rating.ts';
import type { Period } from './standing.ts';

const bySubject = new WeakMap<World, ReadonlyMap<string, readonly PublishedResult[]>>();

const keyOf = (rating: string, { kind, id }: SubjectRef): string => `${rating} ${kind} ${id}`;

function publishedOf(world: World, rating: string, subject: SubjectRef): readonly PublishedResult[] {
  const known = bySubject.get(world) ?? Map.groupBy(world.published ?? [], (one) => keyOf(one.rating, one.subject));
  bySubject.set(world, known);
  return known.get(keyOf(rating, subject)) ?? [];
}

/**
 * What of a rating was public: `latest`, the last that was on the first day of a period; `previous`, that of the rating's last
 * period before it, if it is public by the day of looking. Of the first of the subjects of whom there is any.
 */
export function findPublished(
  world: World,
  rating: Rating,
  subjects: readonly SubjectRef[],
  { which, period, asOf }: { readonly which: 'latest' | 'previous'; readonly period: Period; readonly asOf: string },
): PublishedResult | null {
  const by = which === 'latest' && period.start < asOf ? period.start : asOf;
  const before = which === 'previous' ? ratingPeriodBefore(rating, period.start)?.key : undefined;
  const endOf = (key: string): string => ratingPeriod(rating, key)?.end ?? '';
  for (const subject of subjects) {
    const found = publishedOf(world, rating.id, subject)
      .filter((one) => one.on <= by && (which === 'latest' || one.period === before))
      .toSorted((a, b) => (endOf(a.period) < endOf(b.period) ? -1 : 1));
    if (found.length > 0) return found.at(-1) ?? null;
  }
  return null;
}
