import type { DatedDraft, FieldProblem, Policy } from '@luoshi/engine';
import { invalid } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts } from './facts-reader.ts';
import { readPublished } from './published-reader.ts';
import { readWorld } from './world-reader.ts';

/**
 * What ratings say against entries of a form before they are recorded, such as a village's fourth item of its own where three
 * are allowed. `instead` is the entry that one of them replaces. Nothing is read for forms that no rating judges.
 */
export async function problemsWithRatings(
  tx: ReadTx,
  policy: Policy,
  drafts: readonly DatedDraft[],
  today: string,
  instead?: string,
): Promise<ReadonlyMap<string, readonly FieldProblem[]>> {
  const forms = policy.formsJudged.get(drafts[0]?.form ?? '');
  if (!forms) return new Map();
  const jurisdiction = tx.jurisdictionId;
  const [world, facts, shown] = await Promise.all([
    readWorld(tx, { jurisdiction, asOf: today }),
    readFacts(tx, { jurisdiction, forms }),
    readPublished(tx, { asOf: today, published: policy.publishedRead }),
  ]);
  return policy.entryProblems({ ...world, ...shown, facts: facts.filter(({ id }) => id !== instead) }, drafts, today);
}

/** @throws ActionError `invalid`, with the rule and the way out, when a rating would not take the entry. */
export async function assertTaken(
  tx: ReadTx,
  policy: Policy,
  draft: DatedDraft,
  today: string,
  instead?: string,
): Promise<void> {
  const problems = (await problemsWithRatings(tx, policy, [draft], today, instead)).get(draft.id) ?? [];
  const [first] = problems;
  if (first) throw invalid('invalid-entry', first.words, [...problems]);
}
