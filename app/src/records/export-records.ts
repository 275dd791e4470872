import type { Policy } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineDownload } from '../platform/actions/action.ts';
import { invalid } from '../platform/actions/action-error.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { writeTable } from '../platform/spreadsheet/index.ts';
import { conditionsOf, type EntryFilter, EntryFilterFields } from './entry-filter.ts';
import { readEntryPage } from './entry-page.ts';
import type { EntryView } from './entry-reader.ts';
import { ENTERING } from './entry-schema.ts';
import { namingForms } from './named-subjects.ts';
import { exportTable } from './sheet/export-table.ts';
import { CSV, FormatSchema, wholeFile, XLSX } from './sheet/file-format.ts';

/** What a spreadsheet program still opens well, and one answer may hold. */
const MOST_ROWS = 50_000;
const PAGE = 1000;

export const exportRecords = defineDownload({
  id: 'records.export',
  title: { 'zh-CN': '导出记录', en: 'Export records' },
  about: {
    'zh-CN': '把管理范围内的记录按同样的筛选条件导出为 Excel 或 CSV，至多 50000 条。',
    en: 'The records in scope, by the same filters as the list, as Excel or CSV; 50,000 at most.',
  },
  input: Type.Object({ ...EntryFilterFields, format: FormatSchema }, closed),
  errors: ['too-many', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  produces: [XLSX, CSV],
  audit: ({ form, organisation, subject }) => ({
    ...(subject || organisation ? { subject: subject ?? organisation } : {}),
    detail: { form: form ?? '*' },
  }),
  async run({ format = 'xlsx', ...filter }, { tx, scope, jurisdiction, today, language }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const form = filter.form ? (policy.forms.get(filter.form) ?? null) : null;
    const { title, columns, rowOf } = exportTable(form, policy, language);
    async function* rows() {
      for await (const entry of allEntries(tx, scope, policy, filter)) yield rowOf(entry);
    }
    const body = await wholeFile(writeTable({ title, columns, rows: rows(), format }));
    return { fileName: `${title}-${today}.${format}`, mediaType: format === 'csv' ? CSV : XLSX, body };
  },
});

async function* allEntries(tx: ReadTx, scope: Scope, policy: Policy, filter: EntryFilter): AsyncGenerator<EntryView> {
  const where = conditionsOf(filter, namingForms(policy.forms.values()));
  let cursor: string | undefined;
  for (let read = 0; ; read += PAGE) {
    const { entries, next } = await readEntryPage(tx, scope, policy, { where, cursor, limit: PAGE });
    if (read + entries.length > MOST_ROWS) throw tooMany();
    yield* entries;
    if (next === null) return;
    cursor = next;
  }
}

const tooMany = () =>
  invalid('too-many', {
    'zh-CN': `超过 ${MOST_ROWS} 条。请按表单、组织或日期缩小范围，分几次导出。`,
    en: `More than ${MOST_ROWS} records. Narrow it by form, organisation or days and export in parts.`,
  });
