import type { Policy } from '@luoshi/engine';
import { hasRole, type Scope } from './scope.ts';

/**
 * Fields of a restricted form are for the recorder, the township and the county (A43). A form no longer in force
 * is treated as restricted: what it asked is not known any more.
 */
export function mayReadFields(policy: Policy, formId: string, own: boolean, scope: Scope): boolean {
  const form = policy.forms.get(formId);
  if (form && !form.restricted) return true;
  return own || hasRole(scope, 'county-officer', 'township-officer');
}
