import type { Form, Policy } from '@luoshi/engine';
import type { ActionContext } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, NewId, type Static, Type } from '../platform/actions/schema.ts';
import { assertMayEnter, checkEntry, getForm, policyStamp } from './check-entry.ts';
import { contentOf } from './content-hash.ts';
import { DataSchema, type EnteredSchema, SubjectSchema } from './entry-schema.ts';
import { entryNow, type NewEntry } from './entry-writer.ts';
import type { NamedSubject } from './named-subjects.ts';
import { SUBJECT } from './problems.ts';
import type { Subject } from './subject.ts';

export const EnterInput = Type.Object(
  {
    id: NewId(),
    form: Type.String({ description: 'Id of the form.', maxLength: 100 }),
    subject: SubjectSchema,
    data: DataSchema,
  },
  closed,
);

export interface Prepared {
  readonly form: Form;
  readonly answer: Static<typeof EnteredSchema>;
  readonly entry: NewEntry;
}

/**
 * An entry ready to be written, once all has been read that it needs: who may, about whom, what fits.
 * @throws ActionError for everything the caller can mend.
 */
export function prepareEntry(
  { id, form: formId, subject: ref, data }: Static<typeof EnterInput>,
  context: Omit<ActionContext<unknown>, 'tx'>,
  policy: Policy,
  subject: Subject | null,
  named: readonly NamedSubject[] = [],
): Prepared {
  const form = getForm(policy, formId);
  assertMayEnter(form, context.scope);
  if (!subject) throw notFound(SUBJECT);
  const content = contentOf(formId, ref, data);
  const happenedOn = checkEntry(form, content, subject, context.today);
  const { organisation } = subject;
  return {
    form,
    answer: { id, again: false, happenedOn, organisation, confirmation: form.confirmation ?? 'none' },
    entry: entryNow(context, { id, content, subject, named, happenedOn, policy: policyStamp(policy) }),
  };
}
