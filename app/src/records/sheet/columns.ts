import { type Field, type FieldValue, type Form, idsNamed, isShares, type Language } from '@luoshi/engine';
import type { CellContent, Column } from '../../platform/spreadsheet/index.ts';

/** Columns an import may have besides the fields of the form. */
export const SUBJECT = 'subject';
/** Only in files of a county officer that take over history: the day on which it was recorded elsewhere. */
export const RECORDED_ON = '#recorded_on';
/** Who confirmed it there, and when. */
export const CONFIRMED_BY = '#confirmed_by';
export const CONFIRMED_ON = '#confirmed_on';

const HEADERS = {
  [SUBJECT]: { 'zh-CN': '填报对象', en: 'Subject' },
  [RECORDED_ON]: { 'zh-CN': '填报日期', en: 'Recorded on' },
  [CONFIRMED_BY]: { 'zh-CN': '核实人', en: 'Confirmed by' },
  [CONFIRMED_ON]: { 'zh-CN': '核实日期', en: 'Confirmed on' },
} as const;

const NAMED_HINTS = {
  subject: {
    'zh-CN': '填写名称或代码。有重名时写成“乡镇/村”。',
    en: 'Write the name or code. Where names repeat, write "township/village".',
  },
  subjects: {
    'zh-CN': '几个之间用顿号隔开：王庄、李庄。有重名时写成“乡镇/村”。',
    en: 'Set several apart by commas. Where names repeat, write "township/village".',
  },
  shares: {
    'zh-CN': '每个名称后写数，用顿号隔开：王庄 60、李庄 40。',
    en: 'Write a number after each name and set them apart by commas: Wang 60, Li 40.',
  },
} as const;

const SUBJECT_HINT = {
  'zh-CN': '从下拉框选择；也可以填写名称或代码。有重名时写成“乡镇/村”。',
  en: 'Choose from the list, or write the name or code. Where names repeat, write "township/village".',
};

/** Whom each field that names somebody can name, as it is written. */
type Labels = ReadonlyMap<string, readonly string[]>;

/** The columns of a form's sheet; files cannot stand in a sheet and are left out. */
export function columnsOf(form: Form, language: Language, subjects?: readonly string[], named?: Labels): Column[] {
  const subject: Column = {
    key: SUBJECT,
    header: HEADERS[SUBJECT][language],
    type: subjects ? 'choice' : 'text',
    hint: SUBJECT_HINT[language],
    required: true,
    ...(subjects ? { options: subjects } : {}),
  };
  return [subject, ...fieldColumns(form, language, named)];
}

/** The same as they may be read: with the columns of a history take-over, which may be absent. */
export function importColumnsOf(form: Form, language: Language): Column[] {
  const extra = (key: keyof typeof HEADERS, type: 'text' | 'date'): Column => ({
    key,
    header: HEADERS[key][language],
    type,
    mayBeAbsent: true,
  });
  return [
    ...columnsOf(form, language).map((column) => (column.required ? column : { ...column, mayBeAbsent: true })),
    extra(RECORDED_ON, 'date'),
    extra(CONFIRMED_BY, 'text'),
    extra(CONFIRMED_ON, 'date'),
  ];
}

type SheetField = Exclude<Field, { type: 'file' }>;

export const sheetFields = (form: Form): SheetField[] =>
  form.fields.filter((field): field is SheetField => field.type !== 'file');

export function fieldColumns(form: Form, language: Language, named?: Labels): Column[] {
  const taken = new Set<string>(Object.values(HEADERS).map((header) => header[language]));
  return sheetFields(form).map((field) => {
    const title = field.title[language];
    const header = taken.has(title) ? `${title}（${field.id}）` : title;
    taken.add(header);
    return {
      key: field.id,
      header,
      type: 'text' as const,
      required: field.required === true && field.when === undefined,
      ...(field.hint ? { hint: field.hint[language] } : {}),
      ...typed(field, language, named?.get(field.id)),
    };
  });
}

/** What stands in a column for its field: who is named, as text or chosen from a list; otherwise what the field asks. */
function typed(field: SheetField, language: Language, labels: readonly string[] | undefined) {
  if (field.type === 'subject' || field.type === 'subjects') {
    const kind = field.type === 'subjects' && field.share ? 'shares' : field.type;
    const hint = [field.hint?.[language], NAMED_HINTS[kind][language]]
      .filter(Boolean)
      .join(language === 'en' ? ' ' : '');
    return field.type === 'subject' && labels ? { type: 'choice' as const, hint, options: labels } : { hint };
  }
  return {
    type: field.type,
    ...('options' in field ? { options: field.options.map((option) => option.title[language]) } : {}),
    ...(field.type === 'decimal' ? { decimals: field.decimals } : {}),
  };
}

/** What a cell says in the form's terms: option ids for their words, numbers for decimals. */
export function valueFromCell(field: Field, language: Language, content: CellContent): FieldValue {
  if (content === null || content === '') return null;
  if ('options' in field) {
    const idOf = (title: string) => field.options.find((option) => option.title[language] === title)?.id ?? title;
    return Array.isArray(content) ? content.map(idOf) : idOf(String(content));
  }
  if (field.type === 'decimal') return Number(content);
  return content as FieldValue;
}

/** The other way round, for exports. */
export function cellFromValue(
  field: Field,
  language: Language,
  value: unknown,
  names: Readonly<Record<string, string>>,
): CellContent {
  if (value === null || value === undefined) return null;
  if (field.type === 'subject' || field.type === 'subjects') return namesFrom(value as FieldValue, names);
  if ('options' in field) {
    const titleOf = (id: unknown) => field.options.find((option) => option.id === id)?.title[language] ?? String(id);
    return Array.isArray(value) ? value.map(titleOf) : titleOf(value);
  }
  if (field.type === 'decimal') return String(value);
  return value as CellContent;
}

/** 王庄、李庄; 王庄 60、李庄 40 where a number is stated for each. */
export function namesFrom(value: FieldValue, names: Readonly<Record<string, string>>): string {
  const shown = (id: string): string => (isShares(value) ? `${names[id] ?? id} ${value[id]}` : (names[id] ?? id));
  return idsNamed(value).map(shown).join('、');
}
