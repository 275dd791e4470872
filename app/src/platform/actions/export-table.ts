import { writeAudit } from '../audit/write-audit.ts';
import { inJurisdiction } from '../database/transaction.ts';
import { writeList, writeTable } from '../spreadsheet/index.ts';
import type { Action, AnswerTable, Download } from './action.ts';
import { type Caller, dispatch, type Runtime } from './dispatch.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/** A list longer than this is exported in parts. */
const MOST_ROWS = 50_000;

/**
 * Answers a read as a workbook: the same rows its caller may see, all pages of them, nothing more. Data that leaves the
 * house is audited.
 */
export async function exportTable(
  runtime: Runtime,
  action: Action,
  input: unknown,
  caller: Caller,
  format: 'xlsx' | 'csv',
): Promise<Download> {
  const pages: AnswerTable[] = [];
  for await (const table of tablePages(runtime, action, input as Input, caller)) pages.push(table);
  const rows = pages.flatMap((page) => page.rows).slice(0, MOST_ROWS);
  const columns = (pages[0]?.columns ?? []).map((column) => ({ type: 'text' as const, required: false, ...column }));
  const title = pages[0]?.title ?? action.title[caller.language];
  await note(runtime, action, caller, rows.length, format);
  const table = { title, columns, rows };
  const printed = format === 'xlsx' && rows.length <= MOST_PRINTED;
  const body = printed ? await writeList(table) : streamed(writeTable({ ...table, format }));
  return { fileName: `${title}.${format}`, mediaType: format === 'csv' ? CSV : XLSX, body };
}

/** Nobody prints more; a longer workbook is written row by row, without the look of paper. */
const MOST_PRINTED = 10_000;

const streamed = (stream: ReadableStream<Uint8Array>) => stream as unknown as AsyncIterable<Uint8Array>;

type Input = Readonly<Record<string, unknown>>;

/** Lists that come in pages say `more`; the next page begins after the last id of this one. */
async function* tablePages(
  runtime: Runtime,
  action: Action,
  input: Input,
  caller: Caller,
): AsyncGenerator<AnswerTable> {
  if (action.kind !== 'read' || !action.table) throw new Error(`"${action.id}" is no list`);
  let after: string | undefined;
  for (let rows = 0; rows < MOST_ROWS; ) {
    const answer = await dispatch(runtime, action, { ...input, ...(after ? { after } : {}) }, caller);
    const table = action.table(answer as never, caller.language);
    yield table;
    rows += table.rows.length;
    const last = table.rows.at(-1)?.id;
    const { more } = answer as { more?: boolean };
    if (!more || !action.input.properties.after || typeof last !== 'string') return;
    after = last;
  }
}

async function note(runtime: Runtime, action: Action, { scope }: Caller, rows: number, format: string): Promise<void> {
  if (!scope) return;
  await inJurisdiction(runtime.database, scope.jurisdiction, (tx) =>
    writeAudit(tx, { scope, now: runtime.clock.now(), action: action.id, outcome: 'done', detail: { rows, format } }),
  );
}
