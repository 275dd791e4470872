import { toDay } from '../day.ts';
import { stands } from '../duty/relation.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Fact, SubjectRef, World } from '../facts.ts';
import type { Form } from '../schema/form.ts';
import type { Missing } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { At } from './types.ts';

/** Entries, and what keeps it from being known which others belong. */
export interface Doubtful {
  readonly facts: readonly Fact[];
  readonly doubt: readonly Missing[];
}

/** Entries whose field names the subject, by id or by a name nobody else of its kind bears. */
export function entriesNaming(form: Form, field: string, at: At): Doubtful {
  const { subject, period, asOf, run } = at;
  const columns = run.index.columns(form.id);
  const rows = rowsByValue(columns, field);
  const { ids, name } = namesOf(subject, run.index);
  const counts = (row: number): boolean => {
    const fact = columns.facts[row] as Fact;
    return fact.date >= period.start && fact.date <= period.end && stands(columns, row, toDay(asOf));
  };
  const named = (value: string): Fact[] =>
    (rows.get(value) ?? []).filter(counts).map((row) => columns.facts[row] as Fact);
  const byId = ids.flatMap(named);
  const byName = named(name).filter((fact) => !byId.includes(fact));
  if (byName.length === 0 || isUnique(name, subject, run.index)) return { facts: [...byId, ...byName], doubt: [] };
  return { facts: byId, doubt: byName.map(({ date }) => severalBear(name, form, date)) };
}

const severalBear = (name: string, { id, title }: Form, date: string): Missing => ({
  what: `form:${id}`,
  words: say(
    `${date} ${title['zh-CN']}：“${name}”有多个，不知指谁`,
    `${date} ${title.en}: several bear the name “${name}”`,
  ),
});

const indexes = new WeakMap<FactColumns, Map<string, ReadonlyMap<string, readonly number[]>>>();

function rowsByValue(columns: FactColumns, field: string): ReadonlyMap<string, readonly number[]> {
  const fields = indexes.get(columns) ?? new Map<string, ReadonlyMap<string, readonly number[]>>();
  indexes.set(columns, fields);
  const known = fields.get(field);
  if (known) return known;
  const rows = new Map<string, number[]>();
  for (const [row, { data }] of columns.facts.entries()) {
    for (const value of new Set([data[field]].flat())) {
      if (typeof value !== 'string') continue;
      const same = rows.get(value);
      if (same) same.push(row);
      else rows.set(value, [row]);
    }
  }
  fields.set(field, rows);
  return rows;
}

/** What a subject may be called in a field. */
export function namesOf(
  { kind, id }: SubjectRef,
  index: WorldIndex,
): { readonly ids: string[]; readonly name: string } {
  const person = kind === 'posting' ? index.postings.get(id)?.person : undefined;
  const record = kind === 'organisation' ? index.organisations.get(id) : index.persons.get(person ?? id);
  return { ids: person === undefined ? [id] : [id, person], name: record?.name ?? id };
}

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
