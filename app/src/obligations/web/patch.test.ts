import { expect, it } from 'vitest';
import { patchBoard } from './patch.ts';
import { sampleBoard } from './testing.ts';

it('puts fresh rows in place and says which cells changed', () => {
  const board = sampleBoard();
  const row = board.rows[1];
  if (!row) throw new Error('The sample has five rows.');
  const patch = { rows: [{ ...row, group: 0 }], lights: ['mmo'], texts: { 0: { 2: '1/2' } } };
  const { board: next, changed } = patchBoard(board, patch);
  expect(next.lights).toEqual(['-m-', 'mmo', '-s?', 'mle', '- x']);
  expect(next.texts[1]).toEqual({ 2: '1/2' });
  expect([...changed]).toEqual(['1:0', '1:2']);
  expect(board.lights[1]).toBe('xmo');
});

it('keeps the group of this chart, in which the patch has no say', () => {
  const board = sampleBoard();
  const row = board.rows[3];
  if (!row) throw new Error('The sample has five rows.');
  const { board: next } = patchBoard(board, { rows: [{ ...row, group: 0 }], lights: ['mle'], texts: {} });
  expect(next.rows[3]?.group).toBe(1);
});

it('passes over rows the chart does not hold', () => {
  const board = sampleBoard();
  const stranger = { ...sampleBoard().rows[0], organisation: 'elsewhere' } as (typeof board.rows)[number];
  const { board: next, changed } = patchBoard(board, { rows: [stranger], lights: ['xxx'], texts: {} });
  expect(next.lights).toEqual(board.lights);
  expect(changed.size).toBe(0);
});
