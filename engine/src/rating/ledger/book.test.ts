import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Earned, FIRST, line } from '../../../test/ledger-line.ts';
import { fromDay } from '../../day.ts';
import { Decimal } from '../../decimal.ts';
import { type Booked, scoreOn, spendableOn } from './book.ts';

const DAYS = 400;
const ZERO = new Decimal(0);

const entries = fc.array(
  fc.record<Earned>({
    day: fc.integer({ min: 0, max: DAYS }),
    points: fc.integer({ min: 0, max: 30 }),
    life: fc.option(fc.integer({ min: 1, max: 200 })),
  }),
  { maxLength: 8 },
);

const book = (plus: readonly Earned[], minus: readonly Earned[], exchanges: readonly Earned[] = []): Booked[] => [
  { kind: 'plus', lines: plus.map((one, i) => line('p', one, i)) },
  { kind: 'minus', lines: minus.map((one, i) => line('m', one, i)) },
  { kind: 'exchange', lines: exchanges.map((one, i) => line('x', { ...one, life: null }, i)) },
];
const day = fc.integer({ min: 0, max: DAYS + 200 });
const text = (offset: number): string => fromDay(FIRST + offset);
const upTo = (list: readonly Earned[], last: number): Earned[] => list.filter((one) => one.day <= last);
const living = (list: readonly Earned[], on: number): number =>
  list
    .filter((one) => one.day <= on && (one.life === null || one.day + one.life > on))
    .reduce((so, { points }) => so + points, 0);

describe('a ledger', () => {
  it('gives on any day what lives on it', () => {
    fc.assert(
      fc.property(entries, entries, day, (plus, minus, on) => {
        const rows = book(upTo(plus, on), upTo(minus, on));
        expect(scoreOn(rows, text(on), ZERO).value.toNumber()).toBe(living(plus, on) - living(minus, on));
      }),
    );
  });

  it('lets exchanges lower what can be spent, never the score', () => {
    fc.assert(
      fc.property(entries, entries, entries, day, (plus, minus, exchanges, on) => {
        const [with_, without] = [book(plus, minus, exchanges), book(plus, minus)];
        expect(scoreOn(with_, text(on), ZERO).value).toEqual(scoreOn(without, text(on), ZERO).value);
        const left = spendableOn(with_, text(DAYS + 300), ZERO, 'counts').value;
        expect(left.lte(spendableOn(without, text(DAYS + 300), ZERO, 'counts').value)).toBe(true);
      }),
    );
  });

  it('equals the score where nothing is exchanged', () => {
    fc.assert(
      fc.property(entries, entries, day, (plus, minus, on) => {
        const rows = book(upTo(plus, on), upTo(minus, on));
        expect(spendableOn(rows, text(on), ZERO, 'refused').value).toEqual(scoreOn(rows, text(on), ZERO).value);
      }),
    );
  });

  it('never falls below zero by exchanges that are refused beyond the balance', () => {
    fc.assert(
      fc.property(entries, entries, day, (plus, exchanges, on) => {
        const rows = book(upTo(plus, on), [], upTo(exchanges, on));
        expect(spendableOn(rows, text(on), ZERO, 'refused').value.gte(0)).toBe(true);
      }),
    );
  });

  it('spends no more than was ever put in, nor loses what nobody spent and lives', () => {
    fc.assert(
      fc.property(entries, entries, (plus, exchanges) => {
        const lasting = plus.map((one) => ({ ...one, life: null }));
        const { value, rows } = spendableOn(book(lasting, [], exchanges), text(DAYS + 1), ZERO, 'refused');
        const spent = (rows[2]?.lines ?? [])
          .filter(({ counts }) => counts)
          .reduce((so, { points }) => so + points.toNumber(), 0);
        expect(value.toNumber() + spent).toBe(plus.reduce((so, { points }) => so + points, 0));
      }),
    );
  });

  it('does not depend on the order in which entries come', () => {
    fc.assert(
      fc.property(entries, entries, entries, day, (plus, minus, exchanges, on) => {
        const rows = book(plus, minus, exchanges);
        const turned = rows.map((row) => ({ ...row, lines: row.lines.toReversed() }));
        for (const overdrawn of ['refused', 'counts'] as const) {
          expect(spendableOn(turned, text(on), ZERO, overdrawn).value).toEqual(
            spendableOn(rows, text(on), ZERO, overdrawn).value,
          );
        }
      }),
    );
  });
});
