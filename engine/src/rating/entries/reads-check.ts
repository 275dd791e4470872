import type { Variables } from '../../condition.ts';
import { conditionProblems } from '../../duty/problems.ts';
import { checkReads } from '../../measure/others-check.ts';
import type { StepChecker } from '../types.ts';
import { checkEntries } from './check.ts';
import type { Reading } from './joined.ts';

/** Judges which entries count and what they read of others; gives the names their conditions and points may use, null when unsound. */
export function checkJoined({ entries, reads }: Reading, at: string, checker: StepChecker): Variables | null {
  if (reads === undefined) return checkEntries(entries, `${at}/entries`, checker);
  const { where, ...all } = entries;
  const own = checkEntries(all, `${at}/entries`, checker);
  if (!own) return null;
  const names = checkReads({ reads, entries, own }, `${at}/reads`, {
    check: (set, here) => checkEntries(set, here, checker),
    add: checker.add,
    parts: checker.parts,
  });
  if (!names) return null;
  for (const finding of conditionProblems(where, names, `${at}/entries/where`)) checker.add(finding);
  return names;
}
