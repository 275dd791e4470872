import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import { touch } from '../platform/touched/touched.ts';
import { assertMayEnter, enteringScope, getForm } from './check-entry.ts';
import { getStored } from './entry-lookup.ts';
import { ENTERING, ReasonSchema } from './entry-schema.ts';
import { readNamed } from './named-reader.ts';
import { alreadyReplaced, ENTRY } from './problems.ts';
import { findSubject } from './subject-reader.ts';
import { endEntry } from './supersession-writer.ts';

export const withdrawRecord = defineWrite({
  id: 'records.withdraw',
  title: { 'zh-CN': '撤回一条记录', en: 'Withdraw a record' },
  about: {
    'zh-CN': '记错了、不曾发生的事，写明理由后撤回。记录保留可查，但不再计入任何任务。',
    en: 'Takes back, with the reason, what did not happen. The entry stays readable but counts for nothing any more.',
  },
  input: Type.Object({ id: NewId(), entry: Uuid('The entry to withdraw.'), reason: ReasonSchema }, closed),
  output: Type.Object({ entry: Uuid(), again: Type.Boolean() }),
  errors: ['form-role', 'already-replaced', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  audit: ({ entry }) => ({ subject: entry }),
  async run({ id, entry, reason }, context) {
    const { tx, scope, jurisdiction, today, now } = context;
    const [policy, stored] = await Promise.all([policyInForce(tx, jurisdiction, today), getStored(tx, scope, entry)]);
    const form = getForm(policy, stored.content.form);
    assertMayEnter(form, scope);
    if (!(await findSubject(tx, enteringScope(form, scope), stored.content.subject))) throw notFound(ENTRY);
    if (stored.ended) {
      const same = stored.ended.id === id && stored.ended.byEntry === null && stored.ended.reason === reason;
      if (!same) throw alreadyReplaced();
      return { entry, again: true };
    }
    await endEntry(context, { id, entry, byEntry: null, reason });
    await touch(tx, jurisdiction, now, [stored.content.subject, ...(await readNamed(tx, jurisdiction, entry))]);
    return { entry, again: false };
  },
});
