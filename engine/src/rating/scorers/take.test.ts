import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, divide } from '../../decimal.ts';
import { nearMean } from './near-mean.ts';
import { type Taken, take } from './take.ts';

const marks = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => new Decimal(tenths).div(10)),
  { minLength: 1, maxLength: 12 },
);
const cut = fc.record({
  highest: fc.nat(3),
  lowest: fc.nat(3),
  too_few: fc.constantFrom('mean' as const, 'none' as const),
});
const ways = fc.oneof(
  fc.constantFrom('mean' as const, 'median' as const),
  cut.map((trimmed) => ({ trimmed })),
  fc.constantFrom('down' as const, 'nearest' as const, 'up' as const).map((rounding) => ({
    trimmed: { share: 0.2, rounding, too_few: 'mean' as const },
  })),
);
const share = new Decimal('0.2');
const numbers = [share];
const cutIn = (taken: Taken): number => taken.cuts.reduce((sum, { cut }) => sum + cut, 0);

describe('the score of a group', () => {
  it('does not depend on the order of the papers', () => {
    fc.assert(
      fc.property(marks, ways, (scores, way) => {
        expect(take(scores.toReversed(), way, numbers)).toEqual(take(scores, way, numbers));
      }),
    );
  });

  it('lies between the lowest and the highest paper', () => {
    fc.assert(
      fc.property(marks, ways, (scores, way) => {
        const taken = take(scores, way, numbers);
        if (taken.value === null) return;
        const slack = new Decimal('1e-30');
        expect(taken.value.gte(Decimal.min(...scores).minus(slack))).toBe(true);
        expect(taken.value.lte(Decimal.max(...scores).plus(slack))).toBe(true);
      }),
    );
  });

  it('never falls when one paper rises', () => {
    fc.assert(
      fc.property(marks, ways, fc.nat(), (scores, way, which) => {
        const raised = scores.map((score, i) => (i === which % scores.length ? score.plus(7) : score));
        const [before, after] = [take(scores, way, numbers), take(raised, way, numbers)];
        if (before.value && after.value) expect(after.value.gte(before.value)).toBe(true);
      }),
    );
  });

  it('cuts a share of each end, rounded as declared', () => {
    const scores = [1, 2, 3, 4, 5, 6, 7, 100].map((score) => new Decimal(score));
    const with_ = (rounding: 'down' | 'nearest' | 'up') =>
      take(scores, { trimmed: { share: 0.2, rounding, too_few: 'none' } }, numbers);
    expect([cutIn(with_('down')), cutIn(with_('nearest')), cutIn(with_('up'))]).toEqual([2, 4, 4]);
    expect(String(with_('down').value)).toBe('4.5');
  });

  it('leaves nobody far from the mean of those who are left, when it is judged again and again', () => {
    const ten = new Decimal(10);
    const part = { points: 10, far_again: 'void', too_few: 'none' } as const;
    fc.assert(
      fc.property(marks, (scores) => {
        const left = nearMean(scores, part, ten);
        expect(nearMean(left, part, ten)).toEqual(left);
        const taken = take(scores, { near_mean: part }, [ten]);
        expect(take(scores.toReversed(), { near_mean: part }, [ten])).toEqual(taken);
        if (left.length > 0) expect(left.length).toBe(scores.length - cutIn(taken));
      }),
    );
  });

  it('keeps what is exactly a third from the mean', () => {
    const scores = [40, 60, 80].map((score) => new Decimal(score));
    const third = divide(new Decimal(1), new Decimal(3));
    expect(nearMean(scores, { share: '1/3', far_again: 'void', too_few: 'none' }, third)).toEqual(scores);
  });

  it('is none when everything is cut and that counts as no papers', () => {
    const two = [new Decimal(1), new Decimal(2)];
    expect(take(two, { trimmed: { highest: 1, lowest: 1, too_few: 'none' } }, []).value).toBeNull();
    expect(String(take(two, { trimmed: { highest: 1, lowest: 1, too_few: 'mean' } }, []).value)).toBe('1.5');
  });

  it('leaves out by two ways as by one after the other', () => {
    const near_mean = { points: 10, far_again: 'counts', too_few: 'mean' } as const;
    const trimmed = { highest: 1, lowest: 1, too_few: 'mean' } as const;
    const ten = new Decimal(10);
    const sorted = (scores: readonly Decimal[]) => scores.toSorted((a, b) => a.comparedTo(b));
    const trim = (scores: readonly Decimal[]) => (scores.length > 2 ? sorted(scores).slice(1, -1) : scores);
    const near = (scores: readonly Decimal[]) => {
      const left = nearMean(scores, near_mean, ten);
      return left.length > 0 ? left : scores;
    };
    fc.assert(
      fc.property(marks, (scores) => {
        const both = (first: 'trimmed' | 'near_mean', read: (Decimal | null)[]) =>
          take(scores, { first, trimmed, near_mean }, read).value;
        expect(both('trimmed', [null, ten])).toEqual(take(near(trim(scores)), 'mean', []).value);
        expect(both('near_mean', [ten, null])).toEqual(take(trim(near(scores)), 'mean', []).value);
      }),
    );
  });
});
