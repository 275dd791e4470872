import { type FactColumns, factColumns } from './fact-columns.ts';
import type { Fact, Organisation, Person, Posting, SubjectRef, Tenure, World } from './facts.ts';
import { FormFacts, factsByForm } from './facts-by-form.ts';
import type { SubjectNumbers } from './subject-numbers.ts';

export interface WorldIndex {
  readonly world: World;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly postings: ReadonlyMap<string, Posting>;
  /** Postings working in an organisation, and postings it sent. */
  postingsAt(organisation: string): readonly Posting[];
  postingsSentBy(organisation: string): readonly Posting[];
  /** Postings of a person. */
  postingsOf(person: string): readonly Posting[];
  /** Tenures of a post: all, at one organisation, or of one person. */
  tenuresOf(post: string): readonly Tenure[];
  tenuresAt(post: string, organisation: string): readonly Tenure[];
  tenuresHeldBy(post: string, person: string): readonly Tenure[];
  childrenOf(organisation: string): readonly Organisation[];
  /** The organisation and everything below it. */
  subtree(organisation: string): readonly Organisation[];
  /** Numbers of all subjects with entries. */
  subjectNumbers(): SubjectNumbers;
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
  const postingsOf = once(() => groupBy(world.postings, (one) => one.person));
  const tenures = once(() => groupBy(world.tenures, (one) => one.post));
  const tenuresAt = once(() => groupBy(world.tenures, (one) => `${one.post} ${one.organisation}`));
  const tenuresHeld = once(() => groupBy(world.tenures, (one) => `${one.post} ${one.person}`));
  const read = once(() => factsByForm(world.facts));
  const columns = new Map<string, FactColumns>();
  const columnsOf = (form: string): FactColumns => {
    const made = columns.get(form) ?? factColumns(read().forms.get(form) ?? new FormFacts(0), read().subjects);
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
    postingsOf: (person) => postingsOf().get(person) ?? [],
    tenuresOf: (post) => tenures().get(post) ?? [],
    tenuresAt: (post, organisation) => tenuresAt().get(`${post} ${organisation}`) ?? [],
    tenuresHeldBy: (post, person) => tenuresHeld().get(`${post} ${person}`) ?? [],
    childrenOf,
    subtree: (id) => {
      const root = organisations.get(id);
      const found = root ? [root] : [];
      for (let i = 0; i < found.length; i++) found.push(...childrenOf(found[i]?.id ?? ''));
      return found;
    },
    subjectNumbers: () => read().subjects,
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
