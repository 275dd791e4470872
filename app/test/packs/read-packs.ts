import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack, type Pack, type PackFile } from '@luoshi/engine';

export const ROOT = join(import.meta.dirname, '../../..');

function filesOf(folder: string): PackFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('node_modules') && statSync(join(folder, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** A pack of this repository. @throws Error naming the problems when it cannot be loaded */
export function readPack(id: string): Pack {
  const { pack, problems } = loadPack(filesOf(join(ROOT, 'packs', id)));
  if (!pack) throw new Error(problems.map(({ path, line, words }) => `${path}:${line} ${words.en}`).join('\n'));
  return pack;
}

export type PackId = 'shenxian' | 'xishui' | 'district-appraisal' | 'hangjin-dispatch' | 'weinan';

/** A county's pack with the packs it builds on, the base first. */
export const packsFor = (id: PackId): readonly Pack[] => [readPack('national-base'), readPack(id)];

export const PACKS: readonly Pack[] = packsFor('shenxian');
