import { policyInForce } from '../packs/index.ts';
import { defineDownload } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { writeTable, writeTemplate } from '../platform/spreadsheet/index.ts';
import { assertMayEnter, getForm } from './check-entry.ts';
import { ENTERING } from './entry-schema.ts';
import { columnsOf } from './sheet/columns.ts';
import { CSV, FormatSchema, wholeFile, XLSX } from './sheet/file-format.ts';
import { readNamedIndexes, readSubjectIndex } from './sheet/subject-index.ts';

export const recordTemplate = defineDownload({
  id: 'records.template',
  title: { 'zh-CN': '下载填报模板', en: 'Download a template' },
  about: {
    'zh-CN': '一张表的 Excel 或 CSV 模板，带下拉选项、填写说明和本人可以填报的对象。',
    en: 'The Excel or CSV template of a form, with drop-downs, notes and the subjects the caller may enter it for.',
  },
  input: Type.Object({ form: Type.String({ description: 'Id of the form.' }), format: FormatSchema }, closed),
  errors: ['form-role', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  produces: [XLSX, CSV],
  audit: ({ form }) => ({ detail: { form } }),
  async run({ form: formId, format = 'xlsx' }, { tx, scope, jurisdiction, today, language }) {
    const form = getForm(await policyInForce(tx, jurisdiction, today), formId);
    assertMayEnter(form, scope);
    const title = form.title[language];
    if (format === 'csv') {
      const body = await wholeFile(writeTable({ title, columns: columnsOf(form, language), rows: [], format: 'csv' }));
      return { fileName: `${title}.csv`, mediaType: CSV, body };
    }
    const [{ labels }, named] = await Promise.all([
      readSubjectIndex(tx, scope, form),
      readNamedIndexes(tx, scope, form),
    ]);
    const choices = new Map([...named].map(([field, index]) => [field, index.labels]));
    const { document, clause } = form.source;
    const basis = [document, clause].filter(Boolean).join(' ');
    const lines =
      language === 'en' ? [`Basis: ${basis}`] : [`依据：${basis}`, '填报单位：　　　　填报人：　　　　日期：'];
    const body = await writeTemplate({
      title,
      columns: columnsOf(form, language, labels, choices),
      headerLines: lines,
    });
    return { fileName: `${title}.xlsx`, mediaType: XLSX, body };
  },
});
