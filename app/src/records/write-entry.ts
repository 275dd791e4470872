import type { Form } from '@luoshi/engine';
import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import { attachFiles } from './attach-files.ts';
import { findStored } from './entry-lookup.ts';
import { concernedBy, insertEntries, type NewEntry } from './entry-writer.ts';
import { otherContent } from './problems.ts';
import { assertSame } from './same-entry.ts';

/**
 * Writes one checked entry and queues its subject for the evaluator. The statements travel together.
 *
 * @returns false when another request wrote this very entry in the meantime.
 */
export async function writeEntry(
  context: Pick<ActionContext<WriteTx>, 'tx' | 'scope' | 'jurisdiction' | 'now'>,
  form: Form,
  entry: NewEntry,
): Promise<boolean> {
  const { tx, scope, jurisdiction, now } = context;
  const [added] = await Promise.all([
    insertEntries(tx, jurisdiction, [entry]),
    touch(tx, jurisdiction, now, concernedBy([entry])),
  ]);
  if (!added.has(entry.id)) {
    const found = await findStored(tx, scope, entry.id);
    if (!found) throw otherContent(['id']);
    assertSame(found, entry.content);
    return false;
  }
  await attachFiles(tx, scope, form, entry);
  return true;
}
