import { policyInForce } from '../packs/index.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { conflict, invalid } from '../platform/actions/action-error.ts';
import { closed, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { assertMayEnter, getForm, policyStamp } from './check-entry.ts';
import { sha256 } from './content-hash.ts';
import { ENTERING } from './entry-schema.ts';
import { bytesOf, SHEET_BODY_LIMIT, SheetFields } from './sheet/import-schema.ts';
import { type Trial, tryImport } from './sheet/import-trial.ts';
import { noteProgress } from './sheet/progress.ts';
import { countImported, findReceipt, type ImportReceipt, insertReceipt, receiptKind } from './sheet/receipt-store.ts';
import { writeImport } from './sheet/write-import.ts';

export const importRecords = defineWrite({
  id: 'records.import',
  title: { 'zh-CN': '导入记录', en: 'Import records' },
  about: {
    'zh-CN': '把填好的 Excel 或 CSV 全部记入；有一处问题就一条也不记。同一文件再次导入只返回原回执。',
    en: 'Records all rows of an Excel or CSV file, or, when anything is wrong, none. The same file again answers with its receipt.',
  },
  input: Type.Object({ id: NewId(), ...SheetFields }, closed),
  output: Type.Object({
    receipt: Uuid(),
    again: Type.Boolean({ description: 'This file was taken before; nothing was added.' }),
    rows: Type.Integer(),
    entries: Type.Integer(),
    duplicates: Type.Integer({ description: 'Rows that were recorded already and were skipped.' }),
  }),
  errors: [
    'form-role',
    'no-pack',
    'import-problems',
    'other-content',
    'sheet-wrong-header',
    'sheet-damaged',
    'sheet-bomb',
  ],
  mayBeDoneBy: [...ENTERING],
  bodyLimit: SHEET_BODY_LIMIT,
  audit: ({ id, form, fileName }) => ({ subject: id, detail: { form, fileName } }),
  async run(input, context) {
    const { id } = input;
    const note = (phase: 'checking' | 'writing' | 'done' | 'failed', done: number, total: number) =>
      noteProgress(id, context.scope.account, { phase, done, total });
    try {
      const taken = await take(input, context, note);
      context.afterCommit(() => note('done', taken.rows, taken.rows));
      return taken;
    } catch (error) {
      note('failed', 0, 0);
      throw error;
    }
  },
});

type Note = (phase: 'checking' | 'writing', done: number, total: number) => void;

async function take(
  { id, form: formId, file, fileName }: { id: string; form: string; file: string; fileName: string },
  context: ActionContext<WriteTx>,
  note: Note,
) {
  const { tx, scope, jurisdiction, today, now } = context;
  const policy = await policyInForce(tx, jurisdiction, today);
  const form = getForm(policy, formId);
  assertMayEnter(form, scope);
  const bytes = bytesOf(file);
  const fileHash = sha256(bytes);
  const kind = receiptKind(formId);
  const found = await findReceipt(tx, jurisdiction, { id, kind, contentHash: fileHash });
  if (found) return again(context, found, fileHash);
  const trial = await tryImport(context, policy, form, bytes, (done, total) => note('checking', done, total));
  if (trial.problems.length > 0) throw hasProblems(trial);
  const receipt = { id, contentHash: fileHash, kind, fileName, rows: trial.rows, recordedAt: now };
  if (!(await insertReceipt(tx, jurisdiction, scope.account, receipt))) {
    const other = await findReceipt(tx, jurisdiction, { id, kind, contentHash: fileHash });
    if (other) return again(context, other, fileHash);
  }
  const made = { receipt: id, fileHash, policy: policyStamp(policy), form: formId };
  const { entries } = await writeImport(context, trial, made, (done) => note('writing', done, trial.rows));
  return { receipt: id, again: false, rows: trial.rows, entries, duplicates: trial.duplicates.length };
}

async function again({ tx, jurisdiction }: ActionContext<WriteTx>, found: ImportReceipt, fileHash: string) {
  if (found.contentHash !== fileHash) throw otherFile();
  const entries = await countImported(tx, jurisdiction, found.id);
  return { receipt: found.id, again: true, rows: found.rows, entries, duplicates: found.rows - entries };
}

const otherFile = () =>
  conflict('other-content', {
    'zh-CN': '这个导入编号已经用于另一个文件。请重新选择文件再导入。',
    en: 'This id already belongs to the import of another file. Choose the file again and import it.',
  });

const NAMED = 20;

function hasProblems({ problems, rows }: Trial) {
  const wrong = new Set(problems.map((problem) => problem.row)).size;
  return invalid(
    'import-problems',
    {
      'zh-CN': `${rows} 行中有 ${wrong} 行有问题，一条也没有导入。请下载标红的文件，改正后再导入。`,
      en: `${wrong} of ${rows} rows have problems; nothing was imported. Download the marked file, mend it and import it again.`,
    },
    problems.slice(0, NAMED).map(({ row, key, words }) => ({
      field: key ? `${row}.${key.replace('#', '')}` : String(row),
      rule: 'row',
      words: { 'zh-CN': `第 ${row} 行：${words['zh-CN']}`, en: `Row ${row}: ${words.en}` },
    })),
  );
}
