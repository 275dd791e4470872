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
