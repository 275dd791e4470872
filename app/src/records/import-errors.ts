import { policyInForce } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { markErrors } from '../platform/spreadsheet/index.ts';
import { assertMayEnter, getForm } from './check-entry.ts';
import { ENTERING } from './entry-schema.ts';
import { bytesOf, SHEET_BODY_LIMIT, SheetFields } from './sheet/import-schema.ts';
import { tryImport } from './sheet/import-trial.ts';

export const importErrors = defineWrite({
  id: 'records.import-errors',
  title: { 'zh-CN': '标出导入问题', en: 'Mark the problems of an import' },
  about: {
    'zh-CN': '返回同一个文件，有问题的格子标红并写明原因，其余内容不变。不写入任何记录。',
    en: 'Gives the same file back with the wrong cells red and the reasons beside them. Records nothing.',
  },
  input: Type.Object({ ...SheetFields }, closed),
  output: Type.Object({
    file: Type.String({ contentEncoding: 'base64', description: 'The marked workbook (.xlsx), base64.' }),
    fileName: Type.String(),
    problems: Type.Integer(),
  }),
  errors: ['form-role', 'no-pack', 'sheet-wrong-header', 'sheet-damaged', 'sheet-bomb'],
  mayBeDoneBy: [...ENTERING],
  bodyLimit: SHEET_BODY_LIMIT,
  audit: ({ form, fileName }) => ({ detail: { form, fileName } }),
  async run({ form: formId, file, fileName }, context) {
    const policy = await policyInForce(context.tx, context.jurisdiction, context.today);
    const form = getForm(policy, formId);
    assertMayEnter(form, context.scope);
    const bytes = bytesOf(file);
    const { problems, open } = await tryImport(context, policy, form, bytes);
    const shown = problems.map(({ row, key, words }) => ({ row, words, ...(key === null ? {} : { key }) }));
    const marked = await markErrors(bytes, shown, { columns: open.columns, language: open.language });
    return {
      file: Buffer.from(marked).toString('base64'),
      fileName: `${fileName.replace(/\.[^.]*$/, '')}-${context.language === 'en' ? 'problems' : '问题'}.xlsx`,
      problems: problems.length,
    };
  },
});
