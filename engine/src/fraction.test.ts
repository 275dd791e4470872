import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction, type RoundingMode, round, showFraction, times, toFraction } from './fraction.ts';

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
