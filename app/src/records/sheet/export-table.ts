import type { Form, Language, Policy, Words } from '@luoshi/engine';
import type { CellContent, Column } from '../../platform/spreadsheet/index.ts';
import type { EntryView } from '../entry-reader.ts';
import { cellFromValue, columnsOf, fieldColumns, SUBJECT, sheetFields } from './columns.ts';

type Row = Record<string, CellContent>;

/** Columns and rows of an export: of one form with its fields, or of all forms with their fields in one text. */
export function exportTable(form: Form | null, policy: Policy, language: Language) {
  const [subject] = form ? columnsOf(form, language) : [];
  const say = (words: Words) => words[language];
  const about: Column = { key: SUBJECT, type: 'text', header: subject?.header ?? say(HEADERS.subject) };
  const text = (key: keyof typeof HEADERS): Column => ({ key: `#${key}`, header: say(HEADERS[key]), type: 'text' });
  const day = (key: keyof typeof HEADERS): Column => ({ key: `#${key}`, header: say(HEADERS[key]), type: 'date' });
  const what = form
    ? fieldColumns(form, language).map((column) => ({ ...column, required: false }))
    : [day('happenedOn'), text('form'), { ...text('content'), width: CONTENT_WIDTH }];
  const after = [text('organisation'), text('recordedBy'), day('recordedOn'), text('state'), text('confirmation')];
  const id = { ...text('id'), width: ID_WIDTH };
  return {
    title: form ? say(form.title) : say(HEADERS.title),
    columns: [about, ...what, ...after, id],
    rowOf: (entry: EntryView): Row => ({
      [SUBJECT]: entry.subject.name,
      ...(form ? fieldsOf(form, entry, language) : {}),
      '#happenedOn': entry.happenedOn,
      '#form': say(entry.formTitle),
      '#content': form ? null : contentOf(entry, policy, language),
      '#organisation': entry.organisation.name,
      '#recordedBy': entry.recordedBy,
      '#recordedOn': entry.recordedOn,
      '#state': say(STATES[entry.ended?.kind ?? 'standing']),
      '#confirmation': confirmationOf(entry, language),
      '#id': entry.id,
    }),
  };
}

/** In characters, so that most contents and every id stand on one line. */
const CONTENT_WIDTH = 90;
const ID_WIDTH = 40;

const HEADERS = {
  title: { 'zh-CN': '记录', en: 'Records' },
  subject: { 'zh-CN': '填报对象', en: 'Subject' },
  happenedOn: { 'zh-CN': '日期', en: 'Day' },
  form: { 'zh-CN': '表单', en: 'Form' },
  content: { 'zh-CN': '内容', en: 'Content' },
  organisation: { 'zh-CN': '所在组织', en: 'Organisation' },
  recordedBy: { 'zh-CN': '填报人', en: 'Recorded by' },
  recordedOn: { 'zh-CN': '填报日期', en: 'Recorded on' },
  state: { 'zh-CN': '状态', en: 'State' },
  confirmation: { 'zh-CN': '核实', en: 'Confirmation' },
  id: { 'zh-CN': '记录编号', en: 'Id' },
} as const satisfies Record<string, Words>;

const STATES = {
  standing: { 'zh-CN': '有效', en: 'stands' },
  superseded: { 'zh-CN': '已更正', en: 'corrected' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
} as const satisfies Record<string, Words>;

const RESTRICTED: Words = { 'zh-CN': '（限知悉范围）', en: '(restricted)' };

const YES: Words = { 'zh-CN': '是', en: 'yes' };
const NO: Words = { 'zh-CN': '否', en: 'no' };

const fieldsOf = (form: Form, entry: EntryView, language: Language): Row =>
  Object.fromEntries(
    sheetFields(form).map((field) => [field.id, cellFromValue(field, language, entry.data?.[field.id], entry.named)]),
  );

function contentOf(entry: EntryView, policy: Policy, language: Language): string {
  if (!entry.data) return RESTRICTED[language];
  const form = policy.forms.get(entry.form);
  if (!form) return '';
  const parts = sheetFields(form).flatMap((field) => {
    const value = cellFromValue(field, language, entry.data?.[field.id], entry.named);
    return value === null ? [] : [`${field.title[language]}：${inWords(value, language)}`];
  });
  return parts.join('；');
}

function inWords(value: Exclude<CellContent, null>, language: Language): string {
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  return typeof value === 'object' ? value.join('、') : String(value);
}

function confirmationOf({ confirmation, confirmedBy }: EntryView, language: Language): string {
  const zh = language === 'zh-CN';
  if (!confirmation) return confirmedBy === 'none' ? '' : zh ? '待核实' : 'waiting';
  const outcome = confirmation.outcome === 'confirmed' ? (zh ? '已核实' : 'confirmed') : zh ? '不予核实' : 'rejected';
  return `${outcome} ${confirmation.by} ${confirmation.on}`;
}
