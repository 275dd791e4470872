import type { Form, Words } from '@luoshi/engine';
import type { Scope } from '../../platform/access/scope.ts';
import type { ReadTx } from '../../platform/database/transaction.ts';
import { enteringScope } from '../check-entry.ts';
import { type NamingField, namingFields } from '../named-subjects.ts';
import { readPlaces } from '../place-reader.ts';
import { existsOn, type Subject, selectorOf } from '../subject.ts';
import { searchSubjects } from '../subject-reader.ts';

const MOST_SUBJECTS = 100_000;
const NAMED_CANDIDATES = 5;

/** Finds subjects by what people write in a cell. */
export interface SubjectIndex {
  /** The writing that names each subject alone, for drop-downs. */
  readonly labels: readonly string[];
  labelOf(subject: Subject): string;
  /** @returns the subject, or why the writing does not name one. */
  resolve(written: string, day: string | null): Subject | Words;
}

/** All subjects in scope that a form can be about, or a field of it can name, by label, name, code and id. */
export async function readSubjectIndex(
  tx: ReadTx,
  scope: Scope,
  form: Form,
  whom: Form['subject'] = form.subject,
): Promise<SubjectIndex> {
  const subjects = await searchSubjects(tx, enteringScope(form, scope), {
    selector: selectorOf(whom),
    limit: MOST_SUBJECTS,
  });
  const places = await readPlaces(tx, scope.jurisdiction, [...new Set(subjects.map((one) => one.organisation))]);
  const byWriting = new Map<string, Subject[]>();
  const labels = new Map<string, string>();
  const short = countBy(subjects.map((subject) => keyOf(subject.name)));
  for (const subject of subjects) {
    const place = places.get(subject.organisation);
    const full = fullName(subject, place?.parent ?? '');
    labels.set(subject.ref.id, (short.get(keyOf(subject.name)) ?? 0) > 1 ? full : subject.name);
    const writings = [
      subject.name,
      full,
      place?.code ?? '',
      subject.organisationName,
      personName(subject),
      subject.ref.id,
    ];
    for (const writing of new Set(writings.map(keyOf))) {
      if (writing !== '') byWriting.set(writing, [...(byWriting.get(writing) ?? []), subject]);
    }
  }
  const labelOf = (subject: Subject) => labels.get(subject.ref.id) ?? subject.name;
  return {
    labels: [...new Set(labels.values())],
    labelOf,
    resolve: (written, day) => resolve(byWriting.get(keyOf(written)) ?? [], written, day, labelOf),
  };
}

/** Widths, blanks and kinds of brackets and strokes do not tell names apart. */
const keyOf = (writing: string) => writing.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('\\', '/');

const personName = (subject: Subject) => (subject.ref.kind === 'posting' ? subject.name.split('（')[0] : '') ?? '';

function fullName(subject: Subject, parent: string): string {
  if (parent === '') return subject.name;
  if (subject.ref.kind === 'organisation') return `${parent}/${subject.name}`;
  const person = subject.ref.kind === 'posting' ? personName(subject) : subject.name;
  return `${person}（${parent}/${subject.organisationName}）`;
}

function resolve(
  found: readonly Subject[],
  written: string,
  day: string | null,
  labelOf: (subject: Subject) => string,
): Subject | Words {
  const there = day === null ? found : found.filter((subject) => existsOn(subject, day));
  const [only] = there.length > 0 ? there : found;
  if (!only) {
    return {
      'zh-CN': `没有找到“${written}”，或不在您的管理范围内。请从模板的下拉框选择。`,
      en: `"${written}" was not found, or lies outside your scope. Choose from the list of the template.`,
    };
  }
  if (there.length <= 1) return only;
  const candidates = there.slice(0, NAMED_CANDIDATES).map(labelOf);
  const more = there.length > NAMED_CANDIDATES ? ' …' : '';
  return {
    'zh-CN': `“${written}”有 ${there.length} 个：${candidates.join('、')}${more}。请写全。`,
    en: `"${written}" names ${there.length}: ${candidates.join(', ')}${more}. Write it in full.`,
  };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** For each field of a form that names somebody, whom it can name. */
export async function readNamedIndexes(
  tx: ReadTx,
  scope: Scope,
  form: Form,
): Promise<ReadonlyMap<string, SubjectIndex>> {
  const read = async (field: NamingField) => [field.id, await readSubjectIndex(tx, scope, form, field.of)] as const;
  return new Map(await Promise.all(namingFields(form).map(read)));
}
