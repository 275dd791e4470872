/** What stands in for fast-check while mutants run: fewer tries, always the same ones, and no search for the smallest that fails. */
import fc from 'fast-check';

export * from 'fast-check';

const TRIES = 12;

const assert = <Ts>(property: fc.IRawProperty<Ts>, options: fc.Parameters<Ts> = {}): Promise<void> | void =>
  fc.assert(property, { ...options, numRuns: Math.min(options.numRuns ?? 100, TRIES), seed: 7, endOnFailure: true });

export default { ...fc, assert };
