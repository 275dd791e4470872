import type { Policy } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Outcome, TogetherCall } from '../platform/actions/action.ts';
import { ActionError } from '../platform/actions/action-error.ts';
import type { Static } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import type { EnteredSchema } from './entry-schema.ts';
import { filesOf, insertEntries } from './entry-writer.ts';
import { type EnterInput, prepareEntry } from './prepare-entry.ts';

type Call = TogetherCall<Static<typeof EnterInput>>;
type Entered = Outcome<Static<typeof EnteredSchema>>;
type Prepared = Awaited<ReturnType<typeof prepareEntry>>;

/**
 * Enters what arrived together: one look at the rules, the reads of all calls in one journey, one statement each for
 * entries and queue. Calls that need more (attachments, an id that another call took) go alone.
 */
export async function enterTogether(calls: readonly Call[], tx: WriteTx): Promise<Entered[]> {
  const policies = new Map<string, Promise<Policy>>();
  const policyOn = (day: string) => {
    const policy = policies.get(day) ?? policyInForce(tx, tx.jurisdictionId, day);
    policies.set(day, policy);
    return policy;
  };
  const prepared = await Promise.all(
    calls.map(({ input, context }) =>
      prepareEntry(input, { ...context, tx }, policyOn(context.today)).catch(refusedOrThrow),
    ),
  );
  const firstWithId = new Set(new Map(prepared.toReversed().map((one) => [idOf(one), one])).values());
  const fresh = prepared.filter((one): one is Prepared => isPlain(one) && firstWithId.has(one));
  const entries = fresh.flatMap(({ entry }) => entry ?? []);
  const subjects = new Map(entries.map(({ content }) => [content.subject.id, content.subject]));
  const [added] = await Promise.all([
    insertEntries(tx, tx.jurisdictionId, entries),
    touch(tx, tx.jurisdictionId, calls[0]?.context.now ?? '', [...subjects.values()]),
  ]);
  return prepared.map((one): Entered => {
    if (one instanceof ActionError) return { refused: one };
    const recorded = one.entry === null || (fresh.includes(one) && added.has(one.entry.id));
    return recorded ? { answer: one.answer } : 'alone';
  });
}

function refusedOrThrow(error: unknown): ActionError {
  if (error instanceof ActionError) return error;
  throw error;
}

const idOf = (one: Prepared | ActionError) => (one instanceof ActionError ? one : one.answer.id);

const isPlain = (one: Prepared | ActionError): one is Prepared =>
  !(one instanceof ActionError) && one.entry !== null && filesOf(one.form, one.entry.content.data).length === 0;
