import type { Decimal } from '../decimal.ts';
import { SHARE } from '../measure/types.ts';
import { known, type Words } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

/** A number inside a sentence: shares in per cent, endless ones cut and marked so. */
export const numberShown = (number: Decimal, unit?: string): string =>
  formatValue(known(number, unit), undefined, 'en');

/** How far two numbers are apart: shares differ by percentage points, not by a part of each other. */
export function distanceShown(distance: Decimal, unit?: string): Words {
  if (unit !== SHARE) return say(numberShown(distance), numberShown(distance));
  const points = numberShown(distance.times(100));
  return say(`${points} 个百分点`, `${points} percentage points`);
}
