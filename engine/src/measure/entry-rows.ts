import type { Env } from '../condition.ts';
import { toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import type { Fact, SubjectKind } from '../facts.ts';
import type { Form } from '../schema/form.ts';
import { entryEnv } from '../variables.ts';
import { recordOf } from './entries.ts';
import type { Rows } from './types.ts';

/** The entries of a form that reach rows, each with its row. */
export interface EntryRows {
  readonly facts: readonly Fact[];
  readonly row: Int32Array;
  /** What conditions over an entry read; made when first asked for. */
  readonly env: (entry: number) => Env;
}

/** The entries of a form by row; null when they reach the rows by a way that has to be walked row by row. */
export function entryRows(form: Form, rows: Rows): EntryRows | null {
  const kind = directKind(form, rows);
  return kind && rows.once(`entries of ${form.id}`, () => read(form, kind, rows));
}

/** The kind of subject when each entry is about the very subject of a row. */
function directKind({ subject }: Form, { subjects }: Rows): SubjectKind | null {
  const about: SubjectKind = subject.organisation ? 'organisation' : subject.posting ? 'posting' : 'person';
  return subjects.every(({ ref }) => ref.kind === about) ? about : null;
}

function read(form: Form, kind: SubjectKind, rows: Rows): EntryRows {
  const { period, asOf, run } = rows;
  const columns = run.index.columns(form.id);
  const [from, to, day] = [toDay(period.start), toDay(period.end), toDay(asOf)];
  const facts: Fact[] = [];
  const at: number[] = [];
  rows.subjects.forEach(({ ref }, row) => {
    const range = columns.rowsOf(kind, ref.id);
    for (let entry = range?.start ?? 0; entry < (range?.end ?? 0); entry++) {
      const date = columns.date[entry] as number;
      if (date < from || date > to || !stands(columns, entry, day)) continue;
      facts.push(columns.facts[entry] as Fact);
      at.push(row);
    }
  });
  const made: (Env | undefined)[] = [];
  const env = (entry: number): Env => {
    const fact = facts[entry] as Fact;
    return (made[entry] ??= entryEnv(fact, recordOf(run.index, fact.subject), asOf));
  };
  return { facts, row: Int32Array.from(at), env };
}
