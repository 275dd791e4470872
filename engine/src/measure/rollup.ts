import { rollupRatioOfSums } from '../constructs/rollup-ratio-of-sums.ts';
import { rollupShareMeeting } from '../constructs/rollup-share-meeting.ts';
import { rollupSum } from '../constructs/rollup-sum.ts';
import type { Parts } from '../parts.ts';
import type { Measure } from '../schema/pack.ts';
import type { Checker, Figure, FigureType } from './types.ts';

export function checkRollup({ rollup }: Measure, checker: Checker, type: FigureType | null): void {
  if (rollup === 'none') return;
  if (rollup === 'sum') rollupSum.check(rollup, '/rollup', checker, type);
  else if ('ratio_of_sums' in rollup) rollupRatioOfSums.check(rollup, '/rollup', checker, type);
  else rollupShareMeeting.check(rollup, '/rollup', checker, type);
}

/** How the measure rolls up; null when it does not. */
export function compileRollup(measure: Measure, parts: Parts): Figure | null {
  const { rollup } = measure;
  if (rollup === 'none') return null;
  if (rollup === 'sum') return rollupSum.compile(rollup, measure, parts);
  if ('ratio_of_sums' in rollup) return rollupRatioOfSums.compile(rollup, measure, parts);
  return rollupShareMeeting.compile(rollup, measure, parts);
}
