import { expect, it } from 'vitest';
import { changedExample } from '../../../test/changed-example.ts';

const { text, errorsWith } = changedExample('scorers.yaml', '"valid":');

it('finds nothing wrong with what is demanded of a rater', () => {
  expect(errorsWith('"spread":5', '"spread":6')).toEqual([]);
});

it('needs to know who gave a paper', () => {
  expect(errorsWith('"rater":{"field":"rater","several":"latest"}', '"rater":"not-recorded"')).toEqual([
    'rater-not-recorded: 评分记录不写明评分人，无从一并看某人的全部评分',
  ]);
});

it('wants something demanded, and of which marks', () => {
  const nothing = 'says-nothing: 没有写明要求什么';
  expect(errorsWith(/"valid":\{.*?\}\],"subjects":2,/.exec(text)?.[0] ?? '?', '"valid":{')).toEqual([nothing]);
  expect(errorsWith('"from":90,', '')).toEqual([nothing]);
  expect(errorsWith(',"at_most":"1/2"', '')).toEqual([nothing]);
});

it('wants something to lie between two ends', () => {
  expect(errorsWith('"from":90,', '"from":90,"below":60,')).toEqual([
    'ends-crossed: from 是 90，大于 below 的 60：两者之间没有数',
  ]);
  expect(errorsWith('"at_most":"1/2"', '"at_most":"1/2","at_least":0.6')).toEqual([
    'ends-crossed: at_least 是 0.6，大于 at_most 的 0.5：两者之间没有数',
  ]);
  expect(errorsWith('"from":90,', '"from":90,"below":90,')).toEqual([
    'ends-crossed: from 是 90，等于 below 的 90：两者之间没有数',
  ]);
  expect(errorsWith('"from":90,', '"from":60,"below":90,')).toEqual([]);
});
