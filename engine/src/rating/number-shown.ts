import type { Decimal } from '../decimal.ts';
import { known } from '../value.ts';
import { formatValue } from '../value-json.ts';

/** A number inside a sentence: shares in per cent, endless ones cut and marked so. */
export const numberShown = (number: Decimal, unit?: string): string =>
  formatValue(known(number, unit), undefined, 'en');
