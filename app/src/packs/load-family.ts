import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPacks, compile, loadPack, type Pack, type Policy, type Problem } from '@luoshi/engine';
import { invalid } from '../platform/actions/action-error.ts';
import { readPackFolder } from './pack-folder.ts';

export interface Folder {
  readonly folder: string;
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
}

/** The packs that come with the program. */
const SHIPPED = fileURLToPath(new URL('../../../packs', import.meta.url));

/** The folders, and the packs they depend on: those that stand beside them, else those that come with the program. */
export async function loadWithDependencies(folders: readonly string[]): Promise<{ asked: Folder[]; all: Pack[] }> {
  const asked = await Promise.all(folders.map(load));
  const all = new Map(asked.flatMap(({ pack }) => (pack ? [[pack.manifest.id, pack] as const] : [])));
  for (const { folder, pack } of asked) await addDependencies(folder, pack, all);
  return { asked, all: [...all.values()] };
}

const load = async (folder: string): Promise<Folder> => ({ folder, ...loadPack(await readPackFolder(folder)) });

async function addDependencies(folder: string, pack: Pack | null, all: Map<string, Pack>): Promise<void> {
  for (const id of pack?.manifest.depends_on ?? []) {
    const beside = [join(folder, '..', id), join(SHIPPED, id)].find((one) => existsSync(join(one, 'pack.yaml')));
    if (all.has(id) || beside === undefined) continue;
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

/** One folder with what it depends on, sound. @throws ActionError that names each problem where it stands */
export async function loadSound(folder: string): Promise<{ readonly pack: Pack; readonly packs: readonly Pack[] }> {
  const { asked, all } = await loadWithDependencies([folder]);
  const [first] = asked;
  const packs = first?.pack ? family(first.pack, all) : [];
  const problems = [...(first?.problems ?? []), ...(packs.length > 0 ? checkPacks(packs) : [])];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (first?.pack && errors.length === 0) return { pack: first.pack, packs };
  throw invalid(
    'pack-problems',
    {
      'zh-CN': `制度包有 ${errors.length} 处错误，先用 luoshi pack check ${folder} 查看并改正`,
      en: `The pack has ${errors.length} error(s); see luoshi pack check ${folder}`,
    },
    errors.map(({ path, line, column, code, words, wayOut }) => ({
      field: `${fileOf(folder, path, asked)}:${line}:${column}`,
      rule: code,
      words: say(`${words['zh-CN']}。${wayOut['zh-CN']}`, `${words.en}. ${wayOut.en}`),
    })),
  );
}

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** The policy of one folder with what it depends on. @throws ActionError naming what is wrong with it */
export const policyOfFolder = async (folder: string): Promise<Policy> => compile((await loadSound(folder)).packs);

/** A problem names its file from the pack's id on: the same file as one opens it from here. */
export function fileOf(folder: string, path: string, asked: readonly Folder[]): string {
  const [id = '', ...rest] = path.split('/');
  const home = asked.find(({ pack }) => pack?.manifest.id === id)?.folder;
  const places = [...(home ? [join(home, ...rest)] : []), join(folder, '..', path), join(folder, path)];
  return places.find((place) => existsSync(place)) ?? join(folder, ...rest);
}

export const sayProblem = (file: string, { line, column, severity, code, words, wayOut }: Problem): string =>
  `${file}:${line}:${column} ${severity} ${code}\n  ${words['zh-CN']}。${wayOut['zh-CN']}\n  ${words.en}. ${wayOut.en}`;
