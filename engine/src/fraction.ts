import { Decimal } from './decimal.ts';

export type RoundingMode = 'none' | 'up' | 'down' | 'half-up' | 'half-even' | 'to-half-up' | 'to-half-down';

/** An exact ratio of whole numbers, reduced, denominator above zero. Amounts owed are worked out in these. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Fraction = { num: 0n, den: 1n };
export const ONE: Fraction = { num: 1n, den: 1n };

export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(num), BigInt(den)];
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return { num: (sign * n) / divisor, den: (sign * d) / divisor };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** `5`, `2.50`, `1/3` → exact fraction. */
export function toFraction(value: string | number | Decimal): Fraction {
  const text = typeof value === 'string' ? value : new Decimal(value).toFixed();
  const [top = '0', bottom] = text.split('/');
  if (bottom !== undefined) return fraction(BigInt(top), BigInt(bottom));
  const [whole = '0', decimals = ''] = top.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den - b.num * a.den, a.den * b.den);
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const isZero = (a: Fraction): boolean => a.num === 0n;

export const floor = ({ num, den }: Fraction): bigint => (num >= 0n ? num / den : -((-num + den - 1n) / den));
export const ceiling = (a: Fraction): bigint => -floor({ num: -a.num, den: a.den });

/** Rounds to whole or half units by the declared mode; `none` leaves the fraction as it is. */
export function round(value: Fraction, mode: RoundingMode): Fraction {
  switch (mode) {
    case 'none':
      return value;
    case 'up':
      return fraction(ceiling(value));
    case 'down':
      return fraction(floor(value));
    case 'half-up':
      return fraction(floor(fraction(value.num * 2n + value.den, value.den * 2n)));
    case 'half-even':
      return fraction(halfEven(value));
    case 'to-half-up':
      return fraction(ceiling(fraction(value.num * 2n, value.den)), 2n);
    case 'to-half-down':
      return fraction(floor(fraction(value.num * 2n, value.den)), 2n);
  }
}

function halfEven(value: Fraction): bigint {
  const low = floor(value);
  const twice = compare(fraction((value.num - low * value.den) * 2n, value.den), ONE);
  return twice < 0 || (twice === 0 && low % 2n === 0n) ? low : low + 1n;
}

/** Exact when it ends within six decimals, else shown with two: 5/3 is `1.67`. */
export function showFraction(value: Fraction): string {
  if (value.den === 1n) return value.num.toString();
  const quotient = new Decimal(value.num.toString()).div(value.den.toString());
  const exact = quotient.decimalPlaces() <= 6 && compare(toFraction(quotient.toFixed()), value) === 0;
  return exact ? quotient.toFixed() : quotient.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}
