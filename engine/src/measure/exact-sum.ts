import { Decimal, settledSum } from '../decimal.ts';

/** Six decimals, the most a field may have. */
const SCALE = 1e6;
/** Scaled amounts up to here have at most 15 digits, so each is the one decimal it was written as. */
const EXACT = 1e15;
const FULL = 4e15;

/**
 * The exact sum of recorded numbers. Amounts of up to six decimals are added as scaled integers;
 * anything finer or larger, and a total that grows too large, goes through decimals; thirds that were worked out make a whole again.
 */
export function exactSum(amounts: Iterable<number | string>): Decimal {
  let scaled = 0;
  let rest = new Decimal(0);
  const fine: Decimal[] = [];
  for (const amount of amounts) {
    const millionths = typeof amount === 'number' ? Math.round(amount * SCALE) : Number.NaN;
    if (Math.abs(millionths) < EXACT && millionths / SCALE === amount) {
      scaled += millionths;
      if (Math.abs(scaled) > FULL) {
        rest = rest.plus(unscaled(scaled));
        scaled = 0;
      }
    } else {
      const one = new Decimal(amount);
      if (typeof amount === 'number') fine.push(one);
      rest = rest.plus(one);
    }
  }
  return settledSum(rest.plus(unscaled(scaled)), fine);
}

const unscaled = (scaled: number): Decimal => new Decimal(`${scaled}e-6`);
