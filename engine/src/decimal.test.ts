import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, divide, settled } from './decimal.ts';

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
