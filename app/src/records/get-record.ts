import type { Form, Policy } from '@luoshi/engine';
import { sql } from 'kysely';
import { findFiles } from '../documents/index.ts';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { enteringScope, mayEnter } from './check-entry.ts';
import { givesWord } from './confirming-role.ts';
import { type EntryView, readEntries } from './entry-reader.ts';
import { ENTERING, EntrySchema } from './entry-schema.ts';
import { FormSchema, UnitsSchema, unitsOf } from './form-schema.ts';
import { ENTRY } from './problems.ts';
import { findSubject } from './subject-reader.ts';

export const getRecord = defineRead({
  id: 'records.get',
  title: { 'zh-CN': '查看一条记录', en: 'See a record' },
  about: {
    'zh-CN': '一条记录的内容、附件，以及更正、撤回、核实的全部经过：谁，何时，为何。',
    en: 'What a record says, its attachments, and all that became of it: who, when and why.',
  },
  input: Type.Object({ id: PathId('The entry.') }, closed),
  output: Type.Object({
    today: Day('The civil day of the jurisdiction.'),
    entry: EntrySchema,
    form: Type.Union([FormSchema, Type.Null()]),
    units: UnitsSchema,
    files: Type.Array(
      Type.Object({ field: Type.String(), sha256: Type.String(), name: Type.String(), size: Type.Number() }),
    ),
    history: Type.Array(EntrySchema, { description: 'The whole chain of corrections, oldest first, with this entry.' }),
    newest: Uuid('The entry that stands at the end of the chain.'),
    mayCorrect: Type.Boolean(),
    mayConfirm: Type.Boolean({
      description: 'The caller’s role, its reach and the state of the entry allow confirming it.',
    }),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: [...ENTERING],
  async run({ id }, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const history = await readChain(tx, scope.jurisdiction, id);
    const where = [sql`e.id = any(${history}::uuid[])`];
    const found = await readEntries(tx, scope, policy, {
      where,
      order: sql`e.recorded_at, e.id`,
      limit: history.length,
    });
    const entry = found.find((one) => one.id === id);
    if (!entry) throw notFound(ENTRY);
    const form = policy.forms.get(entry.form) ?? null;
    const chain = history.flatMap((link) => found.filter((one) => one.id === link));
    return {
      today,
      entry,
      form: entry.data === null ? null : form,
      units: unitsOf(policy, form ? [form] : []),
      files: entry.data === null ? [] : await findFiles(tx, jurisdiction, id),
      history: chain,
      newest: chain.at(-1)?.id ?? id,
      mayCorrect:
        form !== null && entry.ended === null && mayEnter(form, scope) && (await isInReach(tx, scope, form, entry)),
      mayConfirm: awaits(policy, entry) && !entry.own && (await givesItsWord(tx, scope, entry)),
    };
  },
});

/** Whether the caller enters the form for whom the entry is about; an entry that only names somebody in scope is read. */
async function isInReach(tx: ReadTx, scope: Scope, form: Form, { subject }: EntryView): Promise<boolean> {
  const { kind, id } = subject;
  if (kind !== 'organisation' && kind !== 'person' && kind !== 'posting') return false;
  return (await findSubject(tx, enteringScope(form, scope), { kind, id })) !== null;
}

const awaits = (policy: Policy, entry: EntryView): boolean =>
  policy.forms.has(entry.form) && entry.confirmedBy !== 'none' && entry.ended === null && entry.confirmation === null;

async function givesItsWord(tx: ReadTx, scope: Scope, { id, confirmedBy }: EntryView): Promise<boolean> {
  const { rows } = await sql<{ gives: boolean }>`
    select ${givesWord(scope, confirmedBy, 'e.organisation_id')} as gives from entry e
    where e.jurisdiction_id = ${scope.jurisdiction} and e.id = ${id}::uuid`.execute(tx);
  return rows[0]?.gives === true;
}

/** The ids of an entry's chain of corrections, oldest first. */
async function readChain(tx: ReadTx, jurisdiction: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive back (id, step) as (
      select ${id}::uuid, 0
      union all
      select s.entry_id, back.step - 1 from back
      join entry_supersession s on s.jurisdiction_id = ${jurisdiction} and s.by_entry_id = back.id
    ), forth (id, step) as (
      select ${id}::uuid, 0
      union all
      select s.by_entry_id, forth.step + 1 from forth
      join entry_supersession s on s.jurisdiction_id = ${jurisdiction} and s.entry_id = forth.id
      where s.by_entry_id is not null
    )
    select id from (select * from back union select * from forth) chain order by step`.execute(tx);
  return rows.map((row) => row.id);
}
