import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { PackFile } from '@luoshi/engine';
import { invalid } from '../platform/actions/action-error.ts';

/** The YAML files of a pack folder, those saved as `.yaml.txt` too, and its CHANGES.md, in the order of their paths, as the engine loads them. */
export async function readPackFolder(folder: string): Promise<PackFile[]> {
  if (!existsSync(join(folder, 'pack.yaml'))) {
    throw invalid('pack-folder', {
      'zh-CN': `${folder} 里没有 pack.yaml，不是制度包目录。先新建它，或改用制度包所在的目录`,
      en: `${folder} holds no pack.yaml, so it is not a pack folder. Make one, or name the folder that holds it`,
    });
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && (/\.ya?ml(\.txt)?$/i.test(entry.name) || entry.name === 'CHANGES.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}
