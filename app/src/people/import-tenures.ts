import { findKinds, postProblem } from '../packs/index.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import type { CsvRow } from '../platform/imports/read-csv.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';
import { stableId } from '../platform/imports/stable-id.ts';
import { checkLife, readCodes, spanOf } from './dated-rows.ts';
import { type DatedFile, importDated } from './import-dated.ts';
import { IMPORT_ERRORS, ImportResultSchema } from './import-result.ts';
import { readPersonKeys } from './person-keys.ts';
import { CsvText, FileName, IMPORT_LIMIT, KEEPING } from './person-schema.ts';
import { checkPackId } from './row-pack-id.ts';
import { findTenures, type TenureDraft, writeTenures } from './tenure-writer.ts';

const COLUMNS = { required: ['post', 'organisation_code', 'person_key', 'from'], optional: ['to'] } as const;
type Column = (typeof COLUMNS)['required'][number] | (typeof COLUMNS)['optional'][number];

const TENURES: DatedFile<Column, TenureDraft> = {
  kind: 'tenures',
  columns: COLUMNS,
  drafts: draftsOf,
  known: ({ tx, jurisdiction }, people) => findTenures(tx, jurisdiction, { people }),
  placeOf: ({ post, organisation, person }) => `${post}/${organisation}/${person}`,
  write: writeTenures,
};

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
  run: (file, context) => importDated(context, file, TENURES),
});

/** A tenure's id follows from post, organisation, person and first day. */
async function draftsOf(context: ActionContext<WriteTx>, rows: readonly CsvRow<Column>[], errors: RowErrors) {
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
