import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { assertMayEnter, enteringScope, getForm } from './check-entry.ts';
import { contentOf } from './content-hash.ts';
import { enterTogether } from './enter-together.ts';
import { findStored } from './entry-lookup.ts';
import { ENTERING, EnteredSchema } from './entry-schema.ts';
import { assertTaken } from './judged-by-ratings.ts';
import { findNamed } from './named-subjects.ts';
import { EnterInput, prepareEntry } from './prepare-entry.ts';
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
  input: EnterInput,
  output: EnteredSchema,
  errors: ['form-role', 'invalid-entry', 'other-content', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  audit: ({ id, form, subject }) => ({ subject: id, detail: { form, about: `${subject.kind} ${subject.id}` } }),
  async run(input, context) {
    const { tx, scope, jurisdiction, today } = context;
    const [policy, seen, found] = await Promise.all([
      policyInForce(tx, jurisdiction, today),
      findSubject(tx, scope, input.subject),
      findStored(tx, scope, input.id),
    ]);
    if (found) {
      assertSame(found, contentOf(input.form, input.subject, input.data));
      const { id, happenedOn, organisation } = found;
      return {
        id,
        again: true,
        happenedOn,
        organisation,
        confirmation: policy.forms.get(input.form)?.confirmation ?? 'none',
      };
    }
    const form = getForm(policy, input.form);
    assertMayEnter(form, scope);
    const subject = scope.roles.length > 1 ? await findSubject(tx, enteringScope(form, scope), input.subject) : seen;
    const { answer, entry } = prepareEntry(
      input,
      context,
      policy,
      subject,
      await findNamed(tx, scope, form, input.data),
    );
    await assertTaken(tx, policy, { id: input.id, date: answer.happenedOn, ...entry.content }, today);
    return { ...answer, again: !(await writeEntry(context, form, entry)) };
  },
  runTogether: enterTogether,
});
