import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, NewId, Type } from '../platform/actions/schema.ts';
import { assertMayEnter, checkEntry, enteringScope, getForm, policyStamp } from './check-entry.ts';
import { contentOf } from './content-hash.ts';
import { findStored } from './entry-lookup.ts';
import { DataSchema, ENTERING, EnteredSchema, SubjectSchema } from './entry-schema.ts';
import { entryNow } from './entry-writer.ts';
import { SUBJECT } from './problems.ts';
import { assertSame } from './same-entry.ts';
import { findSubject } from './subject-reader.ts';
import { writeEntry } from './write-entry.ts';

export const enterRecord = defineWrite({
  id: 'records.enter',
  title: { 'zh-CN': '填报一条记录', en: 'Enter a record' },
  about: {
    'zh-CN': '按制度中的表单记下一件已经发生的事。同一编号、同一内容重复提交，仍是同一条记录。',
    en: 'Records once something that happened, by a form of the rules in force. Sent again with the same id and content it stays the same entry.',
  },
  input: Type.Object(
    {
      id: NewId(),
      form: Type.String({ description: 'Id of the form.', maxLength: 100 }),
      subject: SubjectSchema,
      data: DataSchema,
    },
    closed,
  ),
  output: EnteredSchema,
  errors: ['form-role', 'invalid-entry', 'other-content', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  audit: ({ id, form, subject }) => ({ subject: id, detail: { form, about: `${subject.kind} ${subject.id}` } }),
  async run({ id, form: formId, subject: ref, data }, context) {
    const { tx, scope, jurisdiction, today } = context;
    const content = contentOf(formId, ref, data);
    const [policy, seen, found] = await Promise.all([
      policyInForce(tx, jurisdiction, today),
      findSubject(tx, scope, ref),
      findStored(tx, scope, id),
    ]);
    const form = getForm(policy, formId);
    const confirmation = form.confirmation ?? 'none';
    if (found) {
      assertSame(found, content);
      return { id, again: true, happenedOn: found.happenedOn, organisation: found.organisation, confirmation };
    }
    assertMayEnter(form, scope);
    const subject = scope.roles.length > 1 ? await findSubject(tx, enteringScope(form, scope), ref) : seen;
    if (!subject) throw notFound(SUBJECT);
    const happenedOn = checkEntry(form, content, subject, today);
    const entry = entryNow(context, { id, content, subject, happenedOn, policy: policyStamp(policy) });
    const again = !(await writeEntry(context, form, entry));
    return { id, again, happenedOn, organisation: subject.organisation, confirmation };
  },
});
