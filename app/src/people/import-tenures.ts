import { findKinds, postProblem } from '../packs/index.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { takeReceipt } from '../platform/imports/import-receipt.ts';
import { type CsvRow, readCsv } from '../platform/imports/read-csv.ts';
import { RowErrors } from '../platform/imports/row-errors.ts';
import { stableId } from '../platform/imports/stable-id.ts';
import { checkDoubles, checkLife, checkOverlaps, readCodes, spanOf } from './dated-rows.ts';
import { IMPORT_ERRORS, ImportResultSchema, importedBefore, newRows } from './import-result.ts';
import { readPersonKeys } from './person-keys.ts';
import { CsvText, FileName, IMPORT_LIMIT, KEEPING } from './person-schema.ts';
import { checkPackId } from './row-pack-id.ts';
import { findTenures, type TenureDraft, writeTenures } from './tenure-writer.ts';

const TENURES_CSV = { required: ['post', 'organisation_code', 'person_key', 'from'], optional: ['to'] } as const;
type Row = CsvRow<(typeof TENURES_CSV)['required'][number] | (typeof TENURES_CSV)['optional'][number]>;

export const importTenures = defineWrite({
  id: 'tenures.import',
  title: { 'zh-CN': '导入任职', en: 'Import tenures' },
  about: {
    'zh-CN': '从 CSV 导入任职：全部导入或一行也不导入；同一任职重复导入不产生重复。',
    en: 'Imports tenures from CSV, all or none; the same tenure twice stays one.',
  },
  input: Type.Object(
    {
      csv: CsvText(
        'post, organisation_code, person_key (id, key of the people file, ID number or a name only one bears), from, to',
      ),
      fileName: FileName(),
    },
    closed,
  ),
  output: ImportResultSchema,
  errors: [...IMPORT_ERRORS],
  mayBeDoneBy: KEEPING,
  bodyLimit: IMPORT_LIMIT,
  audit: ({ fileName }) => ({ detail: { file: fileName ?? '' } }),
  async run({ csv, fileName }, context) {
    const rows = readCsv(csv, TENURES_CSV);
    const file = { kind: 'tenures', content: csv, fileName: fileName ?? 'tenures.csv', rows: rows.length };
    if (!(await takeReceipt(context, file))) return importedBefore(rows.length);
    const errors = new RowErrors();
    const drafts = await draftsOf(context, rows, errors);
    checkDoubles(drafts, errors);
    const people = [...new Set(drafts.map(({ draft }) => draft.person).filter((id) => id !== ''))];
    const known = await findTenures(context.tx, context.jurisdiction, { people });
    checkOverlaps(drafts, known, ({ post, organisation, person }) => `${post}/${organisation}/${person}`, errors);
    const added = newRows(drafts, known, errors);
    errors.throwIfAny();
    await writeTenures(context, added);
    return { rows: rows.length, added: added.length, unchanged: rows.length - added.length, again: false };
  },
});

/** A tenure's id follows from post, organisation, person and first day. */
async function draftsOf(context: ActionContext<WriteTx>, rows: readonly Row[], errors: RowErrors) {
  const organisationOf = await readCodes(
    context,
    rows.map(({ values }) => values.organisation_code),
  );
  const personOf = await readPersonKeys(
    context,
    rows.map(({ values }) => values.person_key),
  );
  const kinds = await findKinds(context.tx, context.jurisdiction, context.today);
  return rows.map(({ row, values }) => {
    const span = spanOf(row, values.from, values.to, errors);
    const organisation = organisationOf(row, 'organisation_code', values.organisation_code, errors);
    checkLife(row, 'from', organisation, span, errors);
    checkPackId(row, 'post', values.post, errors);
    const unfit = kinds && organisation && postProblem(kinds, values.post, organisation.kind);
    if (unfit) errors.add(row, unfit.field, unfit.rule, unfit.words);
    const content = {
      post: values.post,
      organisation: organisation?.id ?? '',
      person: personOf(row, values.person_key, errors),
    };
    const key = `${content.post}/${content.organisation}/${content.person}/${span.from}`;
    const draft: TenureDraft = { id: stableId(context.jurisdiction, 'tenure', key), ...content, ...span };
    return { row, draft };
  });
}
