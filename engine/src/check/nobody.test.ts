import { expect, it } from 'vitest';
import { changedExample } from '../../test/changed-example.ts';

const { errorsWith, text } = changedExample('top.yaml', '{"first":2,');
const values = (zero: string) =>
  `"values":[{"id":"none","unit":"point","role":"rule","values":{"2026-01-01":${zero}}}],"ratings"`;

/** The first places are those of a parameter with this value. */
const withPlaces = (value: string): string[] => {
  const first = text.slice(text.indexOf('"ratings"')).replace('"first":2', '"first":{"parameter":"none"}');
  return errorsWith(text.slice(text.indexOf('"ratings"')), first.replace('"ratings"', values(value)));
};

it('a parameter may say that nobody gets a place', () => {
  expect(withPlaces('2')).toEqual([]);
  expect(withPlaces('0')).toEqual([]);
});

it('below nobody, half a place, and none written in the rule itself are refused', () => {
  expect(withPlaces('-1')).toContainEqual(expect.stringContaining('no-such-size: first 须是 1 以上的整数'));
  expect(withPlaces('1.5')).toContainEqual(expect.stringContaining('no-such-size'));
  expect(errorsWith('"first":2', '"first":0')).toContainEqual(expect.stringContaining('no-such-size'));
});
