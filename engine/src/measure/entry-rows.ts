import type { Env } from '../condition.ts';
import { toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Fact, SubjectKind } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import { entryEnv } from '../variables.ts';
import { recordOf } from './entries.ts';
import { placeEnv } from './place.ts';
import { ratedEnv } from './rated.ts';
import type { Rows } from './types.ts';

/** The entries of a form that reach rows, each with its row. */
export interface EntryRows {
  readonly length: number;
  /** Which of the form's entries, and of which row. */
  readonly entry: Int32Array;
  readonly row: Int32Array;
  readonly columns: FactColumns;
  /** What conditions over an entry read; made when first asked for. */
  readonly env: (entry: number) => Env;
}

/** The entries of a form by row; null when they reach the rows by a way that has to be walked row by row. */
export function entryRows(form: Form, rows: Rows, parts: Parts): EntryRows | null {
  const kind = directKind(form, rows);
  return kind && rows.once(`entries of ${form.id}`, () => read(form, kind, rows, parts));
}

/** The kind of subject when each entry is about the very subject of a row. */
function directKind({ subject }: Form, { subjects }: Rows): SubjectKind | null {
  const about: SubjectKind = subject.organisation ? 'organisation' : subject.posting ? 'posting' : 'person';
  return subjects.every(({ ref }) => ref.kind === about) ? about : null;
}

function read(form: Form, kind: SubjectKind, rows: Rows, parts: Parts): EntryRows {
  const { period, asOf, run } = rows;
  const columns = run.index.columns(form.id);
  const [from, to, day] = [toDay(period.start), toDay(period.end), toDay(asOf)];
  const { facts } = columns;
  const [entry, row] = [new Int32Array(facts.length), new Int32Array(facts.length)];
  let length = 0;
  for (const [at, { ref }] of rows.subjects.entries()) {
    const range = columns.rowsOf(kind, ref.id);
    for (let one = range?.start ?? 0; one < (range?.end ?? 0); one++) {
      const date = columns.date[one] as number;
      if (date < from || date > to || !stands(columns, one, day)) continue;
      entry[length] = one;
      row[length++] = at;
    }
  }
  const made: (Env | undefined)[] = [];
  const place = placeEnv(rows, parts);
  const rated: (object | undefined)[] = [];
  const env = (index: number): Env => {
    const [fact, at] = [facts[entry[index] as number] as Fact, row[index] as number];
    rated[at] ??= ratedEnv(rows.at(at));
    return (made[index] ??= Object.assign(entryEnv(fact, recordOf(run.index, fact.subject), asOf), place, {
      rated: rated[at],
    }));
  };
  return { length, entry, row, columns, env };
}
