import { globSync, readFileSync } from 'node:fs';
import type { Coverage, TestTimed } from './stryker.ts';

/**
 * A mutant is tried by so many of the tests that reach it: the shortest of its own folder, the shortest of all, and then those that reach most,
 * which compare whole results and explanations. All of them for all mutants would not fit the message in which a dry run is told. A score is
 * therefore a lower bound.
 */
const MOST = { near: 130, short: 220, broad: 300 };

export function keepFew(coverage: Coverage | undefined, timed: readonly TestTimed[]): void {
  if (!coverage) return;
  const folders = foldersOfMutants();
  const tests = timed
    .toSorted((a, b) => a.timeSpentMs - b.timeSpentMs)
    .map(({ id, fileName }) => ({ id, fileName, reached: Object.entries(coverage.perTest[id] ?? {}) }));
  const kept = new Map(tests.map(({ id }): [string, Record<string, number>] => [id, {}]));
  const counted = new Map<string, number>();
  const keep = (ordered: typeof tests, most: number, fits: (mutant: string, fileName: string) => boolean) => {
    for (const { id, fileName, reached } of ordered) {
      const few = kept.get(id) ?? {};
      for (const [mutant, hits] of reached) {
        const count = counted.get(mutant) ?? 0;
        if (count >= most || mutant in few || !fits(mutant, fileName)) continue;
        counted.set(mutant, count + 1);
        few[mutant] = hits;
      }
    }
  };
  keep(tests, MOST.near, (mutant, fileName) => {
    const folder = folders.get(mutant);
    return folder !== undefined && fileName.startsWith(folder);
  });
  keep(tests, MOST.short, () => true);
  const broadFirst = tests.toSorted((a, b) => b.reached.length - a.reached.length);
  keep(broadFirst, MOST.broad, () => true);
  for (const [id, few] of kept) if (coverage.perTest[id]) coverage.perTest[id] = few;
}

/** The folder below engine/src in which each mutant lies, as the changed sources name their mutants. */
function foldersOfMutants(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of globSync('engine/src/*/**/*.ts')) {
    const folder = name.split('/').slice(0, 3).join('/');
    for (const [, id = ''] of readFileSync(name, 'utf8').matchAll(/stryMutAct_\w+\("(\d+)"\)/g))
      found.set(id, `${folder}/`);
  }
  return found;
}
