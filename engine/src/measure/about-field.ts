import { type DayNumber, toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import { rowsNaming } from '../duty/rows-naming.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Fact, SubjectRef, World } from '../facts.ts';
import type { Form } from '../schema/form.ts';
import type { Naming } from '../schema/set.ts';
import type { Missing } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import { lastDay, type Reached } from './entries.ts';
import type { At } from './types.ts';
import { namesOf, whomNamed } from './whom-named.ts';

/** Entries, and what keeps it from being known which others belong. */
export interface Doubtful {
  readonly facts: readonly Fact[];
  readonly doubt: readonly Missing[];
}

/** Entries whose field names the subject, or who belongs to it, by id or by a name nobody else of its kind bears. */
export function entriesNaming(form: Form, about: Naming, at: At): Doubtful {
  const columns = at.run.index.columns(form.id);
  const rows = rowsNaming(columns, about.field);
  const found = new Map<string, Fact>();
  const whom = whomNamed(about, at);
  for (const one of whom) {
    for (const id of namesOf(one, at.run.index).ids) {
      for (const fact of within(one, rows.get(id) ?? [], columns, at)) found.set(fact.id, fact);
    }
  }
  const type = form.fields.find(({ id }) => id === about.field)?.type;
  if (type === 'subject' || type === 'subjects') return { facts: [...found.values()], doubt: [] };
  const doubt: Missing[] = [];
  for (const one of whom) {
    const { name } = namesOf(one, at.run.index);
    const byName = within(one, rows.get(name) ?? [], columns, at).filter(({ id }) => !found.has(id));
    if (isUnique(name, one, at.run.index)) for (const fact of byName) found.set(fact.id, fact);
    else doubt.push(...byName.map(({ date }) => severalBear(name, form, date)));
  }
  return { facts: [...found.values()], doubt };
}

function within(
  { from, to }: Reached,
  rows: readonly number[],
  columns: FactColumns,
  { period, asOf }: Pick<At, 'period' | 'asOf'>,
): Fact[] {
  const start = toDay(period.start);
  const [first, last] = [from === undefined ? start : Math.max(start, toDay(from)), lastDay(to, toDay(period.end))];
  const day = toDay(asOf);
  const counts = (row: number): boolean => {
    const date = columns.date[row] as DayNumber;
    return date >= first && date <= last && stands(columns, row, day);
  };
  return rows.filter(counts).map((row) => columns.facts[row] as Fact);
}

const severalBear = (name: string, { id, title }: Form, date: string): Missing => ({
  what: `form:${id}`,
  words: say(
    `${date} ${title['zh-CN']}：“${name}”有多个，不知指谁`,
    `${date} ${title.en}: several bear the name “${name}”`,
  ),
});

const counted = new WeakMap<World, { readonly organisation: Names; readonly person: Names }>();
type Names = ReadonlyMap<string, number>;

function isUnique(name: string, { kind }: SubjectRef, { world }: WorldIndex): boolean {
  const names = counted.get(world) ?? {
    organisation: countNames(world.organisations),
    person: countNames(world.persons),
  };
  counted.set(world, names);
  return (names[kind === 'organisation' ? 'organisation' : 'person'].get(name) ?? 0) <= 1;
}

function countNames(records: readonly { readonly name: string }[]): Names {
  const names = new Map<string, number>();
  for (const { name } of records) names.set(name, (names.get(name) ?? 0) + 1);
  return names;
}
