import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { Mutant } from './stryker.ts';

export interface Sample {
  /** Of a hundred mutants, how many are tried. */
  readonly share: number;
  readonly seed: string;
}

/** As `script/mutate` passes it on. */
export const sampleOf = (env: Readonly<Record<string, string | undefined>>): Sample => ({
  share: Number(env.MUTATE_SHARE ?? 100),
  seed: env.MUTATE_SEED ?? '1',
});

/** Whether a mutant is in the sample: decided by the seed and by what the mutant is, so that a run can be made again on any machine. */
export function isDrawn({ share, seed }: Sample, mutant: Omit<Mutant, 'id'>): boolean {
  const { start, end } = mutant.location;
  const what = [
    seed,
    relative(process.cwd(), mutant.fileName).replace(/^.*engine\/src\//, ''),
    [start.line, start.column, end.line, end.column].join(':'),
    mutant.mutatorName,
    mutant.replacement ?? '',
  ];
  return (createHash('sha256').update(what.join('\n')).digest().readUInt32BE() / 2 ** 32) * 100 < share;
}
