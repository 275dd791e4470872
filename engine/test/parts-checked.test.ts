import { expect, it } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import { loadPack } from '../src/index.ts';
import { changedExample } from './changed-example.ts';

const NO_STEP = 'unknown-step: 没有名为“nosuch”的步骤';

it.each([
  ['bands.yaml', '"at_least":74', '"at_least":"nosuch"', NO_STEP],
  ['bands.yaml', '"below":74', '"below":"nosuch"', NO_STEP],
  ['lookup.yaml', '"otherwise":{"value":1000}', '"otherwise":{"value":"nosuch"}', NO_STEP],
  [
    'levels.yaml',
    '"before":{"step":"star","back":1,"since":"2024"}',
    '"before":"none"',
    'no-level-before: 没有写此前的等级从哪里来',
  ],
  ['relative.yaml', '"floor":90', '"floor":"nosuch"', NO_STEP],
])('%s: %s written as %s is refused where it stands', (file, from, to, said) => {
  expect(changedExample(file, from).errorsWith(from, to)).toEqual([said]);
});

it('a decimal without decimals is a whole number', () => {
  const { text } = changedExample('bands.yaml', '"decimals":2');
  const { problems } = loadPack(examplePackFiles(JSON.parse(text.replace('"decimals":2', '"decimals":0'))));
  expect(problems.map(({ wayOut }) => wayOut?.['zh-CN'])).toEqual(['整数写 type: integer，并删去 decimals']);
});
