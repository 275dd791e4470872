import { InProcessRunner } from './runner.ts';
import { drawn, sampleOf } from './sample.ts';
import type { Mutant } from './stryker.ts';

class SampleChecker {
  readonly #drawn = drawn(sampleOf(process.env));

  async init(): Promise<void> {}

  /** Stryker has no word for “not drawn”; what is not drawn counts neither way, like what does not compile. */
  async check(mutants: readonly Mutant[]): Promise<Record<string, { status: string; reason?: string }>> {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        this.#drawn(mutant) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' },
      ]),
    );
  }

  async group(mutants: readonly Mutant[]): Promise<string[][]> {
    return [mutants.map(({ id }) => id)];
  }
}

/** What Stryker loads: tests in one process, and samples. */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner },
  { kind: 'Checker', name: 'sample', injectableClass: SampleChecker },
];
