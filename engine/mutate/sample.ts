import { createHash } from 'node:crypto';
import { kept, keyOf } from './kept.ts';
import type { Mutant } from './stryker.ts';
import { fileIn, linesOf, short, textAt } from './text.ts';

export interface Sample {
  /** Of a hundred mutants, how many are tried. */
  readonly share: number;
  readonly seed: string;
  /** Instead of a share: those that nothing noticed when results were kept. */
  readonly again: boolean;
}

/** As `script/mutate` passes it on. */
export const sampleOf = (env: Readonly<Record<string, string | undefined>>): Sample => ({
  share: Number(env.MUTATE_SHARE ?? 100),
  seed: env.MUTATE_SEED ?? '1',
  again: env.MUTATE_AGAIN !== undefined,
});

/** Whether a mutant is tried: decided by the seed and by what the mutant is, so that a run can be made again on any machine. */
export function drawn(sample: Sample): (mutant: Omit<Mutant, 'id'>) => boolean {
  if (!sample.again) return (mutant) => isDrawn(sample, mutant);
  const survivors = new Set(kept().survivors.map(keyOf));
  return ({ fileName, location, mutatorName, replacement = '' }) =>
    survivors.has(
      keyOf({
        at: fileIn(fileName),
        mutator: mutatorName,
        was: short(textAt(linesOf(fileName), location)),
        becomes: short(replacement),
      }),
    );
}

function isDrawn({ share, seed }: Sample, mutant: Omit<Mutant, 'id'>): boolean {
  const { start, end } = mutant.location;
  const what = [
    seed,
    fileIn(mutant.fileName),
    [start.line, start.column, end.line, end.column].join(':'),
    mutant.mutatorName,
    mutant.replacement ?? '',
  ];
  return (createHash('sha256').update(what.join('\n')).digest().readUInt32BE() / 2 ** 32) * 100 < share;
}
