import { formOf } from '../formula/form.ts';
import type { Parts } from '../parts.ts';

/** Ratings whose published results duties read, in constructs and in formulas. */
export const publishedReadBy = (parts: Parts): Set<string> =>
  new Set([...parts.obligations.values()].flatMap(({ amount }) => namedIn(amount)));

function namedIn(part: unknown): string[] {
  if (typeof part === 'string') return part.includes('published(') ? namedIn(formOf(part)) : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'published' && typeof value === 'object' ? [String(value.rating)] : namedIn(value),
  );
}
