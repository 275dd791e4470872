import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile, loadPack, type Pack, type Policy, type Problem } from '@luoshi/engine';
import { readPackFolder } from './pack-folder.ts';

export interface Folder {
  readonly folder: string;
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
}

/** The folders, and the packs they depend on when those stand beside them. */
export async function loadWithDependencies(folders: readonly string[]): Promise<{ asked: Folder[]; all: Pack[] }> {
  const asked = await Promise.all(folders.map(load));
  const all = new Map(asked.flatMap(({ pack }) => (pack ? [[pack.manifest.id, pack] as const] : [])));
  for (const { folder, pack } of asked) await addDependencies(folder, pack, all);
  return { asked, all: [...all.values()] };
}

const load = async (folder: string): Promise<Folder> => ({ folder, ...loadPack(await readPackFolder(folder)) });

async function addDependencies(folder: string, pack: Pack | null, all: Map<string, Pack>): Promise<void> {
  for (const id of pack?.manifest.depends_on ?? []) {
    const beside = join(folder, '..', id);
    if (all.has(id) || !existsSync(join(beside, 'pack.yaml'))) continue;
    const { pack: dependency } = await load(beside);
    if (!dependency) continue;
    all.set(id, dependency);
    await addDependencies(beside, dependency, all);
  }
}

/** A pack with those it depends on, in the order in which they build on one another. */
export function family(pack: Pack, all: readonly Pack[]): Pack[] {
  const below = (pack.manifest.depends_on ?? []).flatMap((id) => all.find((other) => other.manifest.id === id) ?? []);
  return [...new Set([...below.flatMap((other) => family(other, all)), pack])];
}

/** One folder with what it depends on, sound. @throws Error that names each problem of a folder that cannot be read */
export async function loadSound(folder: string): Promise<{ readonly pack: Pack; readonly packs: readonly Pack[] }> {
  const { asked, all } = await loadWithDependencies([folder]);
  const [first] = asked;
  if (first?.pack) return { pack: first.pack, packs: family(first.pack, all) };
  throw new Error((first?.problems ?? []).map((problem) => sayProblem(folder, problem)).join('\n'));
}

/** The policy of one folder with what it depends on. @throws Error, PolicyError naming what is wrong with it */
export const policyOfFolder = async (folder: string): Promise<Policy> => compile((await loadSound(folder)).packs);

export const sayProblem = (file: string, { line, column, severity, code, words, wayOut }: Problem): string =>
  `${file}:${line}:${column} ${severity} ${code}\n  ${words['zh-CN']} ${wayOut['zh-CN']}\n  ${words.en} ${wayOut.en}`;
