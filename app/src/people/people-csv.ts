import type { ActionContext } from '../platform/actions/action.ts';
import type { CsvRow } from '../platform/imports/read-csv.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';
import { stableId } from '../platform/imports/stable-id.ts';
import { checkPerson, type PersonDraft } from './person.ts';
import { ATTRIBUTE_NAME, attributesFromText } from './person-attributes.ts';

/**
 * Columns of a file of people. A row without `id` gets one from its `key` (a staff number, say); without a
 * key from its ID number's keyed digest; without that from name, branch and member_since.
 */
export const PEOPLE_CSV = {
  required: ['name'],
  optional: ['id', 'key', 'id_number', 'phone', 'member_of_code', 'member_since'],
  others: ATTRIBUTE_NAME,
} as const;

type Column = (typeof PEOPLE_CSV)['required'][number] | (typeof PEOPLE_CSV)['optional'][number];

/** A row of the file as a person; `memberOf` still waits for the code to be looked up. */
export interface PersonRow {
  readonly row: number;
  readonly person: PersonDraft;
  readonly memberOfCode: string;
  readonly notes: readonly { readonly column: string; readonly words: { 'zh-CN': string; en: string } }[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const COLUMN_NAMES = {
  idNumber: 'id_number',
  phone: 'phone',
  memberSince: 'member_since',
  attribute: (name: string) => name,
};

type Place = Pick<ActionContext<unknown>, 'jurisdiction' | 'keys'>;

/** Reads one row; what is wrong with it alone goes to `errors`. */
export function personFromRow(place: Place, { row, values, others }: CsvRow<Column>, errors: RowErrors): PersonRow {
  const orNull = (text: string) => (text === '' ? null : text);
  const draft: PersonDraft = {
    id: values.id,
    name: values.name,
    memberOf: null,
    memberSince: orNull(values.member_since),
    idNumber: orNull(values.id_number),
    phone: orNull(values.phone),
    attributes: attributesFromText(others),
  };
  const { person, problems, notes } = checkPerson(draft, COLUMN_NAMES);
  for (const { field, rule, words } of problems) errors.add(row, field, rule, words);
  if (values.name === '' || values.name.length > 100) errors.add(row, 'name', 'required', NAME_NEEDED);
  if (values.id !== '' && !UUID.test(values.id)) errors.add(row, 'id', 'uuid', NO_UUID);
  return {
    row,
    person: { ...person, id: values.id || personIdOf(place, { ...values, idNumber: person.idNumber }) },
    memberOfCode: values.member_of_code,
    notes: notes.map(({ field, words }) => ({ column: field, words })),
  };
}

interface Identified {
  readonly key: string;
  readonly name: string;
  readonly member_of_code: string;
  readonly member_since: string;
  readonly idNumber: string | null;
}

function personIdOf({ jurisdiction, keys }: Place, who: Identified): string {
  if (who.key !== '') return personIdFromKey(jurisdiction, who.key);
  if (who.idNumber !== null) {
    return stableId(jurisdiction, 'person-by-number', keys.digest(`person/${who.idNumber}`).toString('hex'));
  }
  return stableId(jurisdiction, 'person-by-name', `${who.name}/${who.member_of_code}/${who.member_since}`);
}

/** The id of the person whose row bore this key. */
export const personIdFromKey = (jurisdiction: string, key: string): string => stableId(jurisdiction, 'person', key);

const NAME_NEEDED = { 'zh-CN': '姓名必须填写，最多 100 个字', en: 'the name is required, at most 100 characters' };
const NO_UUID = {
  'zh-CN': '编号应为 UUID；没有编号请留空，或用 key 列填本地人员编号',
  en: 'must be a UUID; leave it blank, or put a local number into the column key',
};
