import { findKinds, postingProblem } from '../packs/index.ts';
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
import { findPostingDrafts, type PostingDraft, writePostings } from './posting-writer.ts';
import { checkPackId } from './row-pack-id.ts';

const COLUMNS = {
  required: ['kind', 'person_key', 'organisation_code', 'sending_code', 'level', 'from'],
  optional: ['order_number', 'to'],
} as const;
type Column = (typeof COLUMNS)['required'][number] | (typeof COLUMNS)['optional'][number];

const POSTINGS: DatedFile<Column, PostingDraft> = {
  kind: 'postings',
  columns: COLUMNS,
  drafts: draftsOf,
  known: ({ tx, jurisdiction }, people) => findPostingDrafts(tx, jurisdiction, { people }),
  placeOf: ({ kind, organisation, person }) => `${kind}/${organisation}/${person}`,
  write: writePostings,
};

export const importPostings = defineWrite({
  id: 'postings.import',
  title: { 'zh-CN': '导入派驻', en: 'Import postings' },
  about: {
    'zh-CN': '从 CSV 导入派驻：全部导入或一行也不导入；同一派驻重复导入不产生重复。',
    en: 'Imports postings from CSV, all or none; the same posting twice stays one.',
  },
  input: Type.Object(
    {
      csv: CsvText(
        'kind, person_key (id, key of the people file, ID number or a name only one bears), organisation_code, sending_code, level, order_number, from, to',
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
  run: (file, context) => importDated(context, file, POSTINGS),
});

/** A posting's id follows from kind, person, organisation and first day. */
async function draftsOf(context: ActionContext<WriteTx>, rows: readonly CsvRow<Column>[], errors: RowErrors) {
  const codes = rows.flatMap(({ values }) => [values.organisation_code, values.sending_code]);
  const organisationOf = await readCodes(context, codes);
  const personOf = await readPersonKeys(
    context,
    rows.map(({ values }) => values.person_key),
  );
  const kinds = await findKinds(context.tx, context.jurisdiction, context.today);
  return rows.map(({ row, values }) => {
    const span = spanOf(row, values.from, values.to, errors);
    const organisation = organisationOf(row, 'organisation_code', values.organisation_code, errors);
    const sender = organisationOf(row, 'sending_code', values.sending_code, errors);
    checkLife(row, 'from', organisation, span, errors);
    checkLife(row, 'sending_code', sender, span, errors);
    checkPackId(row, 'kind', values.kind, errors);
    checkPackId(row, 'level', values.level, errors);
    if (kinds && organisation && sender) {
      const { kind, level } = values;
      const unfit = postingProblem(kinds, { kind, level, to: organisation.kind, sender: sender.kind });
      if (unfit) errors.add(row, COLUMN[unfit.field] ?? unfit.field, unfit.rule, unfit.words);
    }
    const person = personOf(row, values.person_key, errors);
    const key = `${values.kind}/${person}/${organisation?.id ?? ''}/${span.from}`;
    const draft: PostingDraft = {
      id: stableId(context.jurisdiction, 'posting', key),
      kind: values.kind,
      person,
      organisation: organisation?.id ?? '',
      sendingOrganisation: sender?.id ?? '',
      level: values.level,
      orderNumber: values.order_number === '' ? null : values.order_number,
      ...span,
    };
    return { row, draft };
  });
}

/** Columns that bear another name than the field. */
const COLUMN: Readonly<Record<string, string>> = {
  organisation: 'organisation_code',
  sendingOrganisation: 'sending_code',
};
