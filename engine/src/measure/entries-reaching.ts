import { type DayNumber, toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Form } from '../schema/form.ts';
import type { About } from '../schema/set.ts';
import { lastDay, type Reached, reached } from './entries.ts';
import { reachedBy } from './reached-by.ts';
import type { Rows } from './types.ts';

/** Is given each entry, by its place in the columns, with the row it reaches. */
export type Visit = (entry: number, row: number) => void;

export interface Within {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The day on which an entry has to stand. */
  readonly day: DayNumber;
}

/** The entries each row's own subject has. */
export function ownEntries(columns: FactColumns, rowOf: Int32Array, { from, to, day }: Within, visit: Visit): void {
  const { groups, date } = columns;
  for (let group = 0; group < groups.subject.length; group++) {
    const row = rowOf[groups.subject[group] as number] as number;
    if (row < 0) continue;
    const end = groups.start[group + 1] as number;
    for (let entry = groups.start[group] as number; entry < end; entry++) {
      const on = date[entry] as number;
      if (on >= from && on <= to && stands(columns, entry, day)) visit(entry, row);
    }
  }
}

/** The row of each subject with entries, by its number, -1 without one; null unless each row is an organisation of its own. */
export function rowsByNumber(rows: Rows): Int32Array | null {
  return rows.once('rows by number', () => {
    const numbers = rows.run.index.subjectNumbers();
    const rowOf = new Int32Array(numbers.count).fill(-1);
    for (const [row, { ref }] of rows.subjects.entries()) {
      if (ref.kind !== 'organisation') return null;
      const number = numbers.find(ref.kind, ref.id);
      if (number === undefined) continue;
      if (rowOf[number] !== -1) return null;
      rowOf[number] = row;
    }
    return rowOf;
  });
}

export function reachingEntries(
  form: Form,
  about: Exclude<About, { field: string }> | undefined,
  columns: FactColumns,
  { from, to, day }: Within,
  { subjects, run }: Rows,
  visit: Visit,
): void {
  // An entry that reaches a row in several ways is one entry.
  const seen = new Int32Array(columns.facts.length).fill(-1);
  const add = (one: Reached, at: number): void => {
    const range = columns.rowsOf(one.kind, one.id);
    if (!range) return;
    const first = one.from === undefined ? from : Math.max(from, toDay(one.from));
    const last = lastDay(one.to, to);
    for (let entry = range.start; entry < range.end; entry++) {
      const date = columns.date[entry] as number;
      if (date < first || date > last || seen[entry] === at || !stands(columns, entry, day)) continue;
      seen[entry] = at;
      visit(entry, at);
    }
  };
  const own = isOwn(form, about);
  for (const [at, { ref, organisation }] of subjects.entries()) {
    if (own && ref.kind === 'organisation') add(ref, at);
    else if (about === undefined) for (const one of reached(form, ref, organisation, run.index)) add(one, at);
    else for (const one of reachedBy(about, { subject: ref, organisation, run })) add(one, at);
  }
}

/** Whether what concerns an organisation are the entries about itself. */
export const isOwn = ({ subject }: Form, about: About | undefined): boolean =>
  about === 'self' || about === 'organisation' || (about === undefined && subject.organisation !== undefined);
