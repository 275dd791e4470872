import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { enterTogether } from './enter-together.ts';
import { ENTERING, EnteredSchema } from './entry-schema.ts';
import { EnterInput, prepareEntry } from './prepare-entry.ts';
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
    const { tx, jurisdiction, today } = context;
    const { form, answer, entry } = await prepareEntry(input, context, policyInForce(tx, jurisdiction, today));
    if (!entry) return answer;
    return { ...answer, again: !(await writeEntry(context, form, entry)) };
  },
  runTogether: enterTogether,
});
