import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { PackFile, Words } from '@luoshi/engine';
import { invalid } from '../platform/actions/action-error.ts';

/** The YAML files of a pack folder, those saved as `.yaml.txt` too, and its CHANGES.md, in the order of their paths, as the engine loads them. */
export async function readPackFolder(folder: string): Promise<PackFile[]> {
  if (!existsSync(join(folder, 'pack.yaml'))) throw invalid('pack-folder', notAPack(folder));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && (/\.ya?ml(\.txt)?$/i.test(entry.name) || entry.name === 'CHANGES.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** What is wrong with a path that holds no pack, and what was probably meant. */
function notAPack(folder: string): Words {
  if (!existsSync(folder)) {
    return {
      'zh-CN': `没有目录 ${folder}。核对路径（从当前目录 ${process.cwd()} 算起），或用 luoshi pack new ${folder} 新建一个`,
      en: `There is no folder ${folder}. Check the path, which begins at ${process.cwd()}, or make one by luoshi pack new ${folder}`,
    };
  }
  if (!statSync(folder).isDirectory()) {
    const home = homeOf(dirname(resolve(folder)));
    return {
      'zh-CN': `${folder} 是文件，这里要写目录${home ? `：${home}` : '：装着 pack.yaml 的那个'}`,
      en: `${folder} is a file, and a folder is wanted${home ? `: ${home}` : ', the one that holds pack.yaml'}`,
    };
  }
  const home = homeOf(dirname(resolve(folder)));
  const inside = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pack.yaml')));
  const meant = home ?? (inside[0] === undefined ? null : join(folder, inside[0]));
  return {
    'zh-CN': `${folder} 里没有 pack.yaml，不是制度包目录。${meant ? `是否为 ${meant}？` : '先新建它，或改用制度包所在的目录'}`,
    en: `${folder} holds no pack.yaml, so it is not a pack folder. ${meant ? `Did you mean ${meant}?` : 'Make one, or name the folder that holds it'}`,
  };
}

/** The pack folder at or above a path, as one would write it from here; null when there is none. */
function homeOf(path: string): string | null {
  if (existsSync(join(path, 'pack.yaml'))) return relative(process.cwd(), path) || '.';
  const above = dirname(path);
  return above === path ? null : homeOf(above);
}
