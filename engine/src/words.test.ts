import { expect, test } from 'vitest';
import { counted, inEnglish } from './words.ts';

test.each([
  ['1', 'times', '1 time'],
  ['2', 'times', '2 times'],
  ['1', 'entries', '1 entry'],
  ['1', 'classes', '1 class'],
  ['1', 'boxes', '1 box'],
  ['1', 'houses', '1 house'],
  ['1', 'staff', '1 staff'],
  ['1', 'CNY', '1 CNY'],
  ['1', 'series', '1 series'],
  ['0.5', 'days', '0.5 days'],
  ['1.5', 'points', '1.5 points'],
])('%s of %s is said as %s', (count, unit, said) => {
  expect(inEnglish(count, unit)).toBe(said);
});

test('a number with a noun', () => {
  expect([counted(1, 'entry', 'entries'), counted(3, 'step')]).toEqual(['1 entry', '3 steps']);
});
