import { Decimal } from '../decimal.ts';

/** Six decimals, the most a field may have. */
const SCALE = 1e6;
/** Scaled amounts up to here have at most 15 digits, so each is the one decimal it was written as. */
const EXACT = 1e15;
const FULL = 4e15;

/**
 * The exact sum of recorded numbers. Amounts of up to six decimals are added as scaled integers;
 * anything finer or larger, and a total that grows too large, goes through decimals.
 */
export function exactSum(amounts: Iterable<number | string>): Decimal {
  let scaled = 0;
  let rest = new Decimal(0);
  for (const amount of amounts) {
    const millionths = typeof amount === 'number' ? Math.round(amount * SCALE) : Number.NaN;
    if (Math.abs(millionths) < EXACT && millionths / SCALE === amount) {
      scaled += millionths;
      if (Math.abs(scaled) > FULL) {
        rest = rest.plus(unscaled(scaled));
        scaled = 0;
      }
    } else rest = rest.plus(amount);
  }
  return rest.plus(unscaled(scaled));
}

const unscaled = (scaled: number): Decimal => new Decimal(`${scaled}e-6`);
