import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleWorld } from '../src/example-world.ts';
import type { Example } from '../src/index.ts';
import { examplePolicy } from '../src/run-example.ts';
import { written } from './family.ts';
import { toldDays, toldEntries } from './telling/turns.ts';

const SETS = [
  { of: 'constructs', folder: new URL('../examples/', import.meta.url), read: (example: Example) => example },
  { of: 'families', folder: new URL('families/', import.meta.url), read: written },
];

/** What results rest on: what each entry carries, and what time alone changes. */
describe.each(SETS)('$of', ({ of, folder, read }) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  test.each(names)('what entries and days of %s change is told', async (name) => {
    const [first] = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[];
    if (first === undefined) return;
    const example = read(first);
    const policy = examplePolicy([], example);
    const world = exampleWorld(example, policy.forms);
    const asked = { policy, world, asOf: example.as_of, expect: example.expect };
    const told = [...toldEntries(asked), ...toldDays(asked)];
    const file = new URL(`told/turns/${of}/${name.replace('.yaml', '.txt')}`, import.meta.url);
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(file.pathname);
  });
});
