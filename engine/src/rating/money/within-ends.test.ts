import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { weightsWithin } from './within-ends.ts';

const part = fc.record({
  points: fc.integer({ min: 1, max: 100 }),
  least: fc.option(fc.integer({ min: 0, max: 20 })),
  more: fc.option(fc.integer({ min: 0, max: 60 })),
});
const numbers = (list: readonly (number | null)[]) => list.map((one) => (one === null ? null : new Decimal(one)));
const shared = (
  sum: number,
  parts: readonly { points: number; least: number | null; more: number | null }[],
  beyond: 'shared-again' | 'left-over',
) => {
  const least = parts.map((one) => one.least);
  const most = parts.map((one) => (one.more === null ? null : (one.least ?? 0) + one.more));
  const given = weightsWithin(
    new Decimal(sum),
    parts.map(({ points }) => new Decimal(points)),
    { least: numbers(least), most: numbers(most), beyond },
  ).map(Number);
  return { given, least, most };
};

describe('a sum shared out within ends', () => {
  it('keeps every part within them, and never gives more than there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('shared-again' as const, 'left-over' as const),
        (sum, parts, beyond) => {
          const { given, least, most } = shared(sum, parts, beyond);
          const lowest = least.reduce<number>((so, one) => so + (one ?? 0), 0);
          given.forEach((one, i) => {
            expect(one).toBeLessThanOrEqual((most[i] ?? Number.POSITIVE_INFINITY) + 1e-9);
            if (lowest <= sum) expect(one).toBeGreaterThanOrEqual((least[i] ?? 0) - 1e-9);
          });
          expect(given.reduce((so, one) => so + one, 0)).toBeLessThanOrEqual(sum + 1e-9);
        },
      ),
    );
  });

  it('leaves nothing over while somebody has room, when it is shared again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.array(part, { minLength: 1, maxLength: 8 }), (sum, parts) => {
        const { given, most } = shared(sum, parts, 'shared-again');
        const room = given.some((one, i) => one < (most[i] ?? Number.POSITIVE_INFINITY) - 1e-9);
        if (room) expect(given.reduce((so, one) => so + one, 0)).toBeCloseTo(sum, 6);
      }),
    );
  });
});
