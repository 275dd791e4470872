import { keepFew } from './few.ts';
import { loadSuite, readTimes, writeTimes } from './load-suite.ts';
import { Reach } from './reach.ts';
import type { DryRun, MutantResult, MutantRun, Switchboard, TestTimed } from './stryker.ts';
import type { KeptSuite, KeptTest } from './suite.ts';

const board: Switchboard = Object.assign(globalThis, { __stryker__: {} as Switchboard }).__stryker__;

/**
 * Runs the engine's tests for one mutant after another in one process: the modules are loaded once, so a mutant costs the time of its tests.
 * What a mutant leaves behind in a module (a kept value) must not judge the next: a test that failed must pass again without the mutant,
 * and a mutant that survived must have been reached; else the process is given up and the mutant tried again in a new one.
 */
export class InProcessRunner {
  #loaded: KeptSuite | undefined;
  #times = readTimes();
  readonly #killers = new Map<string, string>();
  #ran = 0;
  #spoilt = false;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRun> {
    const { tests, before } = await this.#load();
    const timed: TestTimed[] = [];
    const reach = new Reach();
    for (const file of new Set([...tests.values()].map((test) => test.file))) {
      const own = [...tests.values()].filter((test) => test.file === file);
      board.currentTestId = file;
      for (const hook of before.get(file) ?? []) await hook();
      reach.take(board.mutantCoverage, file);
      for (const test of own) {
        board.currentTestId = test.id;
        const start = performance.now();
        const failure = await failureOf(test);
        const timeSpentMs = Math.max(1, Math.round(performance.now() - start));
        this.#times.set(test.id, timeSpentMs);
        reach.take(board.mutantCoverage, test.id);
        const told = { id: test.id, name: test.id, fileName: file, timeSpentMs };
        timed.push(failure === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failure });
      }
    }
    board.currentTestId = undefined;
    writeTimes(this.#times);
    const mutantCoverage = { static: board.mutantCoverage?.static ?? {}, perTest: keepFew(reach, timed) };
    return { status: 'complete', tests: timed, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }: MutantRun): Promise<MutantResult> {
    if (this.#spoilt || (mutantActivation === 'static' && this.#loaded)) throw new Error('This process is not fresh');
    const first = this.#ran++ === 0;
    Object.assign(board, { activeMutant: undefined, hitCount: 0, hitLimit });
    if (mutantActivation === 'static') board.activeMutant = activeMutant.id;
    const kept = await this.#load();
    board.activeMutant = activeMutant.id;
    const chosen = this.#inOrder(testFilter ?? [...kept.tests.keys()], activeMutant.fileName).flatMap(
      (id) => kept.tests.get(id) ?? [],
    );
    const result = await this.#judge(chosen, activeMutant.fileName);
    const hits = board.hitCount ?? 0;
    board.activeMutant = undefined;
    board.hitLimit = undefined;
    if (mutantActivation === 'static') return result;
    const clean =
      result.status === 'killed' ? await this.#passes(kept, result.killedBy) : result.status === 'timeout' || hits > 0;
    if (clean) return result;
    this.#spoilt = true;
    if (first) return result;
    throw new Error('The verdict may come from what an earlier mutant left in this process');
  }

  async #judge(chosen: readonly KeptTest[], fileName: string): Promise<MutantResult> {
    const { before } = await this.#load();
    const prepared = new Set<string>();
    for (const [i, test] of chosen.entries()) {
      const failure = (await this.#prepare(prepared, before, test.file)) ?? (await failureOf(test));
      if (failure === undefined) continue;
      if (failure.includes('Hit count limit reached')) return { status: 'timeout', reason: failure };
      this.#killers.set(fileName, test.id);
      return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests: i + 1 };
    }
    return { status: 'survived', nrOfTests: chosen.length };
  }

  async #prepare(prepared: Set<string>, before: KeptSuite['before'], file: string): Promise<string | undefined> {
    if (prepared.has(file)) return undefined;
    prepared.add(file);
    for (const run of before.get(file) ?? []) {
      const failure = await failureOf({ run });
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  async #passes({ tests, before }: KeptSuite, ids: readonly string[]): Promise<boolean> {
    for (const test of ids.flatMap((id) => tests.get(id) ?? [])) {
      const failure = (await this.#prepare(new Set(), before, test.file)) ?? (await failureOf(test));
      if (failure !== undefined) return false;
    }
    return true;
  }

  /** What killed the last mutant of the file comes first, then the shortest. */
  #inOrder(ids: readonly string[], fileName: string): string[] {
    const killer = this.#killers.get(fileName);
    const weight = (id: string): number => (id === killer ? -1 : (this.#times.get(id) ?? 0));
    return ids.toSorted((a, b) => weight(a) - weight(b));
  }

  async #load(): Promise<KeptSuite> {
    this.#loaded ??= await loadSuite();
    return this.#loaded;
  }
}

async function failureOf({ run }: Pick<KeptTest, 'run'>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}
