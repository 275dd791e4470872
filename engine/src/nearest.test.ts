import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';
import { counted } from './words.ts';

it('the nearest word is one that is a slip of the keyboard away', () => {
  expect(nearest('vilage', ['town', 'village', 'county'])).toBe('village');
  expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  expect(nearest('cat', ['dog'])).toBeNull();
  expect(nearest('cat', ['dot'])).toBeNull();
  expect(nearest('households', ['houses', 'hoseholds'])).toBe('hoseholds');
  expect(nearest('', ['a'])).toBe('a');
  expect(nearest('abcd', ['abxy'])).toBe('abxy');
  expect(nearest('abcd', ['axyz'])).toBeNull();
  expect(nearest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
  expect(nearest('abcdefgh', ['abcdexyz'])).toBeNull();
});

it('one is singular', () => {
  expect([
    counted(1, 'entry', 'entries'),
    counted('1', 'day'),
    counted(2, 'day'),
    counted(0, 'entry', 'entries'),
  ]).toEqual(['1 entry', '1 day', '2 days', '0 entries']);
});
