import type { Policy } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import { narrowTo, type Scope } from './scope.ts';
import { inSubtree } from './visible.ts';

/** How a reader stands to an entry: recorded it, or is an officer above the organisation on whose row it stands. */
export interface Standpoint {
  readonly own: boolean;
  readonly officer: boolean;
}

/**
 * Fields of a restricted form are for the recorder, the township and the county (A43). A form no longer in force
 * is treated as restricted: what it asked is not known any more.
 */
export function mayReadFields(policy: Policy, formId: string, { own, officer }: Standpoint): boolean {
  const form = policy.forms.get(formId);
  return (form && !form.restricted) || own || officer;
}

/** Whether the caller is an officer of the township or county of the organisation in `column`. */
export function isOfficerOf(scope: Scope, column: string): RawBuilder<boolean> {
  const officer = narrowTo(scope, ['county-officer', 'township-officer']);
  return officer.roles.length > 0 ? inSubtree(officer, column) : sql<boolean>`false`;
}
