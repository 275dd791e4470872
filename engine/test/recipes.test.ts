import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Example, runExample } from '../src/index.ts';
import { validate } from '../src/pack/validate.ts';
import { Example as ExampleSchema } from '../src/schema/example.ts';
import { toldBy, unreadable } from './readable.ts';

const folder = new URL('../recipes/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const base = parse(read('base.yaml')) as { kinds: unknown; forms: { id: string }[] };

/** A recipe file’s example with what all of them share; forms of its own stand beside those. */
function whole(example: Example): Example {
  const pack = example.pack as { forms?: { id: string }[] };
  return { ...example, pack: { kinds: base.kinds, ...pack, forms: [...base.forms, ...(pack.forms ?? [])] } };
}

/** The book of sentences (`docs/phrases.*.md`) is made of these files; every figure in them is worked out here. */
describe.each(readdirSync(folder).filter((name) => /^\d/.test(name)))('%s', (name) => {
  const examples = (parse(read(name), { merge: true }) as Example[]).map(whole);

  test('says everything in whole sentences of both languages', () => {
    expect(examples.flatMap((example) => unreadable(toldBy(example)))).toEqual([]);
  });

  test.each(examples.map((example) => [example.example['zh-CN'], example] as const))('%s', (_name, example) => {
    expect(validate(ExampleSchema, example)).toEqual([]);
    expect(runExample([], example).failures.join('\n')).toBe('');
  });
});
