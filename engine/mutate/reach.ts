import type { Coverage } from './stryker.ts';

/** Mutants that were reached, by number, and how often each. */
export interface Reached {
  readonly mutants: Uint32Array;
  readonly hits: Uint32Array;
}

const NOTHING: Reached = { mutants: new Uint32Array(), hits: new Uint32Array() };

/**
 * What each test reaches, kept in few bytes: thousands of tests reach tens of thousands of mutants. What is reached while a file's tests
 * are prepared stands once and counts as reached by each of them.
 */
export class Reach {
  readonly #by = new Map<string, Reached>();

  /** Takes what the changed sources have counted for `id`, a test or a file that was prepared, out of `coverage`. */
  take(coverage: Coverage | undefined, id: string): void {
    const counted = coverage?.perTest[id];
    if (!coverage || !counted) return;
    delete coverage.perTest[id];
    const mutants = Uint32Array.from(Object.keys(counted), Number);
    this.#by.set(id, { mutants, hits: Uint32Array.from(mutants, (mutant) => counted[mutant] ?? 0) });
  }

  /** What a test reaches: by itself, and by what prepared its file. A mutant may stand in both. */
  of(test: { readonly id: string; readonly fileName: string }): readonly [Reached, Reached] {
    return [this.#by.get(test.id) ?? NOTHING, this.#by.get(test.fileName) ?? NOTHING];
  }
}
