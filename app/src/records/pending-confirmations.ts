import type { Form, Policy } from '@luoshi/engine';
import { sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import { hasRole, type Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type } from '../platform/actions/schema.ts';
import { afterCursor, CursorSchema, cursorOf, NEWEST_FIRST } from './entry-filter.ts';
import { readEntries } from './entry-reader.ts';
import { EntrySchema } from './entry-schema.ts';

export const pendingConfirmations = defineRead({
  id: 'records.pending-confirmations',
  title: { 'zh-CN': '待我核实', en: 'Waiting for my word' },
  about: {
    'zh-CN': '管理范围内等待本人角色核实的记录，新的在前。不含自己填报或关于自己的记录。',
    en: 'Entries in scope that wait for the caller’s confirmation, newest first, without own ones.',
  },
  input: Type.Object(
    {
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    },
    closed,
  ),
  output: Type.Object({ entries: Type.Array(EntrySchema), next: Nullable(Type.String()) }),
  errors: ['no-pack'],
  mayBeDoneBy: ['village-clerk', 'township-officer'],
  async run({ cursor, limit = 50 }, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const forms = formsConfirmedBy(policy, scope);
    const where = [
      sql`e.form = any(${forms}::text[])`,
      sql`c.id is null and s.id is null and e.recorded_by <> ${scope.account}::uuid`,
      sql`(who.id is null or who.id is distinct from ${scope.person}::uuid)`,
      inSubtree(scope, 'e.organisation_id'),
      ...afterCursor(cursor),
    ];
    const found = await readEntries(tx, scope, policy, { where, order: NEWEST_FIRST, limit: limit + 1 });
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    return { entries, next: found.length > limit && last ? cursorOf(last) : null };
  },
});

function formsConfirmedBy(policy: Policy, scope: Scope): string[] {
  const mine = (form: Form) =>
    (form.confirmation === 'village' && hasRole(scope, 'village-clerk')) ||
    (form.confirmation === 'township' && hasRole(scope, 'township-officer'));
  return [...policy.forms.values()].filter(mine).map((form) => form.id);
}
