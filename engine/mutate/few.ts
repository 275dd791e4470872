import { globSync, readFileSync } from 'node:fs';
import type { Reach } from './reach.ts';
import type { Coverage, TestTimed } from './stryker.ts';

/**
 * A mutant is tried by so many of the tests that reach it: the shortest of its own folder, the shortest of all, and then those that reach most,
 * which compare whole results and explanations. All of them for all mutants would not fit the message in which a dry run is told. A score is
 * therefore a lower bound.
 */
const MOST = { near: 130, short: 220, broad: 300 };

/** Which test tries which mutant, with how often it comes by it, as Stryker is told. */
export function keepFew(reach: Reach, timed: readonly TestTimed[]): Coverage['perTest'] {
  const folders = foldersOfMutants();
  const tests = timed
    .toSorted((a, b) => a.timeSpentMs - b.timeSpentMs)
    .map(({ id, fileName }) => ({ id, fileName, parts: reach.of({ id, fileName }) }));
  const kept = new Map(tests.map(({ id }): [string, Map<number, number>] => [id, new Map()]));
  const counted = new Map<number, number>();
  const keep = (ordered: typeof tests, most: number, fits: (mutant: number, fileName: string) => boolean) => {
    for (const { id, fileName, parts } of ordered) {
      const few = kept.get(id) ?? new Map<number, number>();
      for (const { mutants, hits } of parts)
        for (const [i, mutant] of mutants.entries()) {
          const count = counted.get(mutant) ?? 0;
          if (count >= most || few.has(mutant) || !fits(mutant, fileName)) continue;
          counted.set(mutant, count + 1);
          few.set(mutant, hits[i] ?? 0);
        }
    }
  };
  keep(tests, MOST.near, (mutant, fileName) => {
    const folder = folders.get(mutant);
    return folder !== undefined && fileName.startsWith(folder);
  });
  keep(tests, MOST.short, () => true);
  const breadth = ({ parts: [own, prepared] }: (typeof tests)[number]): number =>
    own.mutants.length + prepared.mutants.length;
  const broadFirst = tests.toSorted((a, b) => breadth(b) - breadth(a));
  keep(broadFirst, MOST.broad, () => true);
  return Object.fromEntries([...kept].map(([id, few]) => [id, Object.fromEntries(few)]));
}

/** The folder below engine/src in which each mutant lies, as the changed sources name their mutants. */
function foldersOfMutants(): Map<number, string> {
  const found = new Map<number, string>();
  for (const name of globSync('engine/src/*/**/*.ts')) {
    const folder = name.split('/').slice(0, 3).join('/');
    for (const [, id] of readFileSync(name, 'utf8').matchAll(/stryMutAct_\w+\("(\d+)"\)/g))
      found.set(Number(id), `${folder}/`);
  }
  return found;
}
