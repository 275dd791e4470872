import type { DayNumber } from '../day.ts';
import type { FactColumns, Rows } from '../fact-columns.ts';
import type { Fact } from '../facts.ts';
import type { Form } from '../schema/form.ts';
import type { NamedIn } from '../schema/named-in.ts';
import type { Who } from '../schema/obligation.ts';
import type { WorldIndex } from '../world-index.ts';
import { rangesNaming } from './named-in.ts';
import { type DutySubject, whoKind } from './types.ts';

/** Whose entries a duty reads, seen from the subject it binds. */
export type Relation =
  | 'same'
  | 'person'
  | 'organisation'
  | 'sending-organisation'
  | 'postings-here'
  | 'postings-sent'
  | 'own-postings'
  | 'above'
  | NamedIn;

/** The relation by which entries of a form reach a subject when the pack names none. */
export function nearestRelation({ subject }: Form, who: Who): Relation {
  const kind = whoKind(who);
  if (kind === 'organisations') return subject.organisation ? 'same' : 'postings-here';
  if (kind === 'postings') return subject.posting ? 'same' : subject.person ? 'person' : 'organisation';
  if (kind === 'persons_posted' && subject.posting) return 'own-postings';
  return subject.person ? 'same' : 'organisation';
}

/** Row ranges of the entries that reach a subject. */
export function rangesOf(
  relation: Relation,
  subject: DutySubject,
  columns: FactColumns,
  index: WorldIndex,
): readonly Rows[] {
  if (typeof relation === 'object') return rangesNaming(relation, subject, columns);
  switch (relation) {
    case 'same':
      return some(columns.rowsOf(subject.ref.kind, subject.ref.id));
    case 'person':
      return subject.person === null ? [] : some(columns.rowsOf('person', subject.person));
    case 'organisation':
      return some(columns.rowsOf('organisation', subject.organisation));
    case 'sending-organisation':
      return subject.sending === null ? [] : some(columns.rowsOf('organisation', subject.sending));
    case 'postings-here':
      return index.postingsAt(subject.organisation).flatMap(({ id }) => some(columns.rowsOf('posting', id)));
    case 'postings-sent':
      return index.postingsSentBy(subject.organisation).flatMap(({ id }) => some(columns.rowsOf('posting', id)));
    case 'own-postings':
      return index.postingsOf(subject.person ?? '').flatMap(({ id }) => some(columns.rowsOf('posting', id)));
    case 'above':
      return above(subject, index).flatMap((id) => some(columns.rowsOf('organisation', id)));
  }
}

/** The organisations above: of a posting or person also its own. */
function above({ ref, organisation }: DutySubject, index: WorldIndex): string[] {
  const found: string[] = ref.kind === 'organisation' ? [] : [organisation];
  for (let at = index.organisations.get(organisation)?.parent; at && !found.includes(at); ) {
    found.push(at);
    at = index.organisations.get(at)?.parent ?? null;
  }
  return found;
}

const some = (rows: Rows | undefined): readonly Rows[] => (rows === undefined ? [] : [rows]);

/** Entries of a form that reach a subject and stood on a day: recorded by then, not ended, not rejected. */
export function rowsOf(
  relation: Relation,
  subject: DutySubject,
  form: string,
  index: WorldIndex,
  asOf: DayNumber,
): Fact[] {
  const columns = index.columns(form);
  const found: Fact[] = [];
  for (const { start, end } of rangesOf(relation, subject, columns, index)) {
    for (let row = start; row < end; row++) if (stands(columns, row, asOf)) found.push(columns.facts[row] as Fact);
  }
  return found;
}

/** Whether an entry is known on a day and still stands. */
export const stands = (columns: FactColumns, row: number, asOf: DayNumber): boolean =>
  (columns.recorded[row] as number) <= asOf &&
  (columns.ended[row] as number) > asOf &&
  (columns.rejected[row] as number) > asOf;

type PerSubject<T> = (subject: DutySubject, index: WorldIndex, asOf: DayNumber) => T;

/** Keeps the answer for the subject asked last: all periods of one subject are evaluated in a row. */
export function rememberLast<T>(read: PerSubject<T>): PerSubject<T> {
  let last: { subject: DutySubject; index: WorldIndex; asOf: DayNumber; value: T } | null = null;
  return (subject, index, asOf) => {
    if (last?.subject === subject && last.index === index && last.asOf === asOf) return last.value;
    last = { subject, index, asOf, value: read(subject, index, asOf) };
    return last.value;
  };
}
