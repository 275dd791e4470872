import type { Parts } from '../parts.ts';

/** Steps of a rating that any rating reads, from another period or place: they lead somewhere even when no result of their own needs them. */
export const stepsReadBy = (parts: Parts, rating: string): string[] =>
  [...parts.ratings.values()].flatMap(({ steps }) => named(steps, rating));

function named(part: unknown, rating: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'rating' in part && part.rating === rating ? readHere(part) : [];
  return [...own, ...Object.values(part).flatMap((value) => named(value, rating))];
}

/** The step that is read, and the one it is weighted by. */
function readHere(part: object): string[] {
  const step = 'step' in part ? part.step : undefined;
  const take = 'take' in part ? part.take : undefined;
  const weight = typeof take === 'object' && take !== null && 'mean_by' in take ? take.mean_by : undefined;
  return [step, weight].filter((one) => typeof one === 'string');
}
