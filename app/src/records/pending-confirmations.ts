import type { Form, Policy } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import { hasRole, narrowTo, type Role, type Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { CONFIRMING_ROLE, type Confirming } from './confirming-role.ts';
import { answerEntryPage, EntryPageFields, EntryPageSchema } from './entry-page.ts';

export const pendingConfirmations = defineRead({
  id: 'records.pending-confirmations',
  title: { 'zh-CN': '待我核实', en: 'Waiting for my word' },
  about: {
    'zh-CN': '管理范围内等待本人角色核实的记录，新的在前。不含自己填报或关于自己的记录。',
    en: 'Entries in scope that wait for the caller’s confirmation, newest first, without own ones.',
  },
  input: Type.Object(EntryPageFields, closed),
  output: EntryPageSchema,
  errors: ['no-pack'],
  mayBeDoneBy: ['village-clerk', 'township-officer', 'county-officer'],
  async run(page, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const where = [
      sql`(${sql.join(waitingFor(policy, scope), sql` or `)})`,
      sql`c.id is null and s.id is null and e.recorded_by <> ${scope.account}::uuid`,
      sql`(who.id is null or who.id is distinct from ${scope.person}::uuid)`,
    ];
    return answerEntryPage(tx, scope, policy, { ...page, where });
  },
});

/** Forms that wait for a role of the caller, each as far as that role reaches. */
function waitingFor(policy: Policy, scope: Scope): RawBuilder<unknown>[] {
  const ofRole = (confirmation: Form['confirmation'], role: Role) => {
    const forms = [...policy.forms.values()].filter((form) => form.confirmation === confirmation);
    if (!hasRole(scope, role)) return sql`false`;
    const ids = forms.map((form) => form.id);
    return sql`(e.form = any(${ids}::text[]) and ${inSubtree(narrowTo(scope, [role]), 'e.organisation_id')})`;
  };
  return (Object.keys(CONFIRMING_ROLE) as Confirming[]).map((who) => ofRole(who, CONFIRMING_ROLE[who]));
}
