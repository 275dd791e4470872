import { numberProblems, valueProblems } from '../../duty/problems.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import { checkEntries } from '../entries/check.ts';
import { checkPaperMarks } from '../out-of-check.ts';
import type { StepChecker } from '../types.ts';
import { guardSelfScoring } from './guard.ts';
import { cutsIn, numberRead } from './reads.ts';
import { checkRows } from './rows-check.ts';
import { checkValid } from './valid-check.ts';

export function checkGroup(group: ScorerGroup, at: string, checker: StepChecker): boolean {
  const variables = checkEntries(group.papers, `${at}/papers`, checker);
  if (!variables) return false;
  const findings = [
    ...numberProblems(group.score, variables, `${at}/score`),
    ...(group.rater === 'not-recorded'
      ? []
      : valueProblems(`data.${group.rater.field}`, variables, `${at}/rater/field`)),
  ];
  for (const finding of findings) checker.add(finding);
  checkPaperMarks(group, at, checker);
  const { takes, out_of, share } = group;
  const reads = cutsIn(takes).flatMap((cut) => numberRead(cut) ?? []);
  return [
    findings.length === 0,
    checker.number(share, `${at}/share`) !== null,
    out_of === undefined || checker.number(out_of, `${at}/out_of`) !== null,
    ...reads.map((read) => checker.number(read.number, `${at}/takes/${read.at}`) !== null),
    checkValid(group, `${at}/valid`, checker),
    checkRows(takes, `${at}/takes/trimmed/from`, checker),
    guardSelfScoring(group, at, checker),
  ].every(Boolean);
}
