import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts } from '../records/index.ts';
import type { Run } from './run.ts';
import type { Objection } from './run-state.ts';

/** Objections by subject, in the forms that runs name. Entries that were withdrawn or corrected no longer count; rejected ones never do. */
export async function readObjections(
  tx: ReadTx,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, readonly Objection[]>> {
  const answeredIn = new Map(
    runs.flatMap(({ layout }) =>
      layout.objections ? [[layout.objections.form, layout.objections.answered] as const] : [],
    ),
  );
  if (answeredIn.size === 0) return new Map();
  const facts = await readFacts(tx, { jurisdiction: tx.jurisdictionId, forms: [...answeredIn.keys()] });
  const standing = facts.filter(
    ({ endedOn, confirmation }) => endedOn === undefined && confirmation?.outcome !== 'rejected',
  );
  const found = standing.map(({ form, subject, date, data }) => {
    const answered = data[answeredIn.get(form) ?? ''];
    return { subject: subject.id, on: date, answeredOn: typeof answered === 'string' ? answered : null };
  });
  return Map.groupBy(found, ({ subject }) => subject);
}
