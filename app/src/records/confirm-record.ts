import type { Form, Policy } from '@luoshi/engine';
import { sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import { getForm } from './check-entry.ts';
import { insertConfirmations } from './confirmation-writer.ts';
import { CONFIRMING, confirmerOf, givesWord } from './confirming-role.ts';
import { getStored, type StoredEntry } from './entry-lookup.ts';
import { readNamed } from './named-reader.ts';
import {
  alreadyConfirmed,
  alreadyReplaced,
  mayNotConfirm,
  nothingToConfirm,
  ownEntry,
  reasonNeeded,
} from './problems.ts';
import { findSubject } from './subject-reader.ts';

export const confirmRecord = defineWrite({
  id: 'records.confirm',
  title: { 'zh-CN': '核实一条记录', en: 'Confirm a record' },
  about: {
    'zh-CN': '由制度规定的另一方说明此事是否确实发生。不予核实须写明理由。自己填报或关于自己的记录不能自己核实。',
    en: 'The other side named by the rules says whether it happened. A refusal needs its reason. Nobody confirms what they recorded or what is about themselves.',
  },
  input: Type.Object(
    {
      id: NewId(),
      entry: Uuid('The entry in question.'),
      outcome: Type.Union([Type.Literal('confirmed'), Type.Literal('rejected')]),
      reason: Type.Optional(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  output: Type.Object({ entry: Uuid(), again: Type.Boolean() }),
  errors: ['confirming-role', 'own-entry', 'already-confirmed', 'already-replaced', 'no-confirmation', 'no-pack'],
  mayBeDoneBy: [...CONFIRMING],
  audit: ({ entry, outcome }) => ({ subject: entry, detail: { outcome } }),
  async run({ id, entry, outcome, reason }, context) {
    const { tx, scope, jurisdiction, today, now } = context;
    const [policy, stored] = await Promise.all([policyInForce(tx, jurisdiction, today), getStored(tx, scope, entry)]);
    const form = getForm(policy, stored.content.form);
    await assertMayConfirm(tx, scope, { form, policy }, stored);
    if (stored.confirmation) {
      if (stored.confirmation.id !== id || stored.confirmation.outcome !== outcome) throw alreadyConfirmed();
      return { entry, again: true };
    }
    if (stored.ended) throw alreadyReplaced();
    if (outcome === 'rejected' && !reason?.trim()) throw reasonNeeded();
    const by = { recordedAt: now, recordedOn: today, recordedBy: scope.account };
    const added = await insertConfirmations(tx, jurisdiction, [{ id, entry, outcome, reason: reason ?? null, ...by }]);
    if (added === 0) throw alreadyConfirmed();
    await touch(tx, jurisdiction, now, [stored.content.subject, ...(await readNamed(tx, jurisdiction, entry))]);
    return { entry, again: false };
  },
});

interface Asking {
  readonly form: Form;
  readonly policy: Policy;
}

async function assertMayConfirm(
  tx: ReadTx,
  scope: Scope,
  { form, policy }: Asking,
  stored: StoredEntry,
): Promise<void> {
  const who = confirmerOf(form, policy);
  if (!who) throw nothingToConfirm(form);
  const givesIt = await gives(tx, scope, form, stored.organisation);
  if (givesIt && stored.recordedBy === scope.account) throw ownEntry();
  const subject = givesIt ? await findSubject(tx, scope, stored.content.subject) : null;
  if (subject?.person && subject.person === scope.person) throw ownEntry();
  if (!givesIt) throw mayNotConfirm(form, who);
}

async function gives(
  tx: ReadTx,
  scope: Scope,
  { confirmation = 'none' }: Form,
  organisation: string,
): Promise<boolean> {
  const { rows } = await sql<{ gives: boolean }>`
    select ${givesWord(scope, confirmation, 'o.id')} as gives from organisation o
    where o.jurisdiction_id = ${scope.jurisdiction} and o.id = ${organisation}::uuid`.execute(tx);
  return rows[0]?.gives === true;
}
