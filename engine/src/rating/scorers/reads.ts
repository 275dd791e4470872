import type { Expression } from '../../schema/expression.ts';
import type { NearMean, Takes, Trimmed } from '../../schema/rating/takes.ts';

/** A way of leaving papers out before the mean is taken. */
export type Cut =
  | { readonly key: 'trimmed'; readonly part: Trimmed }
  | { readonly key: 'near_mean'; readonly part: NearMean };

/** The ways of leaving papers out, in their order. */
export function cutsIn(takes: Takes): readonly Cut[] {
  if (typeof takes === 'string') return [];
  const trimmed = 'trimmed' in takes ? [{ key: 'trimmed' as const, part: takes.trimmed }] : [];
  const near = 'near_mean' in takes ? [{ key: 'near_mean' as const, part: takes.near_mean }] : [];
  return 'first' in takes && takes.first === 'near_mean' ? [...near, ...trimmed] : [...trimmed, ...near];
}

/** The number that a way of leaving out reads, and where it stands: the share that is cut, how far from the mean. */
export function numberRead({ key, part }: Cut): { readonly number: Expression; readonly at: string } | null {
  if ('share' in part) return { number: part.share, at: `${key}/share` };
  return 'points' in part ? { number: part.points, at: `${key}/points` } : null;
}
