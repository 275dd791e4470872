import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../../example-pack.ts';
import { checkPacks, loadPack } from '../../index.ts';

const examples = parse(readFileSync(new URL('../../../examples/scorers.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as { pack: Record<string, unknown> }[];
const text = examples.map(({ pack }) => JSON.stringify(pack)).find((pack) => pack.includes('"valid":')) ?? '';

function problemsWith(from: string, to: string): string[] {
  expect(text).toContain(from);
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(text.replace(from, to))));
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, words }) => `${code}: ${words['zh-CN']}`);
}

it('finds nothing wrong with what is demanded of a rater', () => {
  expect(problemsWith('"spread":5', '"spread":6')).toEqual([]);
});

it('needs to know who gave a paper', () => {
  expect(problemsWith('"rater":{"field":"rater","several":"latest"}', '"rater":"not-recorded"')).toEqual([
    'rater-not-recorded: 评分记录不写明评分人，无从一并看某人的全部评分',
  ]);
});

it('wants something demanded, and of which marks', () => {
  const nothing = 'says-nothing: 没有写明要求什么';
  expect(problemsWith(/"valid":\{.*?\}\],"subjects":2,/.exec(text)?.[0] ?? '?', '"valid":{')).toEqual([nothing]);
  expect(problemsWith('"from":90,', '')).toEqual([nothing]);
  expect(problemsWith(',"at_most":"1/2"', '')).toEqual([nothing]);
});

it('wants something to lie between two ends', () => {
  expect(problemsWith('"from":90,', '"from":90,"below":60,')).toEqual([
    'ends-crossed: from 是 90，大于 below 的 60：两者之间没有数',
  ]);
  expect(problemsWith('"at_most":"1/2"', '"at_most":"1/2","at_least":0.6')).toEqual([
    'ends-crossed: at_least 是 0.6，大于 at_most 的 0.5：两者之间没有数',
  ]);
  expect(problemsWith('"from":90,', '"from":90,"below":90,')).toEqual([
    'ends-crossed: from 是 90，等于 below 的 90：两者之间没有数',
  ]);
  expect(problemsWith('"from":90,', '"from":60,"below":90,')).toEqual([]);
});
