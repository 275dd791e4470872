import type { Finding, Problem } from './problem.ts';

/** Of the reader: the shape is understood, only how large, how long or how many is not accepted any more. */
const MEASURES: ReadonlySet<string> = new Set(['out-of-range', 'wrong-length']);

/** Of the check: what is named is not there, is written twice, cannot be read as an expression, or goes round in a circle. */
const STOPPING: ReadonlySet<string> = new Set([
  ...['missing-pack', 'duplicate-id', 'extends-nothing', 'condition', 'formula', 'wrong-kind', 'no-scale', 'circular'],
  ...['yaml', 'no-manifest', 'empty-file', 'schema', 'missing-key', 'open-choice', 'must-choose', 'row-length'],
  ...['wrong-type', 'wrong-option', 'wrong-text', 'no-such-form', 'not-a-date', 'not-dated', 'not-a-time'],
]);

/**
 * Whether rules in which this was found cannot be worked out. Of rules in force everything else is a matter for their next
 * version: they were accepted, published and acted upon as they stand.
 */
export const cannotBeComputed = ({ severity = 'error', code }: Pick<Finding, 'severity' | 'code'>): boolean =>
  severity === 'error' && !MEASURES.has(code) && (STOPPING.has(code) || code.startsWith('unknown-'));

/** Of what was found, what had not been accepted before: told apart by file, check and words, as lines move. */
export function beyond(found: readonly Problem[], accepted: readonly Problem[]): Problem[] {
  const known = new Set(accepted.map(nameOf));
  return found.filter((problem) => !known.has(nameOf(problem)));
}

const nameOf = ({ path, code, words }: Problem) => JSON.stringify([path, code, words]);
