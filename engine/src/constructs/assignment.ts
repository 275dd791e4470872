import { together } from '../assignment/apart.ts';
import type { AssignmentFinding, Case } from '../assignment/case.ts';
import { miscounted } from '../assignment/miscounted.ts';
import { notPosted } from '../assignment/not-posted.ts';
import { servingOn } from '../assignment/serving.ts';
import { stayed } from '../assignment/stay.ts';
import { unfit } from '../assignment/unfit.ts';
import { vacant } from '../assignment/vacant.ts';
import type { World } from '../facts.ts';
import type { Parts } from '../parts.ts';
import { indexOf } from '../world-index.ts';

const JUDGES = [unfit, miscounted, vacant, stayed, together, notPosted];

/**
 * `postings: first-secretary`, or `holders: [secretary, director], of: [village]`, or `members: [branch]`: judges who serves on a day by one
 * rule, or by all. @throws Error when there is no such rule
 */
export function evaluateAssignments(
  parts: Parts,
  world: World,
  { asOf, assignment: id }: { readonly asOf: string; readonly assignment?: string },
): AssignmentFinding[] {
  const rules = id === undefined ? [...parts.assignments.values()] : [parts.assignments.get(id)];
  return rules.flatMap((assignment) => {
    if (!assignment) throw new Error(`There is no assignment rule “${id}”`);
    const index = indexOf(world);
    const known: Case = { parts, index, asOf, assignment, serving: servingOn(assignment, index, asOf) };
    const rule = parts.ruleOf('assignment', assignment.id);
    return JUDGES.flatMap((judge) => judge(known)).map((found) => ({ assignment: assignment.id, ...found, rule }));
  });
}
