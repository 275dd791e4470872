import { describe, expect, it } from 'vitest';
import type { Board } from './board-data.ts';
import { boardStateFrom } from './board-state.ts';
import { columnGroups, groupHeads } from './column-groups.ts';
import { missed } from './counts.ts';
import { rowModel } from './row-model.ts';
import { boardOf } from './testing.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });

/** Duties a and b are about presence, c about Party life, d about nothing said, e about what nobody owes now. */
function grouped(): Board {
  const board = boardOf(
    ['镇'],
    ['a', 'b', 'c', 'd', 'e'],
    [
      { name: '甲村', group: 0, lights: 'xxmo-' },
      { name: '乙村', group: 0, lights: '--b--' },
    ],
  );
  const groups = ['presence', 'presence', 'life', null, 'asleep'];
  return {
    ...board,
    dutyGroups: ['presence', 'life', 'asleep'].map((id) => ({ id, title: words(id) })),
    duties: board.duties.map((duty, at) => ({ ...duty, group: groups[at] ?? null })),
  };
}

const board = grouped();
const model = (columns: string | undefined, more = {}) => rowModel(board, { ...boardStateFrom({}), columns, ...more });

describe('groups of columns', () => {
  it('are those with columns on the chart, with what is overdue or beyond a limit in each', () => {
    expect(
      columnGroups(board, [0, 1], { idle: false }).map(({ id, columns, counts }) => [id, columns, missed(counts)]),
    ).toEqual([
      ['presence', 2, '✕2'],
      ['life', 1, '↑1'],
    ]);
    expect(columnGroups(board, [1], { idle: true }).map(({ id, counts }) => [id, missed(counts)])).toEqual([
      ['presence', ''],
      ['life', '↑1'],
      ['asleep', ''],
    ]);
  });

  it('leave their columns and the rows they concern', () => {
    expect(model('presence')).toMatchObject({ duties: [0, 1], rows: [0] });
    expect(model('life')).toMatchObject({ duties: [2], rows: [0, 1] });
    expect(model(undefined)).toMatchObject({ duties: [0, 1, 2, 3], rows: [0, 1] });
  });

  it('step back behind a duty chosen by name; one that is gone shows all', () => {
    expect(model('life', { duties: ['a'] }).duties).toEqual([0]);
    expect(model('gone').duties).toEqual([0, 1, 2, 3]);
  });

  it('stand over the columns they span, unless there is but one', () => {
    expect([...groupHeads(board, [0, 1, 2, 3])].map(([column, { id, span }]) => [column, id, span])).toEqual([
      [0, 'presence', 2],
      [2, 'life', 1],
      [3, '', 1],
    ]);
    expect(groupHeads(board, [0, 1]).size).toBe(0);
  });
});
