import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);

/** What would make the same input give another output, or keep the engine out of a browser. */
const IMPURE: readonly [RegExp, string][] = [
  [/from ['"]node:/, 'imports a Node module'],
  [/\bimport\s*\(/, 'imports at run time'],
  [/\bDate\.now\b|\bnew Date\(\)|Temporal\.Now\b/, 'reads the clock'],
  [/\bMath\.random\b|\bcrypto\./, 'draws lots'],
  [/\bprocess\.|\bglobalThis\.|\bfetch\(|\blocalStorage\b/, 'reaches outside'],
  [/\beval\(|\bnew Function\b/, 'runs text as code'],
];

test.each(sources)('%s is pure', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  expect(IMPURE.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${name} ${what}`)).toEqual([]);
});

test('the engine is all there', () => expect(sources.length).toBeGreaterThan(60));
