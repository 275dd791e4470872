import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '/tmp/shim/vitest2.mjs';
import { parse } from 'yaml';
import type { Example } from '../src/index.ts';
import { written } from './family.ts';
import { toldExample } from './telling/example.ts';

const sets = [
  { of: 'families', folder: new URL('families/', import.meta.url), read: written },
  { of: 'constructs', folder: new URL('../examples/', import.meta.url), read: (example: Example) => example },
];

/** What people read stands in `told/` as text, in both languages: whoever changes a sentence or a figure sees all that it changes. */
describe.each(sets)('$of', ({ of, folder, read }) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  test.each(names)('%s tells what it told', async (name) => {
    const examples = (parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[]).map(read);
    const before = new Set<string>();
    const told = `${examples.flatMap((example) => toldExample(example, before)).join('\n\n')}\n`;
    const file = new URL(`told/${of}/${name.replace('.yaml', '.txt')}`, import.meta.url);
    await expect(told).toMatchFileSnapshot(file.pathname);
  });
});
