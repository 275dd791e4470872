import type { Policy } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { CONFIRMING, givesWord } from './confirming-role.ts';
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
  mayBeDoneBy: [...CONFIRMING],
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

/** Forms that wait for the caller, each as far as the word it asks for is the caller’s. */
function waitingFor(policy: Policy, scope: Scope): RawBuilder<unknown>[] {
  const formsOf = new Map<string, string[]>();
  for (const { id, confirmation = 'none' } of policy.forms.values())
    formsOf.set(confirmation, [...(formsOf.get(confirmation) ?? []), id]);
  return [...formsOf].map(
    ([who, forms]) => sql`(e.form = any(${forms}::text[]) and ${givesWord(scope, who, 'e.organisation_id')})`,
  );
}
