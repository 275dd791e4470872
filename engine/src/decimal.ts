import { Decimal as Base } from 'decimal.js';

/**
 * The engine's only decimal. Sums, differences and products of recorded figures stay exact far below
 * 1000 digits; a quotient is cut to 34 significant digits by `divide`, and only there.
 */
export const Decimal = Base.clone({ precision: 1000, toExpNeg: -1000, toExpPos: 1000 });
export type Decimal = Base;
export type RoundingMode = Base.Rounding;

const DIGITS = 34;
const Quotient = Base.clone({ precision: DIGITS, rounding: Base.ROUND_HALF_EVEN });

/** a ÷ b, kept at 34 significant digits (half-even) when it does not come out even. `b` must not be zero. */
export const divide = (a: Decimal, b: Decimal): Decimal => new Decimal(new Quotient(a).div(b));

const Root = Base.clone({ precision: DIGITS + 10 });

/** The root of a degree, 2 when not named, kept at 34 significant digits. `a` is not below zero. */
export function root(a: Decimal, degree = 2): Decimal {
  if (a.isZero()) return new Decimal(0);
  const of = new Root(a);
  const found = degree === 2 ? of.sqrt() : degree === 3 ? of.cbrt() : of.pow(new Root(1).div(degree));
  return new Decimal(found.toSignificantDigits(DIGITS, Base.ROUND_HALF_EVEN));
}

/** Decimals from which on a figure can only be a quotient's, or worked out from one. */
const LONG = 25;
const TRUSTED = 28;
const SHORT = 20;
/** What a whole less its thirds may leave over. */
const NOTHING = new Decimal('1e-28');

/**
 * A third of twelve times three is four, not 3.99…9: a figure that agrees with a short number in 28 digits, of the 34 a quotient
 * keeps, is that number. Figures that people record have at most 15 digits, so nothing else can lie that close to one.
 */
export function settled(value: Decimal): Decimal {
  if (value.decimalPlaces() <= LONG) return value;
  if (value.abs().lt(NOTHING)) return new Decimal(0);
  const close = value.toSignificantDigits(TRUSTED, Base.ROUND_HALF_EVEN);
  return close.precision() <= SHORT ? close : value;
}

/** Of the 17 digits of a number the last may be rounded; what people record has at most 15, and at most 6 of them decimals. */
const RECORDED = 15;
const RECORDED_DECIMALS = 9;
const AGREE = 14;

const workedOut = (one: Decimal): boolean => one.precision() > RECORDED || one.decimalPlaces() > RECORDED_DECIMALS;

/**
 * The same for a number of a condition worked out from others: where one of them can only be a quotient, a result that agrees
 * with a short number in 14 digits is that number, and one that nothing is left of is zero.
 */
export function settledNumber(value: Decimal, from: readonly Decimal[]): Decimal {
  if (!from.some(workedOut)) return value;
  const largest = Base.max(...from.map((one) => one.abs()));
  if (value.abs().lt(largest.times(`1e-${AGREE}`)) && from.every((one) => one.abs().gte(largest.div(2))))
    return new Decimal(0);
  const close = value.toSignificantDigits(AGREE, Base.ROUND_HALF_EVEN);
  return close.precision() <= AGREE - 4 ? close : value;
}

/**
 * The same for a sum of such numbers: three thirds make one. Amounts that nobody can have recorded are quotients; where there are
 * some, a sum that agrees with a short number in 14 digits is that number.
 */
export function settledSum(sum: Decimal, amounts: Iterable<Decimal>): Decimal {
  let largest = new Decimal(0);
  for (const one of amounts) if (workedOut(one)) largest = Base.max(largest, one.abs());
  if (largest.isZero()) return sum;
  if (sum.abs().lt(largest.times(`1e-${AGREE}`))) return new Decimal(0);
  const close = sum.toSignificantDigits(AGREE, Base.ROUND_HALF_EVEN);
  return close.precision() <= AGREE - 4 ? close : sum;
}
