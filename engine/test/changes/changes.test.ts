import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { diffPacks } from '../../src/diff/diff-packs.ts';
import { examplePackFiles } from '../../src/example-pack.ts';
import { loadPack, type Pack } from '../../src/index.ts';
import { unreadable } from '../readable.ts';
import { editsOf } from './edits.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Examples whose packs hold between them what packs are made of. */
const NAMES = ['assignment', 'after-event', 'counts', 'every', 'excuse-leave', 'windows', 'quota'];

type Parts = Readonly<Record<string, unknown>>;

const packOf = (parts: Parts): Pack | null => loadPack(examplePackFiles(parts)).pack;

/** Numbers aside, every sentence once. */
const shapeOf = (sentence: string): string => sentence.replaceAll(/\d+/g, '#');

function changesTold(parts: Parts, holes: string[]): string[] {
  const before = packOf(parts);
  if (!before) throw new Error('The pack of the example is not sound');
  const told = new Set<string>();
  const linesOf = (what: string, from: Pack, to: Pack): string[] =>
    diffPacks(from, to).changes.flatMap(({ how, at, words }) => {
      holes.push(...unreadable(words));
      const shape = shapeOf(words.en);
      if (told.has(shape)) return [];
      told.add(shape);
      return [`${what}`, `  ${how} ${at}`, `  ${words['zh-CN']}`, `  ${words.en}`];
    });
  return editsOf(parts).flatMap(({ what, parts: edited, isLess }) => {
    const after = packOf(edited);
    if (!after) return [];
    return [...linesOf(what, before, after), ...(isLess ? linesOf(`${what}, and back`, after, before) : [])];
  });
}

test.each(NAMES)('what changes in the pack of %s is told in both languages', async (name) => {
  const text = readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
  const [first] = parse(text, { merge: true }) as { readonly pack: Parts }[];
  const holes: string[] = [];
  const told = `${changesTold(first?.pack ?? {}, holes).join('\n')}\n`;
  expect(holes).toEqual([]);
  await expect(told).toMatchFileSnapshot(new URL(`../told/changes/${name}.txt`, import.meta.url).pathname);
});
