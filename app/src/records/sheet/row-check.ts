import { type FieldValue, type Form, type Language, validateEntry, type Words } from '@luoshi/engine';
import { hasRole, type Scope } from '../../platform/access/scope.ts';
import type { ReadRow } from '../../platform/spreadsheet/index.ts';
import { contentHash, contentOf, type EntryContent } from '../content-hash.ts';
import type { NamedSubject } from '../named-subjects.ts';
import { existsOn, type Subject } from '../subject.ts';
import { CONFIRMED_BY, CONFIRMED_ON, RECORDED_ON, SUBJECT, sheetFields, valueFromCell } from './columns.ts';
import { namedIn } from './named-cells.ts';
import type { SubjectIndex } from './subject-index.ts';

/** A row of an import that can become an entry. */
export interface GoodRow {
  readonly row: number;
  readonly content: EntryContent;
  readonly hash: string;
  readonly subject: Subject;
  readonly named: readonly NamedSubject[];
  readonly happenedOn: string;
  readonly recordedOn: string | null;
  readonly confirmed: { readonly on: string; readonly by: string } | null;
}

export interface RowProblem {
  readonly row: number;
  readonly key: string | null;
  readonly words: Words;
}

export interface RowContext {
  readonly form: Form;
  readonly language: Language;
  readonly subjects: SubjectIndex;
  /** Whom each field that names somebody can name. */
  readonly named: ReadonlyMap<string, SubjectIndex>;
  readonly scope: Scope;
  readonly today: string;
}

/** Everything that is wrong with one row, or what it says. */
export function checkRow(row: ReadRow, context: RowContext): GoodRow | RowProblem[] {
  const { form, today } = context;
  const problems: RowProblem[] = [];
  const report = (key: string | null, words: Words) => problems.push({ row: row.rowNumber, key, words });
  for (const [key, cell] of Object.entries(row.cells)) if (cell.problem) report(key, cell.problem.words);
  const day = textOf(row, form.date);
  const naming = namedIn(row, day, context, report);
  const data = { ...dataOf(row, context), ...naming.data };
  const unread = new Set(problems.map((problem) => problem.key));
  for (const problem of validateEntry(form, data, { today })) {
    if (!unread.has(problem.field)) report(row.cells[problem.field] ? problem.field : null, problem.words);
  }
  if (!day && !problems.some((problem) => problem.key === form.date)) report(form.date, NO_DAY);
  const subject = subjectOf(row, day, context, report);
  if (subject && day && !existsOn(subject, day)) report(form.date, outsideLife(subject));
  const history = historyOf(row, day, context, report);
  if (problems.length > 0 || !subject || !day) return problems;
  const content = contentOf(form.id, subject.ref, data);
  return {
    row: row.rowNumber,
    content,
    hash: contentHash(content),
    subject,
    named: naming.named,
    happenedOn: day,
    ...history,
  };
}

type Report = (key: string | null, words: Words) => void;

function dataOf(row: ReadRow, { form, language }: RowContext): Record<string, FieldValue> {
  const plain = sheetFields(form).filter(({ type }) => type !== 'subject' && type !== 'subjects');
  const values = plain.map((field) => {
    const cell = row.cells[field.id];
    return [field.id, cell && !cell.problem ? valueFromCell(field, language, cell.value) : null] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

const textOf = (row: ReadRow, key: string): string | null => {
  const value = row.cells[key]?.value ?? null;
  return value === null || value === '' ? null : String(value);
};

function subjectOf(row: ReadRow, day: string | null, { subjects }: RowContext, report: Report): Subject | null {
  const written = textOf(row, SUBJECT);
  if (!written) {
    report(SUBJECT, { 'zh-CN': '请写明填报对象', en: 'Say whom it is about' });
    return null;
  }
  const found = subjects.resolve(written, day);
  if ('ref' in found) return found;
  report(SUBJECT, found);
  return null;
}

/** The columns of a history take-over: a county officer's word for what was recorded and confirmed elsewhere. */
function historyOf(row: ReadRow, day: string | null, { scope, today, form }: RowContext, report: Report) {
  const recordedOn = textOf(row, RECORDED_ON);
  const on = textOf(row, CONFIRMED_ON);
  const by = textOf(row, CONFIRMED_BY);
  const filled = [RECORDED_ON, CONFIRMED_ON, CONFIRMED_BY].find((key) => textOf(row, key) !== null);
  if (filled && !hasRole(scope, 'county-officer')) report(filled, NOT_YOURS);
  if (recordedOn && day && (recordedOn < day || recordedOn > today)) report(RECORDED_ON, betweenDays(day, today));
  if ((on === null) !== (by === null)) report(on === null ? CONFIRMED_ON : CONFIRMED_BY, BOTH);
  if (on && (form.confirmation ?? 'none') === 'none') report(CONFIRMED_ON, NOT_CONFIRMED);
  if (on && (on < (recordedOn ?? today) || on > today)) report(CONFIRMED_ON, betweenDays(recordedOn ?? today, today));
  return { recordedOn, confirmed: on && by ? { on, by } : null };
}

const NO_DAY: Words = { 'zh-CN': '必须写明事情发生的日期', en: 'Say on which day it happened' };
const NOT_YOURS: Words = {
  'zh-CN': '只有县级工作人员接收历史数据时才能填写这一列，请删去该列',
  en: 'Only a county officer taking over history may fill this column; leave it out',
};
const BOTH: Words = { 'zh-CN': '核实人和核实日期要一起填写', en: 'Who confirmed and when belong together' };
const NOT_CONFIRMED: Words = {
  'zh-CN': '本表不需要核实，请清空',
  en: 'This form needs no confirmation; leave it empty',
};

const betweenDays = (from: string, to: string): Words => ({
  'zh-CN': `应在 ${from} 至 ${to} 之间`,
  en: `must lie between ${from} and ${to}`,
});

const outsideLife = ({ from, to }: Subject): Words => ({
  'zh-CN': `不在该对象的起止日期内（${from ?? '…'} 至 ${to ?? '今'}）`,
  en: `lies outside the subject's time (${from ?? '…'} to ${to ?? 'now'})`,
});
