import { type DayNumber, NEVER, toDay } from './day.ts';
import type { Fact, SubjectKind } from './facts.ts';

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
  /** Rows [start, end) of one subject; undefined when it has none. */
  rowsOf(kind: SubjectKind, id: string): Rows | undefined;
}

export interface Rows {
  readonly start: number;
  readonly end: number;
}

/** Organisations first, so that the order of subjects does not hang on who came first. */
const KINDS = ['organisation', 'person', 'posting'] as const;

/**
 * Each entry is read once, in the order given. A database gives the entries of a subject together and oldest first; then the
 * columns stand as they were read, and nothing is sorted.
 */
export function factColumns(given: readonly Fact[]): FactColumns {
  const { length } = given;
  const read = { date: days(length), recorded: days(length), subject: new Int32Array(length) };
  const rare = { ended: new Rare(length), confirmed: new Rare(length), rejected: new Rare(length) };
  const subjects = new Subjects();
  let inOrder = true;
  for (let row = 0; row < length; row++) {
    const fact = given[row] as Fact;
    const { confirmation } = fact;
    read.date[row] = toDay(fact.date);
    read.recorded[row] = fact.recordedOn === fact.date ? (read.date[row] as number) : toDay(fact.recordedOn);
    if (fact.endedOn !== undefined) rare.ended.set(row, toDay(fact.endedOn));
    if (confirmation?.outcome === 'confirmed') rare.confirmed.set(row, toDay(confirmation.on));
    if (confirmation?.outcome === 'rejected') rare.rejected.set(row, toDay(confirmation.on));
    const known = subjects.count;
    const subject = subjects.numberOf(fact.subject.kind, fact.subject.id);
    read.subject[row] = subject;
    if (inOrder && row > 0) inOrder = follows(given, read, row, subject === known);
  }
  const [ended, confirmed, rejected] = [rare.ended.days(), rare.confirmed.days(), rare.rejected.days()];
  const columns = { facts: given, date: read.date, recorded: read.recorded, ended, confirmed, rejected };
  const order = inOrder && subjects.kindsInOrder() ? null : sorted(given, read, subjects);
  const starts = startsOf(read.subject, subjects.count, order);
  return { ...(order ? reordered(columns, order) : columns), rowsOf: subjects.rowsIn(starts) };
}

type Columns = Omit<FactColumns, 'rowsOf'>;
type Read = { readonly date: Int32Array; readonly subject: Int32Array };

const days = (length: number): Int32Array => new Int32Array(length);

/** Whether an entry may stand after the one before: of the same subject and later, or the first of another. */
function follows(facts: readonly Fact[], { date, subject }: Read, row: number, isNew: boolean): boolean {
  if (subject[row] !== subject[row - 1]) return isNew;
  return byTime(facts, date, row - 1, row) < 0;
}

function byTime(facts: readonly Fact[], date: Int32Array, a: number, b: number): number {
  const apart = (date[a] as number) - (date[b] as number);
  if (apart !== 0) return apart;
  const [one, other] = [facts[a] as Fact, facts[b] as Fact];
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Rows by subject, organisations first, and by time within each. */
function sorted(facts: readonly Fact[], { date, subject }: Read, subjects: Subjects): Int32Array {
  const rank = subjects.ranks();
  const counts = new Int32Array(subjects.count + 1);
  for (const one of subject) counts[(rank[one] as number) + 1] = (counts[(rank[one] as number) + 1] as number) + 1;
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number);
  const [next, order] = [counts.slice(), new Int32Array(facts.length)];
  for (let row = 0; row < facts.length; row++) {
    const group = rank[subject[row] as number] as number;
    order[next[group] as number] = row;
    next[group] = (next[group] as number) + 1;
  }
  for (let group = 0; group < subjects.count; group++)
    sortPart(order, counts[group] as number, counts[group + 1] as number, facts, date);
  return order;
}

/** Up to here moving one by one into place is the quickest way. */
const FEW = 32;

function sortPart(order: Int32Array, start: number, end: number, facts: readonly Fact[], date: Int32Array): void {
  if (end - start > FEW) {
    order.subarray(start, end).sort((a, b) => byTime(facts, date, a, b));
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const row = order[i] as number;
    const day = date[row] as number;
    let at = i;
    for (; at > start; at--) {
      const other = order[at - 1] as number;
      const otherDay = date[other] as number;
      if (otherDay < day || (otherDay === day && byTime(facts, date, other, row) < 0)) break;
      order[at] = other;
    }
    order[at] = row;
  }
}

function reordered(columns: Columns, order: Int32Array): Columns {
  const facts: Fact[] = [];
  for (const row of order) facts.push(columns.facts[row] as Fact);
  const moved = (column: Int32Array): Int32Array => (column.buffer === never.buffer ? column : picked(column, order));
  return {
    facts,
    date: moved(columns.date),
    recorded: moved(columns.recorded),
    ended: moved(columns.ended),
    confirmed: moved(columns.confirmed),
    rejected: moved(columns.rejected),
  };
}

function picked(column: Int32Array, order: Int32Array): Int32Array {
  const made = days(order.length);
  for (let row = 0; row < order.length; row++) made[row] = column[order[row] as number] as number;
  return made;
}

/** Where the rows of each subject begin, and one past its last. */
function startsOf(subject: Int32Array, count: number, order: Int32Array | null) {
  const [start, end] = [new Int32Array(count), new Int32Array(count)];
  for (let row = 0; row < subject.length; row++) {
    const one = subject[order ? (order[row] as number) : row] as number;
    if (end[one] === 0) start[one] = row;
    end[one] = row + 1;
  }
  return { start, end };
}

/** Subjects numbered in the order they come; entries of one subject mostly follow each other. */
class Subjects {
  readonly #numbers = {
    organisation: new Map<string, number>(),
    person: new Map<string, number>(),
    posting: new Map<string, number>(),
  };
  #last: { kind: SubjectKind; id: string; number: number } = { kind: 'organisation', id: '', number: -1 };
  count = 0;

  numberOf(kind: SubjectKind, id: string): number {
    const last = this.#last;
    if (last.id === id && last.kind === kind && last.number >= 0) return last.number;
    const numbers = this.#numbers[kind];
    let number = numbers.get(id);
    if (number === undefined) {
      number = this.count++;
      numbers.set(id, number);
    }
    last.kind = kind;
    last.id = id;
    last.number = number;
    return number;
  }

  kindsInOrder(): boolean {
    return KINDS.filter((kind) => this.#numbers[kind].size > 0).length <= 1;
  }

  /** The place of each subject when organisations come first. */
  ranks(): Int32Array {
    const ranks = new Int32Array(this.count);
    let next = 0;
    for (const kind of KINDS) for (const number of this.#numbers[kind].values()) ranks[number] = next++;
    return ranks;
  }

  rowsIn({ start, end }: { readonly start: Int32Array; readonly end: Int32Array }): FactColumns['rowsOf'] {
    return (kind, id) => {
      const number = this.#numbers[kind].get(id);
      return number === undefined ? undefined : { start: start[number] as number, end: end[number] as number };
    };
  }
}

/** Days that few entries have: nothing is kept until one has. */
class Rare {
  readonly #length: number;
  #made: Int32Array | null = null;

  constructor(length: number) {
    this.#length = length;
  }

  set(row: number, day: DayNumber): void {
    this.#made ??= days(this.#length).fill(NEVER);
    this.#made[row] = day;
  }

  days(): Int32Array {
    return this.#made ?? neverFor(this.#length);
  }
}

let never = days(0);

/** One column of `NEVER` serves all forms: it is never written to. */
function neverFor(length: number): Int32Array {
  if (never.length < length) never = days(length).fill(NEVER);
  return never.length === length ? never : never.subarray(0, length);
}
