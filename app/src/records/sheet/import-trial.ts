import type { Form, Policy } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ActionContext } from '../../platform/actions/action.ts';
import type { ReadTx } from '../../platform/database/transaction.ts';
import type { ReadRow } from '../../platform/spreadsheet/index.ts';
import { problemsWithRatings } from '../judged-by-ratings.ts';
import { type FormSheet, openFormSheet, sheetRefusal } from './open-form-sheet.ts';
import { checkRow, type GoodRow, type RowContext, type RowProblem } from './row-check.ts';
import { readNamedIndexes, readSubjectIndex } from './subject-index.ts';

/** More problems than these help nobody; the rest is counted. */
const MOST_PROBLEMS = 5000;
const BATCH = 1000;

export interface Trial {
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  /** Rows that say what is recorded already, or what an earlier row says. */
  readonly duplicates: readonly number[];
  readonly open: FormSheet;
  /** Walks the good rows once more, in batches, without the duplicates. */
  batches(): AsyncGenerator<GoodRow[]>;
}

type TrialContext = Pick<ActionContext<ReadTx>, 'tx' | 'scope' | 'jurisdiction' | 'today' | 'language'>;

/**
 * Reads a file without writing anything: every problem of every row, and what it would add. Rows are walked, never
 * held; of each good one only its hash stays in memory.
 * @throws ActionError `invalid` when the file as a whole cannot be taken.
 */
export async function tryImport(
  context: TrialContext,
  policy: Policy,
  form: Form,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Trial> {
  const { tx, scope, today } = context;
  const [open, subjects, named] = await Promise.all([
    openFormSheet(bytes, form, context.language),
    readSubjectIndex(tx, scope, form),
    readNamedIndexes(tx, scope, form),
  ]);
  const rowContext: RowContext = { form, language: open.language, subjects, named, scope, today };
  const problems: RowProblem[] = [];
  const firstRows = new Map<string, number>();
  const duplicates = new Set<number>();
  const judged: GoodRow[] = [];
  let rows = 0;
  for await (const batch of inBatches(walk(open))) {
    const checked = batch.map((row) => checkRow(row, rowContext));
    for (const wrong of checked)
      if (Array.isArray(wrong)) problems.push(...wrong.slice(0, MOST_PROBLEMS - problems.length));
    const good = checked.filter((row): row is GoodRow => !Array.isArray(row));
    const recorded = await readRecorded(tx, scope.jurisdiction, form.id, good);
    for (const row of good) {
      if (recorded.has(row.hash) || firstRows.has(row.hash)) duplicates.add(row.row);
      else firstRows.set(row.hash, row.row);
    }
    if (policy.formsJudged.has(form.id)) judged.push(...good.filter(({ row }) => !duplicates.has(row)));
    rows += batch.length;
    progress(rows, open.sheet.total);
  }
  problems.push(...(await judgedRows(tx, policy, judged, today)));
  return {
    rows,
    problems,
    duplicates: [...duplicates],
    open,
    async *batches() {
      for await (const batch of inBatches(walk(open))) {
        const checked = batch.map((row) => checkRow(row, rowContext));
        yield checked.filter((row): row is GoodRow => !Array.isArray(row) && !duplicates.has(row.row));
      }
    },
  };
}

/** What ratings say against rows, all of them taken together: a fourth local item where three are allowed. */
async function judgedRows(
  tx: ReadTx,
  policy: Policy,
  rows: readonly GoodRow[],
  today: string,
): Promise<readonly RowProblem[]> {
  const drafts = rows.map(({ row, content, happenedOn }) => ({ id: String(row), date: happenedOn, ...content }));
  const found = await problemsWithRatings(tx, policy, drafts, today);
  return rows.flatMap(({ row }) =>
    (found.get(String(row)) ?? []).map(({ words }): RowProblem => ({ row, key: null, words })),
  );
}

async function* walk({ sheet }: FormSheet): AsyncGenerator<ReadRow> {
  try {
    yield* sheet.rows();
  } catch (error) {
    throw sheetRefusal(error);
  }
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Which of these contents stand recorded already. */
async function readRecorded(tx: ReadTx, jurisdiction: string, form: string, rows: readonly GoodRow[]) {
  if (rows.length === 0) return new Set<string>();
  const days = rows.map((row) => row.happenedOn).sort();
  const subjects = [...new Set(rows.map((row) => row.subject.ref.id))];
  const { rows: found } = await sql<{ content_hash: string }>`
    select e.content_hash from entry e
    where e.jurisdiction_id = ${jurisdiction} and e.subject_id = any(${subjects}::uuid[]) and e.form = ${form}
      and e.happened_on between ${days[0]}::date and ${days.at(-1)}::date
      and not exists (select 1 from entry_supersession s
        where s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id)`.execute(tx);
  return new Set(found.map((row) => row.content_hash));
}
