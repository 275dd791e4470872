import { type DayNumber, toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import type { Fact, SubjectRef } from '../facts.ts';
import type { Form } from '../schema/form.ts';
import type { WorldIndex } from '../world-index.ts';
import { type Member, membersOf } from './members.ts';
import type { At } from './types.ts';

/**
 * Entries of a form that reach the place: known and standing on its day (not ended, not rejected),
 * dated in its period, about the organisation itself, a posting working there or a member of it. When
 * the place is a posting or a person, about that one, or about its organisation if the form is.
 */
export const entriesAt = (form: Form, at: At): Fact[] =>
  entriesOf(form, reached(form, at.subject, at.organisation, at.run.index), at);

/** Entries about some subjects, each within its days, that stand and are dated in the period; one that is reached in several ways is one. */
export function entriesOf(form: Form, subjects: readonly Reached[], { period, asOf, run }: At): Fact[] {
  const columns = run.index.columns(form.id);
  const [start, end, day] = [toDay(period.start), toDay(period.end), toDay(asOf)];
  const found: Fact[] = [];
  const seen = subjects.length > 1 ? new Set<number>() : null;
  for (const { kind, id, from, to } of subjects) {
    const rows = columns.rowsOf(kind, id);
    const [first, last] = [from === undefined ? start : Math.max(start, toDay(from)), lastDay(to, end)];
    for (let row = rows?.start ?? 0; row < (rows?.end ?? 0); row++) {
      const date = columns.date[row] as number;
      if (date < first || date > last || seen?.has(row) || !stands(columns, row, day)) continue;
      seen?.add(row);
      found.push(columns.facts[row] as Fact);
    }
  }
  return found;
}

/** A subject whose entries count while it belongs: from its first to its last day, always when absent. */
export interface Reached extends SubjectRef {
  readonly from?: string;
  readonly to?: string;
}

export const lastDay = (to: string | undefined, end: DayNumber): DayNumber =>
  to === undefined ? end : Math.min(end, toDay(to));

/** Whose entries reach a subject by the form’s own way. */
export function reached(form: Form, subject: SubjectRef, organisation: string, index: WorldIndex): Reached[] {
  const about = form.subject;
  if (about.organisation) return [{ kind: 'organisation', id: organisation }];
  if (subject.kind === 'organisation') {
    return about.posting
      ? index.postingsAt(organisation).map(({ id }) => ({ kind: 'posting', id }))
      : membersOf(index, organisation).map(ofMember);
  }
  if (subject.kind === 'posting') {
    const person = index.postings.get(subject.id)?.person;
    return about.posting ? [subject] : person === undefined ? [] : [{ kind: 'person', id: person }];
  }
  return about.posting ? index.postingsOf(subject.id).map(({ id }) => ({ kind: 'posting', id })) : [subject];
}

/** Whoever has no history of memberships is taken to have belonged there always. */
const ofMember = ({ person: { id }, dated, from, to }: Member): Reached => ({
  kind: 'person',
  id,
  ...(dated && from !== undefined ? { from } : {}),
  ...(dated && to !== undefined ? { to } : {}),
});

/** The record an entry is about. */
export function recordOf(index: WorldIndex, { kind, id }: SubjectRef): { readonly name?: string } | undefined {
  if (kind === 'organisation') return index.organisations.get(id);
  if (kind === 'person') return index.persons.get(id);
  return index.postings.get(id) as { readonly name?: string } | undefined;
}
