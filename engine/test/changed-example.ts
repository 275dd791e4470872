import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../src/example-pack.ts';
import { checkPacks, type Example, loadPack } from '../src/index.ts';

/** The examples of a file in engine/examples. */
export const examplesIn = (file: string): Example[] =>
  parse(readFileSync(new URL(`../examples/${file}`, import.meta.url), 'utf8'), { merge: true });

/**
 * The first example of a file in engine/examples whose pack holds `part`, as JSON text, and what the check says when a piece of that text
 * is another: the errors as `code: words`.
 */
export function changedExample(file: string, part: string) {
  const text =
    examplesIn(file)
      .map(({ pack }) => JSON.stringify(pack ?? null))
      .find((pack) => pack.includes(part)) ?? '';
  const errorsWith = (from: string, to: string): string[] => {
    expect(text).toContain(from);
    const { pack, problems } = loadPack(examplePackFiles(JSON.parse(text.replace(from, to))));
    if (!pack) throw new Error(JSON.stringify(problems));
    return checkPacks([pack])
      .filter(({ severity }) => severity === 'error')
      .map(({ code, words }) => `${code}: ${words['zh-CN']}`);
  };
  return { text, errorsWith };
}
