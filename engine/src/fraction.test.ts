import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Decimal } from './decimal.ts';
import {
  ceiling,
  compare,
  floor,
  fraction,
  isZero,
  least,
  minus,
  plus,
  type RoundingMode,
  round,
  showFraction,
  times,
  toFraction,
} from './fraction.ts';

const show = (value: string, mode: RoundingMode): string => showFraction(round(toFraction(value), mode));

test.each([
  ['5/3', 'none', '1.67'],
  ['5/3', 'up', '2'],
  ['5/3', 'down', '1'],
  ['5/3', 'to-half-up', '2'],
  ['5/3', 'to-half-down', '1.5'],
  ['1.2', 'to-half-up', '1.5'],
  ['0.5', 'half-up', '1'],
  ['0.5', 'half-even', '0'],
  ['1.5', 'half-even', '2'],
  ['2.5', 'half-even', '2'],
  ['2.5', 'half-up', '3'],
  ['2', 'up', '2'],
  ['0.000001', 'none', '0.000001'],
] as const)('%s %s is %s', (value, mode, shown) => expect(show(value, mode)).toBe(shown));

test('1/3 of 5 is 5/3 exactly: 1.67 is more, 1.66 less', () => {
  const need = times(toFraction('1/3'), fraction(5));
  expect(compare(need, toFraction('5/3'))).toBe(0);
  expect(compare(toFraction('1.67'), need)).toBe(1);
  expect(compare(toFraction('1.66'), need)).toBe(-1);
});

test('every rounding keeps order', () => {
  const any = fc
    .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 400 }))
    .map(([a, b]) => fraction(a, b));
  const mode = fc.constantFrom<RoundingMode>(
    'none',
    'up',
    'down',
    'half-up',
    'half-even',
    'to-half-up',
    'to-half-down',
  );
  fc.assert(
    fc.property(any, any, mode, (a, b, how) => {
      const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
      expect(compare(round(low, how), round(high, how))).toBeLessThanOrEqual(0);
    }),
  );
});

describe('fractions', () => {
  const whole = fc.integer({ min: -400, max: 400 });
  const below = fc.integer({ min: -60, max: 60 }).filter((one) => one !== 0);

  it('are reduced, with what is below the line above zero', () => {
    fc.assert(
      fc.property(whole, below, (a, b) => {
        const { num, den } = fraction(a, b);
        expect(den > 0n).toBe(true);
        expect(num * BigInt(b)).toBe(BigInt(a) * den);
        for (let common = 2n; common <= den; common++) expect(num % common === 0n && den % common === 0n).toBe(false);
      }),
    );
  });

  it('go to the next whole one below or above, also below zero', () => {
    fc.assert(
      fc.property(whole, below, (a, b) => {
        const one = fraction(a, b);
        expect(Number(floor(one))).toBe(Math.floor(a / b) + 0);
        expect(Number(ceiling(one))).toBe(Math.ceil(a / b) + 0);
        expect(plus(minus(one, fraction(b)), fraction(b))).toEqual(one);
        expect(least(one, fraction(1))).toEqual(a / b <= 1 ? one : fraction(1));
        expect(isZero(one)).toBe(a === 0);
      }),
    );
  });

  it.each([
    ['-2.5', 'half-up', '-2'],
    ['-2.5', 'half-even', '-2'],
    ['-3.5', 'half-even', '-4'],
    ['2.75', 'half-even', '3'],
    ['2.25', 'half-even', '2'],
    ['2.25', 'to-half-up', '2.5'],
    ['2.25', 'to-half-down', '2'],
    ['-2.25', 'to-half-down', '-2.5'],
    ['2.4', 'half-up', '2'],
  ] as const)('%s %s is %s', (value, mode, shown) => expect(showFraction(round(toFraction(value), mode))).toBe(shown));

  it('are shown exactly when they end within six decimals', () => {
    expect(showFraction(fraction(1, 64))).toBe('0.015625');
    expect(showFraction(fraction(1, 128))).toBe('0.01');
    expect(showFraction(fraction(2, 3))).toBe('0.67');
    expect(toFraction('1/3')).toEqual(fraction(1, 3));
    expect(toFraction(new Decimal('2.50'))).toEqual(fraction(5, 2));
    expect(toFraction(1e-7)).toEqual(fraction(1, 10_000_000));
  });
});
