import { type DayNumber, NEVER, toDay } from './day.ts';
import type { Fact, Organisation, Person, Posting, SubjectKind, SubjectRef, Tenure, World } from './facts.ts';

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

export interface WorldIndex {
  readonly world: World;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly postings: ReadonlyMap<string, Posting>;
  /** Postings working in an organisation, and postings it sent. */
  postingsAt(organisation: string): readonly Posting[];
  postingsSentBy(organisation: string): readonly Posting[];
  tenuresOf(post: string): readonly Tenure[];
  childrenOf(organisation: string): readonly Organisation[];
  /** The organisation and everything below it. */
  subtree(organisation: string): readonly Organisation[];
  columns(form: string): FactColumns;
  /** Entries of a form, of one subject when given, oldest first. */
  facts(form: string, subject?: SubjectRef): readonly Fact[];
}

const indexes = new WeakMap<World, WorldIndex>();

/** The index of a world, built once per world object: a world is never changed, only replaced. */
export function indexOf(world: World): WorldIndex {
  const known = indexes.get(world);
  if (known) return known;
  const made = buildIndex(world);
  indexes.set(world, made);
  return made;
}

function buildIndex(world: World): WorldIndex {
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | null = null;
    return () => (made ??= { value: make() }).value;
  };
  const children = once(() => groupBy(world.organisations, (one) => one.parent ?? ''));
  const postingsAt = once(() => groupBy(world.postings, (one) => one.organisation));
  const postingsSent = once(() => groupBy(world.postings, (one) => one.sendingOrganisation));
  const tenures = once(() => groupBy(world.tenures, (one) => one.post));
  const byForm = once(() => groupBy(world.facts, (fact) => fact.form));
  const columns = new Map<string, FactColumns>();
  const columnsOf = (form: string): FactColumns => {
    const made = columns.get(form) ?? buildColumns(byForm().get(form) ?? []);
    columns.set(form, made);
    return made;
  };
  const childrenOf = (id: string): readonly Organisation[] => children().get(id) ?? [];
  const organisations = byId(world.organisations);
  return {
    world,
    organisations,
    persons: byId(world.persons),
    postings: byId(world.postings),
    postingsAt: (id) => postingsAt().get(id) ?? [],
    postingsSentBy: (id) => postingsSent().get(id) ?? [],
    tenuresOf: (post) => tenures().get(post) ?? [],
    childrenOf,
    subtree: (id) => {
      const root = organisations.get(id);
      const found = root ? [root] : [];
      for (let i = 0; i < found.length; i++) found.push(...childrenOf(found[i]?.id ?? ''));
      return found;
    },
    columns: columnsOf,
    facts: (form, subject) => {
      const all = columnsOf(form);
      if (!subject) return all.facts;
      const rows = all.rowsOf(subject.kind, subject.id);
      return rows ? all.facts.slice(rows.start, rows.end) : [];
    },
  };
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const dayOr = (text: string | undefined): DayNumber => (text === undefined ? NEVER : toDay(text));

const inOrder = (a: Fact, b: Fact): number =>
  a.date !== b.date
    ? a.date < b.date
      ? -1
      : 1
    : a.recordedAt !== b.recordedAt
      ? a.recordedAt < b.recordedAt
        ? -1
        : 1
      : a.id < b.id
        ? -1
        : 1;

/** Entries of one subject, while they are gathered. */
interface Group {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly facts: Fact[];
  sorted: boolean;
}

function buildColumns(unordered: readonly Fact[]): FactColumns {
  const groups = groupsOf(unordered);
  const facts: Fact[] = [];
  const rows = {
    organisation: new Map<string, Rows>(),
    person: new Map<string, Rows>(),
    posting: new Map<string, Rows>(),
  };
  const [date, recorded, ended, confirmed, rejected] = Array.from(
    { length: 5 },
    () => new Int32Array(unordered.length),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  let row = 0;
  for (const { kind, id, facts: own, sorted } of groups) {
    rows[kind].set(id, { start: row, end: row + own.length });
    for (const fact of sorted ? own : own.sort(inOrder)) {
      const { confirmation } = fact;
      facts.push(fact);
      date[row] = toDay(fact.date);
      recorded[row] = toDay(fact.recordedOn);
      ended[row] = dayOr(fact.endedOn);
      confirmed[row] = confirmation?.outcome === 'confirmed' ? toDay(confirmation.on) : NEVER;
      rejected[row] = confirmation?.outcome === 'rejected' ? toDay(confirmation.on) : NEVER;
      row++;
    }
  }
  return { facts, date, recorded, ended, confirmed, rejected, rowsOf: (kind, id) => rows[kind].get(id) };
}

/** Groups by subject, organisations first; each knows whether its entries came in order, as a database gives them. */
function groupsOf(facts: readonly Fact[]): Group[] {
  const kinds = {
    organisation: new Map<string, Group>(),
    person: new Map<string, Group>(),
    posting: new Map<string, Group>(),
  };
  for (const fact of facts) {
    const { kind, id } = fact.subject;
    const group = kinds[kind].get(id);
    if (!group) {
      kinds[kind].set(id, { kind, id, facts: [fact], sorted: true });
      continue;
    }
    group.sorted &&= inOrder(group.facts.at(-1) as Fact, fact) < 0;
    group.facts.push(fact);
  }
  return [...kinds.organisation.values(), ...kinds.person.values(), ...kinds.posting.values()];
}
