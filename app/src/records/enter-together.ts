import type { Policy } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Outcome, RunTogether, TogetherCall } from '../platform/actions/action.ts';
import { ActionError } from '../platform/actions/action-error.ts';
import type { Static } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import type { EnteredSchema } from './entry-schema.ts';
import { filesOf, insertEntries } from './entry-writer.ts';
import { namingFields } from './named-subjects.ts';
import { type EnterInput, type Prepared, prepareEntry } from './prepare-entry.ts';
import type { Subject } from './subject.ts';
import { findSubjects } from './subject-reader.ts';

type Call = TogetherCall<Static<typeof EnterInput>>;
type Answer = Static<typeof EnteredSchema>;
type Entered = Outcome<Answer>;

/**
 * Enters what arrived together: the reads of all calls in one journey, then one statement each for entries and queue,
 * whatever their number. Calls that need more go alone: ids that are taken, attachments, several roles in one account, forms that ratings judge or that name others.
 */
export async function enterTogether(calls: readonly Call[], tx: WriteTx): Promise<RunTogether<Answer>> {
  const [policies, subjects, taken] = await Promise.all([
    readPolicies(tx, calls),
    findSubjects(
      tx,
      tx.jurisdictionId,
      calls.map(({ input, context: { scope } }) => ({ scope, ref: input.subject })),
    ),
    findTaken(tx, calls),
  ]);
  const ids = new Set(taken);
  const prepared = calls.map((call, i) => prepare(call, policies, subjects[i] ?? null, ids));
  const ready = prepared.filter((one): one is Prepared => typeof one === 'object' && 'entry' in one);
  return {
    outcomes: prepared.map((one) => (typeof one === 'object' && 'entry' in one ? { answer: one.answer } : one)),
    written: write(tx, calls[0]?.context.now ?? '', ready),
  };
}

/** The rules in force on the days of the calls: one day, but at midnight. */
async function readPolicies(tx: WriteTx, calls: readonly Call[]): Promise<ReadonlyMap<string, Policy>> {
  const days = [...new Set(calls.map(({ context }) => context.today))];
  return new Map(
    await Promise.all(days.map(async (day) => [day, await policyInForce(tx, tx.jurisdictionId, day)] as const)),
  );
}

async function findTaken(tx: WriteTx, calls: readonly Call[]): Promise<string[]> {
  const ids = calls.map(({ input }) => input.id);
  const rows = await tx
    .selectFrom('entry')
    .select('id')
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '=', (any) => any.fn.any(any.val(ids)))
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes the id, so that a second call with it goes alone and finds the first one's entry. */
function prepare(
  { input, context }: Call,
  policies: ReadonlyMap<string, Policy>,
  subject: Subject | null,
  taken: Set<string>,
): Prepared | Exclude<Entered, { answer: unknown }> {
  const policy = policies.get(context.today);
  if (!policy || taken.has(input.id) || context.scope.roles.length > 1) return 'alone';
  if (policy.formsJudged.has(input.form)) return 'alone';
  const form = policy.forms.get(input.form);
  if (form && namingFields(form).length > 0) return 'alone';
  try {
    const prepared = prepareEntry(input, context, policy, subject);
    if (filesOf(prepared.form, prepared.entry.content.data).length > 0) return 'alone';
    taken.add(input.id);
    return prepared;
  } catch (error) {
    if (error instanceof ActionError) return { refused: error };
    throw error;
  }
}

/** @throws when another transaction has just taken one of the ids. */
async function write(tx: WriteTx, now: string, ready: readonly Prepared[]): Promise<void> {
  if (ready.length === 0) return;
  const entries = ready.map(({ entry }) => entry);
  const subjects = new Map(entries.map(({ content }) => [content.subject.id, content.subject]));
  const [added] = await Promise.all([
    insertEntries(tx, tx.jurisdictionId, entries),
    touch(tx, tx.jurisdictionId, now, [...subjects.values()]),
  ]);
  if (added.size < entries.length) throw new Error('an id was taken while the entries were on their way');
}
