import type { Variables } from '../condition.ts';
import { valueProblems } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { BesideKeys } from '../schema/rating/beside.ts';
import type { Reads } from '../schema/rating/reads.ts';
import { say } from '../words.ts';
import { setOf } from './reads.ts';
import { sameProblems } from './same-thing.ts';
import type { SetPart } from './set.ts';

/** Judges a set of entries; gives its names, null when unsound. */
export type CheckSet = (set: SetPart, at: string) => Variables | null;

interface Checking {
  readonly parts: Parts;
  readonly check: CheckSet;
  readonly add: (finding: Finding) => void;
}

/** Judges what entries read of others; gives all their names, null when unsound. */
export function checkReads(
  { reads, entries, own }: { readonly reads: Reads; readonly entries: SetPart; readonly own: Variables },
  at: string,
  { parts, check, add }: Checking,
): Variables | null {
  const names: Record<string, Variables[string]> = { ...own };
  let sound = true;
  for (const [i, part] of reads.entries()) {
    const here = `${at}/${i}`;
    const others = check(setOf(part, entries, parts), here);
    const findings = [
      ...(part.name in names ? [taken(part.name, here)] : []),
      ...sameProblems(part.same, `${here}/same`, own, others),
    ];
    for (const finding of findings) add(finding);
    if (findings.length > 0 || !others?.data) sound = false;
    else names[part.name] = others.data;
  }
  return sound ? names : null;
}

const taken = (name: string, at: string): Finding => ({
  code: 'name-taken',
  at: `${at}/name`,
  words: say(`“${name}”已另有所指`, `“${name}” already stands for something else`),
  wayOut: say('换一个名称，如 plan、task', 'Give it another name, e.g. plan or task'),
});

/** Judges which entries of another form stand beside entries. */
export function checkBesideKeys(part: BesideKeys, at: string, own: Variables, { check, add }: Checking): boolean {
  const { form, where, about, same, days } = part;
  const others = check(
    { form, ...(where === undefined ? {} : { where }), ...(about === undefined ? {} : { about }) },
    at,
  );
  if (!others) return false;
  const findings = [
    ...sameProblems(same, `${at}/same`, own, others),
    ...('until' in days ? valueProblems(days.until, others, `${at}/days/until`) : []),
  ];
  for (const finding of findings) add(finding);
  return findings.length === 0;
}
