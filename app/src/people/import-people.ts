import type { ActionContext } from '../platform/actions/action.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { takeReceipt } from '../platform/imports/import-receipt.ts';
import { readCsv } from '../platform/imports/read-csv.ts';
import { RowErrors, RowNoteSchema } from '../platform/imports/row-errors.ts';
import { PEOPLE_CSV, type PersonRow, personFromRow } from './people-csv.ts';
import { checkRows } from './people-import-check.ts';
import { CsvText, FileName, IMPORT_LIMIT, KEEPING } from './person-schema.ts';
import { comparePeople, writePeople } from './person-writer.ts';

export const importPeople = defineWrite({
  id: 'people.import',
  title: { 'zh-CN': '导入人员', en: 'Import people' },
  about: {
    'zh-CN': '从 CSV 导入人员：全部导入或一行也不导入；同一文件重复导入不产生重复。已有的人员按文件更新。',
    en: 'Imports people from CSV, all or none; the same file twice changes nothing. People already there become what the file says.',
  },
  input: Type.Object(
    {
      csv: CsvText('id, key, name, id_number, phone, member_of_code, member_since; all others are attributes'),
      fileName: FileName(),
    },
    closed,
  ),
  output: Type.Object({
    rows: Type.Integer(),
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    again: Type.Boolean({ description: 'The same content was imported before; nothing was done.' }),
    notes: Type.Array(RowNoteSchema),
  }),
  errors: ['csv-damaged', 'csv-header', 'csv-empty', 'csv-too-long', 'rows'],
  mayBeDoneBy: KEEPING,
  bodyLimit: IMPORT_LIMIT,
  audit: ({ fileName }) => ({ detail: { file: fileName ?? '' } }),
  async run({ csv, fileName }, context) {
    const rows = readCsv(csv, PEOPLE_CSV);
    const file = { kind: 'people', content: csv, fileName: fileName ?? 'people.csv', rows: rows.length };
    if (!(await takeReceipt(context, file))) {
      return { rows: rows.length, added: 0, changed: 0, unchanged: rows.length, again: true, notes: [] };
    }
    const { people, notes } = await checkedPeople(context, rows);
    const drafts = people.map(({ person }) => person);
    const standings = await comparePeople(context.tx, context.jurisdiction, drafts);
    const toWrite = drafts.filter(
      ({ id, idNumber, phone }) => standings.get(id) !== 'same' || idNumber !== null || phone !== null,
    );
    await writePeople(context, toWrite);
    const count = (standing: string) => drafts.filter(({ id }) => standings.get(id) === standing).length;
    return {
      rows: rows.length,
      added: count('new'),
      changed: count('changed'),
      unchanged: count('same'),
      again: false,
      notes: [...notes],
    };
  },
});

async function checkedPeople(context: ActionContext<WriteTx>, rows: ReturnType<typeof readCsv<PeopleColumn>>) {
  const errors = new RowErrors();
  const people: PersonRow[] = rows.map((row) => personFromRow(context, row, errors));
  const notes = await checkRows(context, people, errors);
  errors.throwIfAny();
  return { people, notes };
}

type PeopleColumn = (typeof PEOPLE_CSV)['required'][number] | (typeof PEOPLE_CSV)['optional'][number];
