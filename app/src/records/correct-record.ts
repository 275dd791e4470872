import { v7 as uuidv7 } from 'uuid';
import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import { touch } from '../platform/touched/touched.ts';
import { assertMayEnter, checkEntry, enteringScope, getForm, policyStamp } from './check-entry.ts';
import { contentOf } from './content-hash.ts';
import { findStored, getStored } from './entry-lookup.ts';
import { DataSchema, ENTERING, EnteredSchema, ReasonSchema } from './entry-schema.ts';
import { entryNow } from './entry-writer.ts';
import { assertTaken } from './judged-by-ratings.ts';
import { readNamed } from './named-reader.ts';
import { findNamed } from './named-subjects.ts';
import { alreadyReplaced, SUBJECT } from './problems.ts';
import { assertSame } from './same-entry.ts';
import { findSubject } from './subject-reader.ts';
import { endEntry } from './supersession-writer.ts';
import { writeEntry } from './write-entry.ts';

export const correctRecord = defineWrite({
  id: 'records.correct',
  title: { 'zh-CN': '更正一条记录', en: 'Correct a record' },
  about: {
    'zh-CN': '用一条新记录代替原记录，并写明理由。原记录保留可查；新记录如需核实，须重新核实。',
    en: 'Puts a new entry in the place of one, with the reason. The old one stays readable; the new one needs its own confirmation.',
  },
  input: Type.Object(
    {
      id: NewId(),
      entry: Uuid('The entry to correct: the newest of its chain.'),
      data: DataSchema,
      reason: ReasonSchema,
    },
    closed,
  ),
  output: EnteredSchema,
  errors: ['form-role', 'invalid-entry', 'already-replaced', 'other-content', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  audit: ({ id, entry }) => ({ subject: entry, detail: { by: id } }),
  async run({ id, entry, data, reason }, context) {
    const { tx, scope, jurisdiction, today, now } = context;
    const [policy, original, found] = await Promise.all([
      policyInForce(tx, jurisdiction, today),
      getStored(tx, scope, entry),
      findStored(tx, scope, id),
    ]);
    const content = contentOf(original.content.form, original.content.subject, data);
    const form = getForm(policy, content.form);
    const confirmation = form.confirmation ?? 'none';
    if (found) {
      assertSame(found, content);
      if (original.ended?.byEntry !== id) throw alreadyReplaced();
      return { id, again: true, happenedOn: found.happenedOn, organisation: found.organisation, confirmation };
    }
    assertMayEnter(form, scope);
    if (original.ended) throw alreadyReplaced();
    const subject = await findSubject(tx, enteringScope(form, scope), content.subject);
    if (!subject) throw notFound(SUBJECT);
    const happenedOn = checkEntry(form, content, subject, today);
    const named = await findNamed(tx, scope, form, data);
    await assertTaken(tx, policy, { id, date: happenedOn, ...content }, today, entry);
    await writeEntry(
      context,
      form,
      entryNow(context, { id, content, subject, named, happenedOn, policy: policyStamp(policy) }),
    );
    await endEntry(context, { id: uuidv7(), entry, byEntry: id, reason });
    await touch(tx, jurisdiction, now, await readNamed(tx, jurisdiction, entry));
    return { id, again: false, happenedOn, organisation: subject.organisation, confirmation };
  },
});
