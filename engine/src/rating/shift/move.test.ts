import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { moved } from './move.ts';

const GRADES = 5;
const grade = fc.integer({ min: 0, max: GRADES - 1 });
const move = fc.record({
  way: fc.constantFrom('down' as const, 'up' as const),
  end: fc.option(grade),
  by: fc.integer({ min: 0, max: 7 }),
});
const several = fc.constantFrom('each' as const, 'first-listed' as const, 'largest-each-way' as const);
const to = (
  from: number,
  moves: readonly { way: 'down' | 'up'; end: number | null; by: number }[],
  how: 'each' | 'first-listed' | 'largest-each-way',
) =>
  moved(
    from,
    moves,
    moves.map(({ by }) => new Decimal(by)),
    how,
    GRADES,
  );

describe('a grade that moves', () => {
  it('stays in its scale', () => {
    fc.assert(
      fc.property(grade, fc.array(move), several, (from, moves, how) => {
        const now = to(from, moves, how);
        expect(now >= 0 && now < GRADES).toBe(true);
      }),
    );
  });

  it('never rises by what lowers it, nor falls by what lifts it, whatever the bounds', () => {
    fc.assert(
      fc.property(grade, fc.array(move), several, (from, moves, how) => {
        expect(
          to(
            from,
            moves.filter(({ way }) => way === 'down'),
            how,
          ),
        ).toBeGreaterThanOrEqual(from);
        expect(
          to(
            from,
            moves.filter(({ way }) => way === 'up'),
            how,
          ),
        ).toBeLessThanOrEqual(from);
      }),
    );
  });

  it('is where it was when nothing moves it', () => {
    fc.assert(
      fc.property(grade, fc.array(move), several, (from, moves, how) => {
        const none = moves.map((one) => ({ ...one, by: 0 }));
        expect(to(from, none, how)).toBe(from);
      }),
    );
  });
});
