import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productFiles, readText } from './source-files.ts';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const SOURCE = 'app/src/';
const DOORS = /^app\/src\/(actions|server|cli|worker|paths|web)\.tsx?$/;
const LAYERS = new Set(['platform', 'ui', 'engine']);

/** `May import` per folder, read out of ARCHITECTURE.md so that page and code cannot part. */
function allowedImports(): Map<string, Set<string>> {
  const lines = readText('ARCHITECTURE.md').split('\n');
  const start = lines.findIndex((line) => line.startsWith('| Folder | May import'));
  const rows = new Map<string, Set<string>>();
  for (const line of lines.slice(start + 2)) {
    const cells = line.match(/^\| (\S+) \|(.*)\|$/);
    if (!cells) break;
    rows.set(cells[1] ?? '', new Set((cells[2] ?? '').trim().split(/\s+/).filter(Boolean)));
  }
  return rows;
}

function folderOf(path: string): string {
  if (path.startsWith('engine/')) return 'engine';
  if (DOORS.test(path)) return 'doors';
  return path.slice(SOURCE.length).split('/')[0] ?? '';
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

function importsOf(path: string): Import[] {
  return [...readText(path).matchAll(IMPORT)].flatMap((match) => {
    const target = match[2] ?? '';
    if (target === '@luoshi/engine') return { from: path, to: 'engine/src/index.ts', typeOnly: Boolean(match[1]) };
    if (!target.startsWith('.')) return [];
    return { from: path, to: normalize(join(dirname(path), target)), typeOnly: Boolean(match[1]) };
  });
}

const files = productFiles();
const imports = files.flatMap(importsOf);
const isWeb = (path: string) => /^app\/src\/[a-z]+\/web\//.test(path);
const show = ({ from, to }: Import) => `${from} → ${to}`;

describe('imports', () => {
  const allowed = allowedImports();

  it('every folder has a row in the table of ARCHITECTURE.md', () => {
    const folders = new Set(files.map(folderOf));
    expect([...folders].filter((folder) => !allowed.has(folder))).toEqual([]);
  });

  it('a folder imports only what its row allows', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      if (own === other || other === 'doors') return false;
      return !allowed.get(own)?.has(other);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('another domain is entered through its index.ts, its web through its web folder', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      if (own === other || LAYERS.has(other) || other === 'doors') return false;
      return !/^app\/src\/[a-z]+\/(index\.ts|web\/[^/]+\.tsx?)$/.test(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('only doors import doors, except for paths and the types of actions', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (folderOf(from) === 'doors' || folderOf(to) !== 'doors') return false;
      return !(to.endsWith('/paths.ts') || (to.endsWith('/actions.ts') && typeOnly));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('screens import no server code', () => {
    const server = (to: string) =>
      to.startsWith(SOURCE) &&
      !isWeb(to) &&
      !/^app\/src\/(ui|platform\/(web|words))\//.test(to) &&
      !/\/paths\.ts$/.test(to);
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!isWeb(from) || typeOnly || !server(to)) return false;
      return folderOf(from) !== folderOf(to) || importsDatabase(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('screens and the engine name no Node module', () => {
    const browser = files.filter(
      (path) => isWeb(path) || path.startsWith('engine/src/') || path.startsWith('app/src/ui/'),
    );
    expect(browser.filter((path) => /from ['"]node:/.test(readText(path)))).toEqual([]);
  });

  it('there are no circles between folders or files', () => {
    expect(findCircle(imports.filter(({ typeOnly, to }) => !typeOnly && folderOf(to) !== 'doors'))).toEqual([]);
  });
});

/** A pure file of the same domain may be shared by server and screen; one that reaches the database may not. */
function importsDatabase(path: string): boolean {
  return (
    files.includes(path) &&
    /platform\/(database|actions|http|access)/.test(readText(path).replaceAll(/^import type.*$/gm, ''))
  );
}

function findCircle(arrows: readonly Import[]): string[] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (state.get(file) === 'done') return [];
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file];
    state.set(file, 'open');
    path.push(file);
    for (const { to } of next.get(file) ?? []) {
      const circle = visit(to);
      if (circle.length > 0) return circle;
    }
    path.pop();
    state.set(file, 'done');
    return [];
  };
  for (const file of next.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}
