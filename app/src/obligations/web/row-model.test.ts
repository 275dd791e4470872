import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoardState, boardStateFrom } from './board-state.ts';
import { ALL_LIGHTS, codeOf } from './lights.ts';
import { ANY_UNIT, idleDuties, rowModel, sendingUnits } from './row-model.ts';
import { boardOf, sampleBoard } from './testing.ts';

const board = sampleBoard();
const state = (change: Partial<BoardState>): BoardState => ({ ...boardStateFrom({}), ...change });
const names = (change: Partial<BoardState>) => rowModel(board, state(change)).rows.map((row) => board.rows[row]?.name);

describe('the rows a filter leaves', () => {
  it('without filters: all, under their headings', () => {
    const { lines, duties } = rowModel(board, state({}));
    expect(duties).toEqual([0, 1, 2]);
    expect(lines.map(({ row, heading, counted }) => [row, heading, counted])).toEqual([
      [0, true, true],
      [1, false, true],
      [2, false, true],
      [-1, true, false],
      [3, false, true],
      [4, false, true],
    ]);
  });

  it('by light, in the shown duties only', () => {
    expect(names({ lights: ['overdue'] })).toEqual(['肖屯村', '礼院村']);
    expect(names({ lights: ['overdue'], duties: ['office'] })).toEqual(['肖屯村']);
    expect(names({ lights: ['not-known', 'excused'] })).toEqual(['孙炉村', '王化村']);
  });

  it('a heading that does not fit itself stays, set aside', () => {
    const { lines } = rowModel(board, state({ lights: ['overdue'] }));
    expect(lines[0]).toEqual({ row: 0, group: 0, heading: true, counted: false });
  });

  it('by township, sending unit, name, pinyin, initials and person', () => {
    expect(names({ township: '张鲁镇' })).toEqual(['王化村', '礼院村']);
    expect(names({ unit: '县水利局' })).toEqual(['王化村', '礼院村']);
    expect(names({ text: '王化' })).toEqual(['王化村']);
    expect(names({ text: 'Xiao Tun' })).toEqual(['肖屯村']);
    expect(names({ text: 'slc' })).toEqual(['孙炉村']);
    expect(names({ text: '张伟' })).toEqual(['礼院村']);
    expect(names({ text: '张三' })).toEqual([]);
  });

  it('anywhere somebody is posted', () => {
    expect(names({ unit: ANY_UNIT })).toEqual(['肖屯村', '王化村', '礼院村']);
  });

  it('duties that concern nobody rest until they are asked for', () => {
    const resting = boardOf(['镇'], ['a', 'b', 'c'], [{ name: '村', group: 0, lights: '-m ' }]);
    expect(rowModel(resting, state({})).duties).toEqual([1]);
    expect(rowModel(resting, state({ idle: true })).duties).toEqual([0, 1, 2]);
    expect(rowModel(resting, state({ duties: ['c'] })).duties).toEqual([2]);
    expect([...idleDuties(resting)]).toEqual([0, 2]);
  });

  it('unknown duties in a link show all duties', () => {
    expect(rowModel(board, state({ duties: ['gone'] })).duties).toEqual([0, 1, 2]);
  });

  it('every row left by a light filter has one of the lights; every row left out has none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ALL_LIGHTS), { minLength: 1 }), (lights) => {
        const left = new Set(rowModel(board, state({ lights })).rows);
        for (const [index, codes] of board.lights.entries()) {
          expect(left.has(index)).toBe(lights.some((light) => codes.includes(codeOf(light))));
        }
      }),
    );
  });
});

it('lists sending units, most postings first', () => {
  expect(sendingUnits(board)).toEqual([
    { id: '县水利局', name: '县水利局', postings: 2 },
    { id: '县财政局', name: '县财政局', postings: 1 },
  ]);
});
