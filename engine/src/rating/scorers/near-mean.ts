import { Decimal, settled } from '../../decimal.ts';
import type { NearMean } from '../../schema/rating/takes.ts';

/** The scores that are not too far from their mean, judged once or until none is; none when all are too far. */
export function nearMean(scores: readonly Decimal[], part: NearMean, limit: Decimal): readonly Decimal[] {
  let left = scores;
  for (;;) {
    const near = nearIn(left, 'share' in part, limit);
    const settled = part.far_again === 'counts' || near.length === 0 || near.length === left.length;
    if (settled) return near;
    left = near;
  }
}

/** Set against the sum rather than the mean, so that nothing is rounded before it is judged. */
function nearIn(scores: readonly Decimal[], asShare: boolean, limit: Decimal): readonly Decimal[] {
  const sum = Decimal.sum(0, ...scores);
  const most = settled(limit.times(asShare ? sum.abs() : scores.length));
  return scores.filter((score) => score.times(scores.length).minus(sum).abs().lte(most));
}
