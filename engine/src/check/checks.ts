import { checkAssignment } from '../assignment/check.ts';
import { checkDuty } from '../duty/compile.ts';
import { checkMeasure } from '../measure/check.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { checkRating } from '../rating/check.ts';
import { checkLocalItems } from '../rating/slots/check-local.ts';
import { adaptationProblems } from './adaptation.ts';
import { countProblems } from './count.ts';
import { duplicateAsking } from './duplicate-asking.ts';
import { endsProblems } from './ends.ts';
import { fairnessProblems } from './fairness.ts';
import { formProblems } from './form.ts';
import { parameterProblems } from './parameter.ts';
import { reachableProblems } from './reachable.ts';
import { referenceProblems } from './references.ts';
import { sizeProblems } from './sized.ts';

/** Judges one part among all parts. Each file of this folder holds one. */
export type PartCheck = (kind: PartKind, id: string, parts: Parts) => readonly Finding[];

export const PART_CHECKS: readonly PartCheck[] = [
  referenceProblems,
  formProblems,
  adaptationProblems,
  parameterProblems,
  countProblems,
  sizeProblems,
  endsProblems,
  fairnessProblems,
  duplicateAsking,
  (kind, id, parts) => (kind === 'obligation' ? checkDuty(id, parts) : []),
  reachableProblems,
  (kind, id, parts) => {
    const measure = kind === 'measure' ? parts.measures.get(id) : undefined;
    return measure ? checkMeasure(measure, parts) : [];
  },
  (kind, id, parts) => {
    const assignment = kind === 'assignment' ? parts.assignments.get(id) : undefined;
    return assignment ? checkAssignment(assignment, parts) : [];
  },
  (kind, id, parts) => {
    const rating = kind === 'rating' ? parts.ratings.get(id) : undefined;
    return rating ? checkRating(rating, parts) : [];
  },
  (kind, id, parts) => {
    const local = kind === 'local-items' ? parts.localItems.get(id) : undefined;
    return local ? checkLocalItems(local, parts) : [];
  },
];
