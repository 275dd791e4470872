import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { alreadyReplaced } from './problems.ts';

/**
 * Ends an entry: another one takes its place, or (with null) it is withdrawn.
 * @throws ActionError `conflict` when it was ended already.
 */
export async function endEntry(
  { tx, jurisdiction, now, today, scope }: ActionContext<WriteTx>,
  ended: { id: string; entry: string; byEntry: string | null; reason: string },
): Promise<void> {
  const row = await tx
    .insertInto('entry_supersession')
    .values({
      jurisdiction_id: jurisdiction,
      id: ended.id,
      entry_id: ended.entry,
      by_entry_id: ended.byEntry,
      reason: ended.reason,
      recorded_at: now,
      recorded_on: today,
      recorded_by: scope.account,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw alreadyReplaced();
}
