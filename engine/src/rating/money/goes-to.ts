import type { Distribute } from '../../schema/rating/distribute.ts';

/** Who makes up what rounding leaves over: the highest or the lowest in the points of the pool, or of another step. */
export interface GoesTo {
  readonly whom: 'highest' | 'lowest';
  readonly step: string | null;
}

/** Null where it is kept, or goes to the largest remainders. */
export function goesToOf(leftover: Distribute['leftover']): GoesTo | null {
  if (typeof leftover !== 'object') return null;
  const { goes_to } = leftover;
  if (typeof goes_to === 'string') return { whom: goes_to, step: null };
  return 'highest' in goes_to ? { whom: 'highest', step: goes_to.highest } : { whom: 'lowest', step: goes_to.lowest };
}
