import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { PackFile } from '@luoshi/engine';

/** The YAML files of a pack folder and its CHANGES.md, in the order of their paths, as the engine loads them. */
export async function readPackFolder(folder: string): Promise<PackFile[]> {
  if (!existsSync(join(folder, 'pack.yaml'))) {
    throw new Error(
      `${folder} 里没有 pack.yaml，不是制度包目录 · ${folder} holds no pack.yaml, so it is not a pack folder`,
    );
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && (entry.name.endsWith('.yaml') || entry.name === 'CHANGES.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}
