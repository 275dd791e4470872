import { globSync, readFileSync } from 'node:fs';
import type { Coverage, TestTimed } from './stryker.ts';

/**
 * A mutant is tried by so many of the tests that reach it, those of its own folder before the others and the short ones before the long: all
 * of them for all mutants would not fit the message in which a dry run is told. A score is therefore a lower bound.
 */
const MOST_TESTS = 300;

export function keepFew(coverage: Coverage | undefined, timed: readonly TestTimed[]): void {
  if (!coverage) return;
  const folders = foldersOfMutants();
  const [counted, kept] = [new Map<string, number>(), new Map<string, Record<string, number>>()];
  const shortFirst = timed.toSorted((a, b) => a.timeSpentMs - b.timeSpentMs);
  for (const near of [true, false]) {
    for (const { id, fileName } of shortFirst) {
      const few = kept.get(id) ?? {};
      kept.set(id, few);
      for (const [mutant, hits] of Object.entries(coverage.perTest[id] ?? {})) {
        const folder = folders.get(mutant);
        const count = counted.get(mutant) ?? 0;
        if (near !== (folder !== undefined && fileName.startsWith(folder)) || count >= MOST_TESTS) continue;
        counted.set(mutant, count + 1);
        few[mutant] = hits;
      }
    }
  }
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
