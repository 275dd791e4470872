import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { unreadable } from '../../test/readable.ts';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import type { PackFile } from '../pack/pack.ts';
import { checkPacks } from './check.ts';

type Tree = { [key: string]: unknown };
type Path = readonly string[];

/** What holds text for people, names what is new, or is declared beside what the examples are about. */
const FREE: ReadonlySet<string> = new Set([
  'id',
  'title',
  'clause',
  'zh-CN',
  'en',
  'why',
  'note',
  'provisional',
  'kinds',
  'forms',
  'values',
  'above',
]);
/** A table may list texts that nobody has declared. */
const OPEN: ReadonlySet<string> = new Set(['ratings/*/steps/*/formula/lookup/rows/*/is/*']);
/** Where a text may stand as well as a number. */
const TEXT_TOO: ReadonlySet<string> = new Set([
  'measures/*/value',
  'ratings/*/steps/*/formula',
  'ratings/*/steps/*/formula/lookup/by/*',
  'ratings/*/steps/*/formula/lookup/rows/*/gives',
]);
const WRONG = 'nowhere_at_all';
const folder = new URL('../../examples/', import.meta.url);

function* leaves(part: unknown, path: Path = []): Generator<Path> {
  if (typeof part !== 'object' || part === null) yield path;
  else for (const [key, inner] of Object.entries(part)) if (!FREE.has(key)) yield* leaves(inner, [...path, key]);
}

const shapeOf = (path: Path): string => path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('/');
const seen = new Set(OPEN);

/** By example file: its pack, and the first place of every kind of place that no earlier file has. */
const slips = readdirSync(folder).flatMap((name): [string, Tree, Path[]][] => {
  const examples = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as { pack?: Tree }[];
  const pack = examples.find((one) => one.pack)?.pack;
  if (!pack || 'above' in pack) return [];
  const fresh = [...leaves(pack)].filter((path) => {
    const shape = shapeOf(path);
    return !seen.has(shape) && seen.add(shape);
  });
  return fresh.length === 0 ? [] : [[name, pack, fresh]];
});

function withSlip(pack: Tree, path: Path, wrong: unknown): PackFile[] {
  const changed = structuredClone(pack);
  const parent = path.slice(0, -1).reduce<Tree>((part, key) => part[key] as Tree, changed);
  parent[path.at(-1) ?? ''] = wrong;
  return examplePackFiles(changed);
}

/** `ratings/example.yaml:12`, where the wrong word stands. */
function lineOf(files: readonly PackFile[]): string | undefined {
  return files
    .map(({ path, text }) => `${path}:${text.split('\n').findIndex((line) => line.includes(WRONG)) + 1}`)
    .find((place) => !place.endsWith(':0'));
}

it.each(slips)(
  'finds a name that does not exist, or a text for a number, anywhere in %s, on its line',
  (_, pack, paths) => {
    for (const path of paths) {
      for (const wrong of TEXT_TOO.has(shapeOf(path)) ? [WRONG] : [WRONG, { text: WRONG }]) {
        const files = withSlip(pack, path, wrong);
        const { pack: loaded, problems } = loadPack(files);
        const found = loaded ? checkPacks([loaded]) : problems;
        const places = found.filter(({ severity }) => severity === 'error').map((one) => `${one.path}:${one.line}`);
        expect(
          places.map((place) => place.replace(/^example\//, '')),
          path.join('/'),
        ).toContain(lineOf(files));
        expect(unreadable(found), path.join('/')).toEqual([]);
      }
    }
  },
);
