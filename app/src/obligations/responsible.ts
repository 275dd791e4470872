import type { Policy, Words } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { ScopedSubject } from './subject-in-scope.ts';

export interface Responsible {
  readonly name: string;
  readonly role: Words;
}

/** Who answers for a subject: the person posted, or whoever holds a post of the organisation. Each duty has one owner (A40). */
export async function readResponsible(
  tx: ReadTx,
  jurisdiction: string,
  subject: ScopedSubject,
  asOf: string,
  policy: Policy,
): Promise<Responsible[]> {
  const { rows } = await sql<{ name: string; kind: string; sender: string | null }>`
    select w.name, p.kind, n.name as sender
    from posting p join person w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.person_id
    left join organisation_name n on n.jurisdiction_id = p.jurisdiction_id
      and n.organisation_id = p.sending_organisation_id and n.valid_to is null
    where p.jurisdiction_id = ${jurisdiction} and p.id = ${subject.id}
    union all
    select w.name, t.post, null
    from tenure t join person w on w.jurisdiction_id = t.jurisdiction_id and w.id = t.person_id
    where t.jurisdiction_id = ${jurisdiction} and t.organisation_id = ${subject.id}
      and t.valid_from <= ${asOf}::date and (t.valid_to is null or t.valid_to >= ${asOf}::date)`.execute(tx);
  return rows.map(({ name, kind, sender }) => ({ name, role: withSender(titleOf(policy, kind), sender) }));
}

export const titleOf = (policy: Policy, kind: string): Words =>
  (policy.postingKinds.get(kind) ?? policy.postKinds.get(kind))?.title ?? { 'zh-CN': kind, en: kind };

const withSender = (role: Words, sender: string | null): Words =>
  sender ? { 'zh-CN': `${role['zh-CN']}（${sender}派出）`, en: `${role.en} (sent by ${sender})` } : role;
