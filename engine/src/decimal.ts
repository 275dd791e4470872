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

/** The square root, kept at 34 significant digits. `a` is not below zero. */
export const root = (a: Decimal): Decimal => new Decimal(new Quotient(a).sqrt());

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
