import { checkDuty } from "../duty/compile.ts";
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';

/** Judges one part among all parts. Each file of this folder exports one. */
export type PartCheck = (kind: PartKind, id: string, parts: Parts) => readonly Finding[];

export const PART_CHECKS: readonly PartCheck[] = [
  (kind, id, parts) => (kind === 'obligation' ? checkDuty(id, parts) : []),
];
