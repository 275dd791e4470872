import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { takeReceipt } from '../platform/imports/import-receipt.ts';
import { type CsvRow, type CsvShape, readCsv } from '../platform/imports/read-csv.ts';
import { RowErrors } from '../platform/imports/row-errors.ts';
import { checkDoubles, checkOverlaps } from './dated-rows.ts';
import { importedBefore, newRows } from './import-result.ts';
import type { Span } from './span.ts';

interface DatedDraft extends Span {
  readonly id: string;
  readonly person: string;
}

export interface DatedFile<Column extends string, Draft extends DatedDraft> {
  readonly kind: 'postings' | 'tenures';
  readonly columns: CsvShape<Column>;
  /** Rows as drafts; what is wrong with them goes to `errors`. */
  readonly drafts: (
    context: ActionContext<WriteTx>,
    rows: readonly CsvRow<Column>[],
    errors: RowErrors,
  ) => Promise<readonly { readonly row: number; readonly draft: Draft }[]>;
  readonly known: (context: ActionContext<WriteTx>, people: readonly string[]) => Promise<readonly Draft[]>;
  /** Spans of one place must not overlap. */
  readonly placeOf: (draft: Draft) => string;
  readonly write: (context: ActionContext<WriteTx>, drafts: readonly Draft[]) => Promise<void>;
}

/** Imports a file of dated rows about people: all or none of it, and what is recorded already stays one. */
export async function importDated<Column extends string, Draft extends DatedDraft>(
  context: ActionContext<WriteTx>,
  { csv, fileName }: { readonly csv: string; readonly fileName?: string | undefined },
  { kind, columns, drafts: draftsOf, known: readKnown, placeOf, write }: DatedFile<Column, Draft>,
) {
  const rows = readCsv(csv, columns);
  const file = { kind, content: csv, fileName: fileName ?? `${kind}.csv`, rows: rows.length };
  if (!(await takeReceipt(context, file))) return importedBefore(rows.length);
  const errors = new RowErrors();
  const drafts = await draftsOf(context, rows, errors);
  checkDoubles(drafts, errors);
  const people = [...new Set(drafts.map(({ draft }) => draft.person).filter((id) => id !== ''))];
  const known = await readKnown(context, people);
  checkOverlaps(drafts, known, placeOf, errors);
  const added = newRows(drafts, known, errors);
  errors.throwIfAny();
  await write(context, added);
  return { rows: rows.length, added: added.length, unchanged: rows.length - added.length, again: false };
}
