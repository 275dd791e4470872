import type { ActionContext } from '../../platform/actions/action.ts';
import { writeAudit } from '../../platform/audit/write-audit.ts';
import type { WriteTx } from '../../platform/database/transaction.ts';
import { type TouchedSubject, touch } from '../../platform/touched/touched.ts';
import { insertConfirmations } from '../confirmation-writer.ts';
import { concernedBy, type EntrySource, insertEntries } from '../entry-writer.ts';
import type { Trial } from './import-trial.ts';
import type { GoodRow } from './row-check.ts';
import { rowId } from './row-id.ts';

const BATCH = 500;

interface Written {
  readonly entries: number;
  readonly takenOver: number;
}

/** Turns the good rows of a trial into entries, batch by batch, and queues their subjects once. */
export async function writeImport(
  context: ActionContext<WriteTx>,
  trial: Trial,
  made: { receipt: string; fileHash: string; policy: string; form: string },
  progress: (done: number) => void,
): Promise<Written> {
  const { tx, jurisdiction, now } = context;
  const touched = new Map<string, TouchedSubject>();
  let entries = 0;
  let takenOver = 0;
  for await (const batch of trial.batches()) {
    for (let i = 0; i < batch.length; i += BATCH) {
      await writeRows(context, batch.slice(i, i + BATCH), trial.open.sheet.kind, made);
    }
    for (const ref of concernedBy(batch)) touched.set(ref.id, ref);
    entries += batch.length;
    takenOver += batch.filter((row) => row.recordedOn !== null || row.confirmed !== null).length;
    progress(entries);
  }
  await touch(tx, jurisdiction, now, [...touched.values()]);
  if (takenOver > 0) await auditTakeOver(context, made, takenOver);
  return { entries, takenOver };
}

async function writeRows(
  { tx, jurisdiction, now, today, scope }: ActionContext<WriteTx>,
  rows: readonly GoodRow[],
  kind: 'xlsx' | 'csv',
  { receipt, fileHash, policy }: { receipt: string; fileHash: string; policy: string },
): Promise<void> {
  const source: EntrySource = kind === 'csv' ? 'csv' : 'excel';
  const by = { recordedAt: now, recordedBy: scope.account };
  const idOf = (row: GoodRow) => rowId(jurisdiction, fileHash, row.row, row.happenedOn);
  const entries = rows.map((row) => ({
    ...by,
    id: idOf(row),
    content: row.content,
    named: row.named,
    organisation: row.subject.organisation,
    happenedOn: row.happenedOn,
    recordedOn: row.recordedOn ?? today,
    source,
    importId: receipt,
    policy,
  }));
  const added = await insertEntries(tx, jurisdiction, entries);
  const confirmations = rows.flatMap((row) =>
    row.confirmed && added.has(idOf(row))
      ? [
          {
            ...by,
            id: rowId(jurisdiction, `${fileHash} confirmation`, row.row, row.confirmed.on),
            entry: idOf(row),
            outcome: 'confirmed' as const,
            reason: `历史接收：由 ${row.confirmed.by} 核实 · taken over: confirmed by ${row.confirmed.by}`,
            recordedOn: row.confirmed.on,
          },
        ]
      : [],
  );
  await insertConfirmations(tx, jurisdiction, confirmations);
}

/** Days and confirmations that were not made here are the county's word; the audit says how many. */
async function auditTakeOver(
  { tx, scope, now }: ActionContext<WriteTx>,
  { receipt, form }: { receipt: string; form: string },
  rows: number,
): Promise<void> {
  const detail = { form, rows };
  await writeAudit(tx, { scope, now, action: 'records.take-over', outcome: 'done', subject: receipt, detail });
}
