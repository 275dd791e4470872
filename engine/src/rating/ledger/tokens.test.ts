import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Earned, FIRST, line } from '../../../test/ledger-line.ts';
import { fromDay } from '../../day.ts';
import { Decimal } from '../../decimal.ts';
import type { Line } from '../entries/line.ts';
import { type Booked, spendableOn } from './book.ts';
import { nextExpiry } from './expiry.ts';

/** A point as a coin: the day it was earned, and the day from which it is worth nothing. */
interface Coin {
  readonly from: number;
  readonly ends: number;
}

const NEVER = 1e6;
const entryOf = fc.record<Earned>({
  day: fc.integer({ min: 0, max: 60 }),
  points: fc.integer({ min: 0, max: 6 }),
  life: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 3 }),
});
const some = (maxLength: number) => fc.array(entryOf, { maxLength });

const book = (plus: readonly Earned[], minus: readonly Earned[], exchanges: readonly Earned[]): Booked[] => [
  { kind: 'plus', lines: plus.map((one, i) => line('p', one, i)) },
  { kind: 'minus', lines: minus.map((one, i) => line('m', one, i)) },
  { kind: 'exchange', lines: exchanges.map((one, i) => line('x', { ...one, life: null }, i)) },
];

const endOf = ({ day, life }: Earned): number => (life === null ? NEVER : day + life);

/** Coins are spent one by one, the one that ends first before the others; what was carried over never ends. */
function plain(
  plus: readonly Earned[],
  minus: readonly Earned[],
  exchanges: readonly Earned[],
  { carried, last, overdrawn }: { carried: number; last: number; overdrawn: 'refused' | 'counts' },
) {
  const coins: Coin[] = plus.flatMap((one) =>
    Array.from({ length: one.points }, () => ({ from: one.day, ends: endOf(one) })),
  );
  coins.push(...Array.from({ length: carried }, () => ({ from: 0, ends: NEVER + 1 })));
  let debt = 0;
  const worth = (day: number): number =>
    coins.filter(({ from, ends }) => from <= day && ends > day).length -
    debt -
    minus.filter((one) => one.day <= day && endOf(one) > day).reduce((so, { points }) => so + points, 0);
  const refused: number[] = [];
  const inOrder = [...exchanges.entries()].sort(([i, a], [j, b]) => a.day - b.day || i - j);
  for (const [i, { day, points }] of inOrder) {
    if (overdrawn === 'refused' && points > worth(day)) {
      refused.push(i);
      continue;
    }
    for (let open = points; open > 0; open--) {
      const living = coins.filter(({ from, ends }) => from <= day && ends > day).sort((a, b) => a.ends - b.ends);
      const [first] = living;
      if (first) coins.splice(coins.indexOf(first), 1);
      else debt++;
    }
  }
  return { value: worth(last), refused: refused.sort((a, b) => a - b) };
}

describe('what is left of points that expire', () => {
  it('is what coins would leave that are spent one by one, the one that ends first before the others', () => {
    const how = fc.record({
      carried: fc.integer({ min: 0, max: 8 }),
      last: fc.integer({ min: 60, max: 120 }),
      overdrawn: fc.constantFrom('refused' as const, 'counts' as const),
    });
    fc.assert(
      fc.property(some(6), some(3), some(6), how, (plus, minus, exchanges, { carried, last, overdrawn }) => {
        const day = fromDay(FIRST + last);
        const { value, rows } = spendableOn(book(plus, minus, exchanges), day, new Decimal(carried), overdrawn);
        const coins = plain(plus, minus, exchanges, { carried, last, overdrawn });
        const refused = (rows[2]?.lines ?? []).flatMap(({ counts }, i) => (counts ? [] : [i]));
        expect({ value: value.toNumber(), refused }).toEqual(coins);
        for (const [list, row] of [
          [plus, rows[0]],
          [minus, rows[1]],
        ] as const)
          for (const [i, line] of (row?.lines ?? []).entries())
            expect(line.counts).toBe(endOf(list[i] as Earned) > last || (list === plus && line.points.gt(0)));
        const shown = rows.map(({ lines }) => Decimal.sum(0, ...lines.map(({ points }) => points)).toNumber());
        expect(carried + (shown[0] ?? 0) - (shown[1] ?? 0) - (shown[2] ?? 0)).toBe(coins.value);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out an exchange that is too much beside those accepted before it, and no other', () => {
    const one = (day: number, points: number): Earned => ({ day, points, life: null });
    const rows = book([one(0, 20)], [], [one(3, 4), one(1, 4), one(2, 4)]);
    const atMost = (line: Line, accepted: readonly Line[]) =>
      accepted.length >= 2 ? { 'zh-CN': '至多两次', en: 'twice at most' } : null;
    const { value, rows: seen } = spendableOn(
      rows.map((row) => (row.kind === 'exchange' ? { ...row, tooMuchBeside: atMost } : row)),
      fromDay(FIRST + 9),
      new Decimal(0),
      'refused',
    );
    expect(value.toNumber()).toBe(12);
    expect(seen[2]?.lines.map(({ counts, notes }) => [counts, notes.at(-1)?.en])).toEqual([
      [false, 'twice at most'],
      [true, undefined],
      [true, undefined],
    ]);
  });

  it('says of an exchange beyond it how much there was', () => {
    const one = (day: number, points: number): Earned => ({ day, points, life: null });
    const { rows } = spendableOn(book([one(0, 5)], [one(1, 2)], [one(2, 4)]), '2026-03-01', new Decimal(0), 'refused');
    expect(rows[2]?.lines[0]?.notes.at(-1)).toEqual({
      'zh-CN': '兑换 4，余额只有 3，不计',
      en: '4 exceeds the balance of 3 and does not count',
    });
  });
});

describe('the next day on which points expire', () => {
  it('is the first on which an entry worth something ends, with all that ends on it', () => {
    fc.assert(
      fc.property(some(5), some(4), some(3), fc.integer({ min: 0, max: 90 }), (plus, minus, exchanges, on) => {
        const found = nextExpiry(book(plus, minus, exchanges), fromDay(FIRST + on));
        const worth = (list: readonly Earned[]) => list.filter((one) => one.points > 0 && one.life !== null);
        const ends = [...worth(plus), ...worth(minus)].map(endOf).filter((end) => end > on);
        if (ends.length === 0) {
          expect(found).toBeNull();
          return;
        }
        const first = Math.min(...ends);
        const gone = (list: readonly Earned[]) => worth(list).filter((one) => endOf(one) === first);
        const said = (list: readonly Earned[], zh: string, en: string) =>
          list.length === 0
            ? []
            : [[`${list.length} 条${zh}到期（${sum(list)}）`, `${list.length} ${en} (${sum(list)}) expire`] as const];
        const both = [...said(gone(plus), '加分', 'added'), ...said(gone(minus), '扣分', 'taken')];
        expect(found).toEqual({
          on: fromDay(FIRST + first),
          words: { 'zh-CN': `有 ${both.map(([zh]) => zh).join('，')}`, en: both.map(([, en]) => en).join(', ') },
        });
      }),
      { numRuns: 300 },
    );
  });
});

const sum = (list: readonly Earned[]): number => list.reduce((so, { points }) => so + points, 0);
