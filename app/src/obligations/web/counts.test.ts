import { describe, expect, it } from 'vitest';
import { countCells, countOf, fulfilment, isDark, percent } from './counts.ts';
import { leadingLight } from './leading-light.ts';
import { sampleBoard } from './testing.ts';
import { townshipLines } from './township-model.ts';

const board = sampleBoard();
const all = [0, 1, 2];

describe('counting lights', () => {
  it('counts what is asked for', () => {
    const counts = countCells(board, [0, 1, 2, 3, 4], all);
    expect(countOf(counts, 'overdue')).toBe(2);
    expect(countOf(counts, 'met')).toBe(3);
    expect(countCells(board, [1], [0])).toEqual({ x: 1 });
  });

  it('takes the share of what is owed and known; the unknown stand beside it', () => {
    expect(fulfilment({ m: 3, l: 1, x: 2, s: 1, o: 1, '?': 5, e: 9, '-': 20 })).toEqual({
      done: 4,
      owed: 8,
      notKnown: 5,
      share: 0.5,
    });
  });

  it('is dark while nobody has a light today, and not for a day that was chosen', () => {
    const dark = { ...board, lights: board.rows.map(() => '---') };
    expect(isDark(dark, { asOf: undefined, window: 'current' })).toBe(true);
    expect(isDark(dark, { asOf: '2026-01-01', window: 'current' })).toBe(false);
    expect(isDark(board, { asOf: undefined, window: 'current' })).toBe(false);
  });

  it('has no share where nothing is owed', () => {
    expect(fulfilment({ '?': 2, e: 1, '-': 7 }).share).toBeUndefined();
  });

  it('never says all or nothing before it is so', () => {
    expect(percent(1)).toBe('100.0%');
    expect(percent(0.99999)).toBe('99.9%');
    expect(percent(0.00001)).toBe('0.1%');
    expect(percent(0)).toBe('0.0%');
  });

  it('names the most urgent light', () => {
    expect(leadingLight({ m: 30, s: 2, '-': 4 })).toEqual({ light: 'due-soon', n: 2 });
    expect(leadingLight({ '-': 4, ' ': 2 })).toBeUndefined();
  });

  it('adds up townships', () => {
    const lines = townshipLines(board, { rows: [1, 3, 4], duties: all, lines: [] });
    expect(lines.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['燕塔街道', 1],
      ['张鲁镇', 2],
    ]);
    expect(lines[1]?.byDuty[0]).toEqual({ m: 1, '-': 1 });
  });
});
