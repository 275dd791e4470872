import type { Assignment } from '../schema/pack.ts';

export const SETS = ['postings', 'holders', 'members'] as const;
export type SetOf = (typeof SETS)[number];

/** What a rule is about; null when it names none, or several. */
export function setOf(assignment: Assignment): SetOf | null {
  const written = SETS.filter((key) => assignment[key] !== undefined);
  return written.length === 1 ? (written[0] ?? null) : null;
}

/** Posts of a rule over holders; none of another. */
export const postsOf = ({ holders = [] }: Pick<Assignment, 'holders'>): readonly string[] =>
  typeof holders === 'string' ? [holders] : holders;
