import { toDay } from '../../day.ts';
import { stands } from '../../duty/relation.ts';
import { idsNamed } from '../../entry/ids-named.ts';
import type { Attributes, Fact, FieldValue, SubjectRef } from '../../facts.ts';
import type { Parts } from '../../parts.ts';
import type { Others } from '../../schema/rating/others.ts';
import type { Missing, Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { RatedSubject, Sheet } from '../types.ts';

type Whose = Others['whose'];
type ByName = Extract<Whose, { named: unknown } | { attribute: string } | { same: string }>;

/** Somebody that is named: who is rated, or why it is not known who is meant. */
export type NamedOne =
  | { readonly name: string; readonly ref: SubjectRef }
  | { readonly name: string; readonly missing: Missing };

export const isByName = (whose: Whose): whose is ByName => 'named' in whose || 'attribute' in whose || 'same' in whose;

/** For each subject those it names, or those it shares an attribute with, each once. */
export function namedIn(whose: ByName, sheet: Sheet, other: Sheet): (subject: RatedSubject) => readonly NamedOne[] {
  if ('same' in whose) return sharing(whose.same, sheet, other);
  const meant = meaning(other);
  if ('attribute' in whose) {
    return (subject) => {
      const value = attributeOf(subject, whose.attribute, sheet);
      return namesIn(value).map(meant);
    };
  }
  const named = pairs(whose.named, sheet);
  return (subject) => {
    const own = named.of.get(keyOf(subject.ref)) ?? [];
    const back = whose.named.both_ways === true ? namesOf(subject).flatMap((name) => named.by.get(name) ?? []) : [];
    return once([...own.map(meant), ...back.map(meant)]);
  };
}

/** What an attribute is called, whichever kind of organisation has it. */
export function attributeTitle(id: string, { organisationKinds }: Parts): Words {
  const all = [...organisationKinds.values()].flatMap(({ attributes = [] }) => attributes);
  return all.find((one) => one.id === id)?.title ?? say(id, id);
}

const keyOf = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;
const namesOf = ({ ref, name }: RatedSubject): string[] => [...new Set([ref.id, name])];

/** Several names in one text stand between commas of either script. */
const namesIn = (value: FieldValue | undefined): string[] => [
  ...new Set(
    idsNamed(value)
      .flatMap((one) => one.split(/[、，,;；]/))
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

function once(all: readonly NamedOne[]): NamedOne[] {
  const byKey = new Map(all.map((one) => ['ref' in one ? keyOf(one.ref) : one.name, one]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Who among those rated bears a name, or has it as id. */
function meaning(other: Sheet): (name: string) => NamedOne {
  const byName = new Map<string, SubjectRef[]>();
  for (const subject of other.subjects)
    for (const name of namesOf(subject)) {
      const same = byName.get(name);
      if (same) same.push(subject.ref);
      else byName.set(name, [subject.ref]);
    }
  return (name) => {
    const [ref, ...more] = byName.get(name) ?? [];
    if (ref && more.length === 0) return { name, ref };
    const words = ref
      ? say(`“${name}”有多个，不知指谁`, `Several bear the name “${name}”`)
      : say(`“${name}”未在该办法中评定`, `“${name}” is not rated there`);
    return { name, missing: { what: `named:${name}`, words } };
  };
}

interface Pairs {
  /** Names by the subject whose entries hold them. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** Ids of subjects by the names their entries hold. */
  readonly by: ReadonlyMap<string, readonly string[]>;
}

function pairs({ form, field, entries }: Extract<Whose, { named: unknown }>['named'], sheet: Sheet): Pairs {
  const { period, asOf, run } = sheet;
  const columns = run.index.columns(form);
  const [from, to] = [entries === 'latest' ? '' : period.start, period.end < asOf ? period.end : asOf];
  const standing = columns.facts.filter(
    ({ date }, row) => date >= from && date <= to && stands(columns, row, toDay(asOf)),
  );
  const own = Map.groupBy(standing, ({ subject }) => keyOf(subject));
  const of = new Map(
    [...own].map(([key, facts]) => [
      key,
      namesIn(countedOf(facts, entries).flatMap(({ data }) => [...idsNamed(data[field])])),
    ]),
  );
  const by = new Map<string, string[]>();
  for (const [key, names] of of)
    for (const name of names) by.set(name, [...(by.get(name) ?? []), key.slice(key.indexOf(':') + 1)]);
  return { of, by };
}

function countedOf(facts: readonly Fact[], entries: 'latest' | 'of-period'): readonly Fact[] {
  if (entries === 'of-period') return facts;
  return facts.toSorted((a, b) => (`${a.date} ${a.recordedAt}` < `${b.date} ${b.recordedAt}` ? -1 : 1)).slice(-1);
}

/** Those whose attribute has the value of the subject’s own, wherever they stand; never itself. */
function sharing(attribute: string, sheet: Sheet, other: Sheet): (subject: RatedSubject) => readonly NamedOne[] {
  const groups = Map.groupBy(other.subjects, (subject) => textOf(attributeOf(subject, attribute, other)));
  return (subject) => {
    const own = textOf(attributeOf(subject, attribute, sheet));
    if (own === '') {
      const { 'zh-CN': zh, en } = attributeTitle(attribute, sheet.rating.parts);
      const words = say(`${subject.name}的“${zh}”未填写`, `“${en}” of ${subject.name} is not recorded`);
      return [{ name: subject.name, missing: { what: `attribute:${attribute}`, words } }];
    }
    const there = (groups.get(own) ?? []).filter(({ ref }) => keyOf(ref) !== keyOf(subject.ref));
    return once(there.map(({ ref, name }) => ({ ref, name })));
  };
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());

/** What is recorded of the subject itself, else of its organisation. */
function attributeOf(
  { record, organisation }: RatedSubject,
  attribute: string,
  { run }: Sheet,
): Attributes[string] | undefined {
  const own = (record as { readonly attributes?: Attributes }).attributes?.[attribute];
  return own ?? run.index.organisations.get(organisation)?.attributes?.[attribute];
}
