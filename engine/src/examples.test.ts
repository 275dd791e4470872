import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toldBy, unreadable } from '../test/readable.ts';
import { type Example, runExample } from './index.ts';
import { validate } from './pack/validate.ts';
import { Example as ExampleSchema } from './schema/example.ts';

const folder = new URL('../examples/', import.meta.url);
const names = (path: URL, ending: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith(ending) && !name.endsWith(`.test${ending}`))
    .map((name) => name.slice(0, -ending.length));

const written = names(folder, '.yaml');

test('every construct has an example file, and every example file a construct', () => {
  expect(written.toSorted()).toEqual(names(new URL('constructs/', import.meta.url), '.ts').toSorted());
});

describe.each(written)('%s', (name) => {
  const examples = parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'), { merge: true }) as Example[];

  test('has several examples', () => expect(examples.length).toBeGreaterThanOrEqual(3));

  test('says everything in whole sentences of both languages', () => {
    expect(examples.flatMap((example) => unreadable(toldBy(example)))).toEqual([]);
  });

  test.each(examples.map((example) => [example.example.en, example] as const))('%s', (_name, example) => {
    expect(validate(ExampleSchema, example)).toEqual([]);
    expect(
      runExample([], example)
        .failures.map(({ en }) => en)
        .join('\n'),
    ).toBe('');
  });
});
