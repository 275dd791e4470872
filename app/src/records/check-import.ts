import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { assertMayEnter, getForm } from './check-entry.ts';
import { ENTERING } from './entry-schema.ts';
import { bytesOf, ProblemSchema, problemView, SHEET_BODY_LIMIT, SheetFields } from './sheet/import-schema.ts';
import { tryImport } from './sheet/import-trial.ts';

/** As many problems as a screen can show; all of them stand in the marked workbook. */
const SHOWN = 500;

export const checkImport = defineWrite({
  id: 'records.check-import',
  title: { 'zh-CN': '试导入', en: 'Try an import' },
  about: {
    'zh-CN': '读取填好的 Excel 或 CSV，逐行检查，说明会新增多少条、有哪些问题。不写入任何记录。',
    en: 'Reads a filled-in Excel or CSV file and says row by row what is wrong and what it would add. Records nothing.',
  },
  input: Type.Object({ ...SheetFields }, closed),
  output: Type.Object({
    rows: Type.Integer(),
    entries: Type.Integer({ description: 'Entries it would add.' }),
    duplicates: Type.Integer({ description: 'Rows recorded already, here or further up; they are skipped.' }),
    problems: Type.Array(ProblemSchema),
    more: Type.Boolean({ description: 'There are more problems than are listed.' }),
  }),
  errors: ['form-role', 'no-pack', 'sheet-wrong-header', 'sheet-damaged', 'sheet-bomb'],
  mayBeDoneBy: [...ENTERING],
  bodyLimit: SHEET_BODY_LIMIT,
  audit: ({ form, fileName }) => ({ detail: { form, fileName } }),
  async run({ form: formId, file }, context) {
    const policy = await policyInForce(context.tx, context.jurisdiction, context.today);
    const form = getForm(policy, formId);
    assertMayEnter(form, context.scope);
    const { rows, problems, duplicates } = await tryImport(context, policy, form, bytesOf(file));
    const wrong = new Set(problems.map((problem) => problem.row)).size;
    return {
      rows,
      entries: rows - wrong - duplicates.length,
      duplicates: duplicates.length,
      problems: problems.slice(0, SHOWN).map(problemView),
      more: problems.length > SHOWN,
    };
  },
});
