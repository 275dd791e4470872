import type { Form, Policy } from '@luoshi/engine';
import type { ActionContext } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, NewId, type Static, Type } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { assertMayEnter, checkEntry, enteringScope, getForm, policyStamp } from './check-entry.ts';
import { contentOf } from './content-hash.ts';
import { findStored } from './entry-lookup.ts';
import { DataSchema, type EnteredSchema, SubjectSchema } from './entry-schema.ts';
import { entryNow, type NewEntry } from './entry-writer.ts';
import { SUBJECT } from './problems.ts';
import { assertSame } from './same-entry.ts';
import { findSubject } from './subject-reader.ts';

export const EnterInput = Type.Object(
  {
    id: NewId(),
    form: Type.String({ description: 'Id of the form.', maxLength: 100 }),
    subject: SubjectSchema,
    data: DataSchema,
  },
  closed,
);

interface Prepared {
  readonly form: Form;
  readonly answer: Static<typeof EnteredSchema>;
  /** What is to be written; null when this very entry is recorded already. */
  readonly entry: NewEntry | null;
}

/**
 * Everything about entering but the writing: who may, about whom, what fits. The reads travel together.
 * @throws ActionError for everything the caller can mend.
 */
export async function prepareEntry(
  { id, form: formId, subject: ref, data }: Static<typeof EnterInput>,
  context: ActionContext<ReadTx>,
  inForce: Promise<Policy>,
): Promise<Prepared> {
  const { tx, scope, today } = context;
  const content = contentOf(formId, ref, data);
  const [policy, seen, found] = await Promise.all([inForce, findSubject(tx, scope, ref), findStored(tx, scope, id)]);
  const form = getForm(policy, formId);
  const confirmation = form.confirmation ?? 'none';
  if (found) {
    assertSame(found, content);
    const { happenedOn, organisation } = found;
    return { form, answer: { id, again: true, happenedOn, organisation, confirmation }, entry: null };
  }
  assertMayEnter(form, scope);
  const subject = scope.roles.length > 1 ? await findSubject(tx, enteringScope(form, scope), ref) : seen;
  if (!subject) throw notFound(SUBJECT);
  const happenedOn = checkEntry(form, content, subject, today);
  const { organisation } = subject;
  return {
    form,
    answer: { id, again: false, happenedOn, organisation, confirmation },
    entry: entryNow(context, { id, content, subject, happenedOn, policy: policyStamp(policy) }),
  };
}
