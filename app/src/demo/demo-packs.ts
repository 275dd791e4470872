import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Calendar, type Form, loadPack, type PackFile } from '@luoshi/engine';
import { readPackFolder } from '../packs/index.ts';
import type { Locality } from './locality.ts';

const BASE = '@luoshi/pack-national-base';

export interface DemoPacks {
  readonly files: readonly (readonly PackFile[])[];
  readonly forms: readonly Form[];
  readonly calendars: readonly Calendar[];
}

/** The packs that hold in a locality, the base first. @throws Error when a pack that ships with the product does not load */
export async function readDemoPacks({ pack: own }: Pick<Locality, 'pack'>): Promise<DemoPacks> {
  const names = [BASE, own];
  const folders = names.map((name) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))));
  const files = await Promise.all(folders.map(readPackFolder));
  const packs = files.map((one, i) => {
    const { pack, problems } = loadPack(one);
    if (pack) return pack;
    throw new Error(
      `${names[i]}: ${problems.map((problem) => `${problem.path}:${problem.line} ${problem.words.en}`).join('; ')}`,
    );
  });
  return {
    files,
    forms: packs.flatMap((pack) => pack.forms),
    calendars: packs.flatMap((pack) => pack.calendars),
  };
}
