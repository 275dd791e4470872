import type { Env } from '../condition.ts';
import { toDay } from '../day.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import type { About, Naming } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import { anySuccession } from '../succession.ts';
import { entryEnv } from '../variables.ts';
import { recordOf } from './entries.ts';
import { isOwn, ownEntries, reachingEntries, rowsByNumber, type Visit } from './entries-reaching.ts';
import { isHeld } from './held.ts';
import { notThere } from './not-there.ts';
import { placeEnv } from './place.ts';
import { ratedEnv } from './rated.ts';
import type { SetPart } from './set.ts';
import type { Rows } from './types.ts';
import { isNaming } from './whom-named.ts';
import { windowOf } from './window.ts';

/** The entries of a set that reach rows, each with its row, row by row and by subject and time within. */
export class EntryRows {
  /** What tells it from other sets of the rows. */
  readonly name: string;
  readonly columns: FactColumns;
  readonly #found: Found;
  readonly #env: (entry: number, row: number) => Env;
  readonly #made: (Env | undefined)[] = [];
  #pairs: Pairs | null = null;

  constructor(name: string, columns: FactColumns, found: Found, env: (entry: number, row: number) => Env) {
    this.name = name;
    this.columns = columns;
    this.#found = found;
    this.#env = env;
  }

  /** Gives each entry, by its place in the columns, with its row. */
  walk(visit: Visit): void {
    if (this.#pairs === null && this.#found.again) this.#found.walk(visit);
    else this.#listed.walk(visit);
  }

  /** Whether the entries of each row stand by time: those of a row that has several subjects stand by subject first. */
  get byTime(): boolean {
    return this.#found.again;
  }

  get length(): number {
    return this.#listed.length;
  }

  /** Which of the form's entries, and of which row: listed when first asked for, as counting does without. */
  get entry(): Int32Array {
    return this.#listed.entry;
  }

  get row(): Int32Array {
    return this.#listed.row;
  }

  /** What conditions over an entry read. */
  env(index: number): Env {
    return (this.#made[index] ??= this.#env(this.entry[index] as number, this.row[index] as number));
  }

  get #listed(): Pairs {
    if (this.#pairs === null) {
      const pairs = new Pairs(this.columns.facts.length);
      this.#found.walk((entry, row) => pairs.add(entry, row));
      this.#pairs = pairs;
    }
    return this.#pairs;
  }
}

interface Found {
  readonly walk: (visit: Visit) => void;
  /** Whether to find them again costs no more than to read a list. */
  readonly again: boolean;
}

type Which = Pick<SetPart, 'about' | 'during' | 'predecessors'>;

/** Keys that say which entries, and what is made of them; whatever else a set says has to be looked at row by row. */
const KNOWN: ReadonlySet<string> = new Set([
  'form',
  'where',
  'of',
  'that',
  'about',
  'during',
  'carries',
  'predecessors',
]);

/** The form of a set of entries that may be had in one pass. */
export const formInOnePass = (set: SetPart, parts: Parts): Form | undefined =>
  Object.keys(set).every((key) => KNOWN.has(key)) ? parts.forms.get(set.form ?? '') : undefined;

/**
 * The entries of a form by row, of the days the set names or of others; null when who they concern, or for which days, can only be
 * said row by row. Conditions read the period of the rows either way.
 */
export function entryRows(
  form: Form,
  which: Which,
  rows: Rows,
  parts: Parts,
  days = windowOf(which.during, rows, parts),
): EntryRows | null {
  const { about } = which;
  if (isNaming(about) || isHeld(about)) return null;
  if ('missing' in days) return null;
  const { run, subjects, period, asOf } = rows;
  if (which.predecessors === 'joined' && anySuccession(run.index.world)) return null;
  if (subjects.some(({ organisation }) => notThere(which, days, { organisation, run, period, asOf }) !== null))
    return null;
  const name = `entries of ${form.id} ${JSON.stringify(about ?? null)} ${days.start} ${days.end}`;
  return rows.once(name, () => read(name, form, about, days, rows, parts));
}

function read(
  name: string,
  form: Form,
  about: Exclude<About, Naming> | undefined,
  days: Period,
  rows: Rows,
  parts: Parts,
): EntryRows {
  const { asOf, run } = rows;
  const columns = run.index.columns(form.id);
  const within = { from: toDay(days.start), to: toDay(days.end), day: toDay(asOf) };
  const rowOf = isOwn(form, about) ? rowsByNumber(rows) : null;
  const found: Found = rowOf
    ? { walk: (visit) => ownEntries(columns, rowOf, within, visit), again: true }
    : { walk: (visit) => reachingEntries(form, about, columns, within, rows, visit), again: false };
  const place = placeEnv(rows, parts);
  const rated: (object | undefined)[] = [];
  const env = (entry: number, row: number): Env => {
    const fact = columns.facts[entry] as Fact;
    rated[row] ??= ratedEnv(rows.at(row));
    return Object.assign(entryEnv(fact, recordOf(run.index, fact.subject), asOf), place, { rated: rated[row] });
  };
  return new EntryRows(name, columns, found, env);
}

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

  walk(visit: Visit): void {
    for (let i = 0; i < this.length; i++) visit(this.entry[i] as number, this.row[i] as number);
  }

  #grow(): void {
    const [entry, row] = [this.entry, this.row];
    this.entry = new Int32Array(entry.length * 2 + 16);
    this.row = new Int32Array(row.length * 2 + 16);
    this.entry.set(entry);
    this.row.set(row);
  }
}
