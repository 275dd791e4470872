import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { diffPacks } from '../../src/diff/diff-packs.ts';
import { examplePackFiles } from '../../src/example-pack.ts';
import { loadPack, type Pack } from '../../src/index.ts';
import { editsOf } from './edits.ts';

vi.setConfig({ testTimeout: 240_000 });

const FOLDER = new URL('../../examples/', import.meta.url);
type Parts = Readonly<Record<string, unknown>>;
const packOf = (parts: Parts): Pack | null => loadPack(examplePackFiles(parts)).pack;

/** What has no title in the example, so that its own name is all there is to show. */
const UNTITLED = new Set(['surroundings', 'mountain', 'plain', 'small', 'large', 'approved', 'base', 'grade']);

/** Words of the pack language that stand bare in a Chinese sentence; texts and names are quoted. */
function bareNames(sentence: string): string[] {
  const outside = sentence.replaceAll(/“[^”]*”/g, '');
  return (outside.match(/[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*/g) ?? []).filter((word) => !UNTITLED.has(word));
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

test('every key of every construct, left out or back again, is told without a name of the language', () => {
  const seen = new Set<string>();
  const bare: string[] = [];
  let told = 0;
  for (const name of names) {
    const [first] = parse(readFileSync(new URL(name, FOLDER), 'utf8'), { merge: true }) as { readonly pack?: Parts }[];
    const before = first?.pack && !('above' in first.pack) ? packOf(first.pack) : null;
    if (!before || !first?.pack) continue;
    for (const { what, parts, isLess } of editsOf(first.pack)) {
      const place = what.replaceAll(/\/\d+/g, '/*');
      if (!isLess || /^\/(?:forms|kinds)\//.test(what) || seen.has(place)) continue;
      seen.add(place);
      const after = packOf(parts);
      if (!after) continue;
      for (const { words } of [...diffPacks(before, after).changes, ...diffPacks(after, before).changes]) {
        told += 1;
        const found = bareNames(words['zh-CN']);
        if (found.length > 0) bare.push(`${name} ${what}: ${found.join(' ')}: ${words['zh-CN']}`);
      }
    }
  }
  expect(told).toBeGreaterThan(300);
  expect(bare).toEqual([]);
});
