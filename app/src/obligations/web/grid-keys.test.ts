import { expect, it } from 'vitest';
import { moveBy } from './grid-keys.ts';

const size = { lines: 100, duties: 10, page: 20 };
const at = { line: 5, duty: 3 };

it('moves by arrows, pages, and to the ends', () => {
  expect(moveBy('ArrowDown', false, at, size)).toEqual({ line: 6, duty: 3 });
  expect(moveBy('ArrowUp', true, at, size)).toEqual({ line: 0, duty: 3 });
  expect(moveBy('ArrowRight', true, at, size)).toEqual({ line: 5, duty: 9 });
  expect(moveBy('PageDown', false, at, size)).toEqual({ line: 25, duty: 3 });
  expect(moveBy('End', true, at, size)).toEqual({ line: 99, duty: 9 });
  expect(moveBy('Home', false, at, size)).toEqual({ line: 5, duty: 0 });
});

it('stays inside', () => {
  expect(moveBy('ArrowUp', false, { line: 0, duty: 0 }, size)).toEqual({ line: 0, duty: 0 });
  expect(moveBy('PageDown', false, { line: 95, duty: 0 }, size)).toEqual({ line: 99, duty: 0 });
  expect(moveBy('ArrowRight', false, { line: 0, duty: 9 }, size)).toEqual({ line: 0, duty: 9 });
});

it('leaves other keys alone', () => {
  expect(moveBy('Enter', false, at, size)).toBeUndefined();
  expect(moveBy('a', false, at, size)).toBeUndefined();
});
