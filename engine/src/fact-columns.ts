import { NEVER } from './day.ts';
import type { Fact, SubjectKind } from './facts.ts';
import type { FormFacts } from './facts-by-form.ts';
import { ordered } from './facts-in-order.ts';
import type { SubjectNumbers } from './subject-numbers.ts';

/** Entries of one form as columns, grouped by subject and sorted by date within each. */
export interface FactColumns {
  readonly facts: readonly Fact[];
  readonly date: Int32Array;
  readonly recorded: Int32Array;
  /** Day from which it no longer stands; `NEVER` while it stands. */
  readonly ended: Int32Array;
  /** Day of confirmation or rejection; `NEVER` without one. */
  readonly confirmed: Int32Array;
  readonly rejected: Int32Array;
  readonly groups: Groups;
  /** Rows [start, end) of one subject; undefined when it has none. */
  rowsOf(kind: SubjectKind, id: string): Rows | undefined;
}

export interface Rows {
  readonly start: number;
  readonly end: number;
}

/** Subjects with entries of the form, by their numbers in the index; rows of the one at `i` are [start[i], start[i + 1]). */
export interface Groups {
  readonly subject: Int32Array;
  readonly start: Int32Array;
}

/** Entries as they were read become columns in place: they are in order after this. */
export function factColumns(read: FormFacts, subjects: SubjectNumbers): FactColumns {
  const groups = ordered(read, subjects);
  const { facts, date, recorded, ended, confirmed, rejected } = read;
  const { length } = facts;
  return {
    facts,
    date,
    recorded,
    ended: ended ?? neverFor(length),
    confirmed: confirmed ?? neverFor(length),
    rejected: rejected ?? neverFor(length),
    groups,
    rowsOf: rowsIn(groups, subjects),
  };
}

/** Groups by the numbers of their subjects, made when first asked for: whoever reads all groups in turn does without. */
function rowsIn({ subject, start }: Groups, subjects: SubjectNumbers): FactColumns['rowsOf'] {
  let groupOf: Map<number, number> | null = null;
  return (kind, id) => {
    const number = subjects.find(kind, id);
    if (number === undefined) return undefined;
    groupOf ??= new Map(Array.from(subject, (one, group) => [one, group]));
    const group = groupOf.get(number);
    return group === undefined ? undefined : { start: start[group] as number, end: start[group + 1] as number };
  };
}

let never = new Int32Array(0);

/** One column of `NEVER` serves all forms: it is never written to. */
function neverFor(length: number): Int32Array {
  if (never.length < length) never = new Int32Array(length).fill(NEVER);
  return never.length === length ? never : never.subarray(0, length);
}
