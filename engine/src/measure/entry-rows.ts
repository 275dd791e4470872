import type { Env } from '../condition.ts';
import { toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import type { About } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import { entryEnv } from '../variables.ts';
import { lastDay, type Reached, reached, recordOf } from './entries.ts';
import { placeEnv } from './place.ts';
import { ratedEnv } from './rated.ts';
import { reachedBy } from './reached-by.ts';
import type { SetPart } from './set.ts';
import type { Rows } from './types.ts';
import { windowOf } from './window.ts';

/** The entries of a set that reach rows, each with its row, row by row and by subject and time within. */
export interface EntryRows {
  readonly length: number;
  /** Which of the form's entries, and of which row. */
  readonly entry: Int32Array;
  readonly row: Int32Array;
  readonly columns: FactColumns;
  /** What tells it from other sets of the rows. */
  readonly name: string;
  /** What conditions over an entry read; made when first asked for. */
  readonly env: (entry: number) => Env;
}

type Which = Pick<SetPart, 'about' | 'during'>;

/** Keys that say which entries, and what is made of them; whatever else a set says has to be looked at row by row. */
const KNOWN: ReadonlySet<string> = new Set(['form', 'where', 'of', 'that', 'about', 'during', 'carries']);

/** The form of a set of entries that may be had in one pass. */
export const formInOnePass = (set: SetPart, parts: Parts): Form | undefined =>
  Object.keys(set).every((key) => KNOWN.has(key)) ? parts.forms.get(set.form ?? '') : undefined;

/** The entries of a form by row; null when who they concern, or for which days, can only be said row by row. */
export function entryRows(form: Form, { about, during }: Which, rows: Rows, parts: Parts): EntryRows | null {
  if (typeof about === 'object' && 'field' in about) return null;
  const days = windowOf(during, rows, parts);
  if ('missing' in days) return null;
  const name = `entries of ${form.id} ${JSON.stringify(about ?? null)} ${days.start} ${days.end}`;
  return rows.once(name, () => read(name, form, about, days, rows, parts));
}

function read(
  name: string,
  form: Form,
  about: Exclude<About, { field: string }> | undefined,
  days: Period,
  rows: Rows,
  parts: Parts,
): EntryRows {
  const { subjects, asOf, run } = rows;
  const columns = run.index.columns(form.id);
  const [from, to, day] = [toDay(days.start), toDay(days.end), toDay(asOf)];
  const found = new Pairs(columns.facts.length);
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
      found.add(entry, at);
    }
  };
  const own = isOwn(form, about);
  for (const [at, { ref, organisation }] of subjects.entries()) {
    if (own && ref.kind === 'organisation') add(ref, at);
    else if (about === undefined) for (const one of reached(form, ref, organisation, run.index)) add(one, at);
    else for (const one of reachedBy(about, { subject: ref, organisation, run })) add(one, at);
  }
  const { facts } = columns;
  const made: (Env | undefined)[] = [];
  const place = placeEnv(rows, parts);
  const { entry, row, length } = found;
  const rated: (object | undefined)[] = [];
  const env = (index: number): Env => {
    const [fact, at] = [facts[entry[index] as number] as Fact, row[index] as number];
    rated[at] ??= ratedEnv(rows.at(at));
    return (made[index] ??= Object.assign(entryEnv(fact, recordOf(run.index, fact.subject), asOf), place, {
      rated: rated[at],
    }));
  };
  return { name, length, entry, row, columns, env };
}

/** Whether what concerns an organisation are the entries about itself. */
const isOwn = ({ subject }: Form, about: About | undefined): boolean =>
  about === 'self' || about === 'organisation' || (about === undefined && subject.organisation !== undefined);

/** Entries with their rows, as many as there turn out to be. */
class Pairs {
  entry: Int32Array;
  row: Int32Array;
  length = 0;

  constructor(room: number) {
    this.entry = new Int32Array(room);
    this.row = new Int32Array(room);
  }

  add(entry: number, row: number): void {
    if (this.length === this.entry.length) this.#grow();
    this.entry[this.length] = entry;
    this.row[this.length++] = row;
  }

  #grow(): void {
    const [entry, row] = [this.entry, this.row];
    this.entry = new Int32Array(entry.length * 2 + 16);
    this.row = new Int32Array(row.length * 2 + 16);
    this.entry.set(entry);
    this.row.set(row);
  }
}
