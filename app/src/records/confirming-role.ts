import type { Form, Policy, Words } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import { hasRole, narrowTo, type Role, type Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';

/** Levels whose word a form can ask for, and the role that gives it. */
const ROLE_OF_LEVEL: Readonly<Record<string, Role>> = {
  village: 'village-clerk',
  township: 'township-officer',
  county: 'county-officer',
};

/** Roles that may give their word; for a kind of organisation each of them, where it was granted in one of that kind. */
export const CONFIRMING = ['village-clerk', 'township-officer', 'county-officer'] as const;

/**
 * Whether the scope gives the word a form asks for about the organisation in `column`: it must have it in its charge;
 * seeing a single posting is not enough.
 */
export function givesWord(scope: Scope, who: string, column: string): RawBuilder<boolean> {
  const role = ROLE_OF_LEVEL[who];
  if (role) return hasRole(scope, role) ? inSubtree(narrowTo(scope, [role]), column) : sql<boolean>`false`;
  const { subtrees } = narrowTo(scope, CONFIRMING);
  if (who === 'none' || subtrees.length === 0) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select 1 from organisation_closure reach
    join organisation office on office.jurisdiction_id = reach.jurisdiction_id and office.id = reach.ancestor_id
    where reach.jurisdiction_id = ${scope.jurisdiction}
      and reach.descendant_id = ${sql.ref(column)}
      and reach.ancestor_id = any(${subtrees as string[]}::uuid[])
      and office.kind = ${who})`;
}

const LEVELS: Readonly<Record<string, Words>> = {
  village: { 'zh-CN': '所在村', en: 'the village' },
  township: { 'zh-CN': '乡镇（街道）', en: 'the township' },
  county: { 'zh-CN': '县', en: 'the county' },
};

/** Whose word a form asks for, as people call it; null where it asks for nobody’s. */
export function confirmerOf({ confirmation = 'none' }: Pick<Form, 'confirmation'>, policy: Policy): Words | null {
  if (confirmation === 'none') return null;
  const kind = policy.parts.organisationKinds.get(confirmation)?.title;
  return LEVELS[confirmation] ?? kind ?? { 'zh-CN': confirmation, en: confirmation };
}
