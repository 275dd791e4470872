import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Example, runExample } from '../src/index.ts';
import { validate } from '../src/pack/validate.ts';
import { Example as ExampleSchema } from '../src/schema/example.ts';
import { written } from './family.ts';
import { toldBy, unreadable } from './readable.ts';

const folder = new URL('families/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Whole rule texts as counties write them, odd combinations included; the figures were worked out by hand from the text. */
describe.each(files)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');
  const examples = (parse(source, { merge: true }) as Example[]).map(written);

  test('stands beside the rule text it was written from', () => expect(source).toMatch(/^# .{20}/));

  test('says everything in whole sentences of both languages', () => {
    expect(examples.flatMap((example) => unreadable(toldBy(example)))).toEqual([]);
  });

  test.each(examples.map((example) => [example.example['zh-CN'], example] as const))('%s', (_name, example) => {
    expect(validate(ExampleSchema, example)).toEqual([]);
    expect(
      runExample([], example)
        .failures.map((failure) => failure.en)
        .join('\n'),
    ).toBe('');
  });
});
