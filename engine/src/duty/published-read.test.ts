import { expect, it } from 'vitest';
import { examplesIn } from '../../test/changed-example.ts';
import { compile, type Example } from '../index.ts';
import { examplePacks, examplePolicy } from '../run-example.ts';

const [first] = examplesIn('published.yaml') as [Example];

it('names the ratings whose published results duties read, in whatever part of a formula', () => {
  expect([...examplePolicy([], first).publishedRead]).toEqual(['risk']);
  const text = JSON.stringify(first.pack).replaceAll(
    /published\(\\"risk\\", \\"class\\", \\"(latest|previous)\\"\)/g,
    '\\"high\\"',
  );
  const left = { ...first, pack: JSON.parse(text.replace('60 - published(\\"risk\\", \\"latest\\")', '60 - 35')) };
  expect([...compile(examplePacks([], left)).publishedRead]).toEqual([]);
});
