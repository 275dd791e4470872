import type { Variables } from '../../condition.ts';
import { conditionProblems } from '../../duty/problems.ts';
import type { Finding } from '../../problem.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';
import { checkEntries } from './check.ts';
import { setOf } from './reads.ts';
import type { EntriesPart } from './run.ts';
import { sameProblems } from './same-thing.ts';

/** Judges which entries count and what they read of others; gives the names their conditions and points may use, null when unsound. */
export function checkJoined({ entries, reads }: EntriesPart, at: string, checker: StepChecker): Variables | null {
  if (reads === undefined) return checkEntries(entries, `${at}/entries`, checker);
  const { where, ...all } = entries;
  const own = checkEntries(all, `${at}/entries`, checker);
  if (!own) return null;
  const names: Record<string, Variables[string]> = { ...own };
  let sound = true;
  for (const [i, part] of reads.entries()) {
    const here = `${at}/reads/${i}`;
    const others = checkEntries(setOf(part, entries), here, checker);
    const findings = [
      ...(part.name in names ? [taken(part.name, here)] : []),
      ...sameProblems(part.same, `${here}/same`, own, others),
    ];
    for (const finding of findings) checker.add(finding);
    if (findings.length > 0 || !others?.data) sound = false;
    else names[part.name] = others.data;
  }
  if (!sound) return null;
  for (const finding of conditionProblems(where, names, `${at}/entries/where`)) checker.add(finding);
  return names;
}

const taken = (name: string, at: string): Finding => ({
  code: 'name-taken',
  at: `${at}/name`,
  words: say(`“${name}”已另有所指`, `“${name}” already stands for something else`),
  wayOut: say('换一个名称，如 plan、task', 'Give it another name, e.g. plan or task'),
});
