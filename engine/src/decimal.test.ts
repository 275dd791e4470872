import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, divide, root, settled } from './decimal.ts';

const figure = fc.integer({ min: 1, max: 999_999_999 }).map((n) => new Decimal(n).div(1000));

describe('what quotients come to', () => {
  it('is what it would be on paper: a part of a whole, times the whole', () => {
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 500 }), (part, whole, marks) => {
        const share = divide(part, whole);
        const times = settled(share.times(whole).times(marks));
        expect(times.eq(part.times(marks)), `${part} / ${whole} * ${whole} * ${marks} = ${times}`).toBe(true);
      }),
    );
  });

  it('stays as exact as it is where it does not come out even', () => {
    const third = divide(new Decimal(1), new Decimal(3));
    expect(settled(third).eq(third)).toBe(true);
    expect(settled(third.times(3)).toFixed()).toBe('1');
  });

  it('leaves recorded figures alone', () => {
    fc.assert(
      fc.property(figure, (one) => {
        expect(settled(one)).toBe(one);
      }),
    );
  });
});

describe('decimals', () => {
  it('that are next to nothing are nothing, and no others', () => {
    expect(settled(new Decimal('9e-30')).isZero()).toBe(true);
    expect(settled(new Decimal('-9e-30')).isZero()).toBe(true);
    expect(settled(new Decimal('1e-27')).toFixed()).toBe(`0.${'0'.repeat(26)}1`);
    expect(settled(new Decimal('0.3333333333333333333333333')).toFixed()).toBe('0.3333333333333333333333333');
    expect(settled(divide(new Decimal(2), new Decimal(3)).times(3)).toFixed()).toBe('2');
    expect(root(new Decimal(2)).toFixed()).toBe('1.414213562373095048801688724209698');
    expect(root(new Decimal(9)).toFixed()).toBe('3');
    expect(root(new Decimal('1.1664')).toFixed()).toBe('1.08');
    expect(root(new Decimal('1.331'), 3).toFixed()).toBe('1.1');
    expect(settled(root(new Decimal('2.48832'), 5)).toFixed()).toBe('1.2');
    expect(root(new Decimal(0), 7).toFixed()).toBe('0');
  });
});
