import fc from 'fast-check';
import { fromDay, toDay } from '../../src/day.ts';
import type { Fact, Form, World } from '../../src/index.ts';

type Forms = ReadonlyMap<string, Form>;
type Turn = (fact: Fact, n: number, form: Form | undefined, asOf: string) => Fact[];

const later = (date: string, days: number): string => fromDay(toDay(date) + days);

/** On another day, also in the field that holds it. */
function moved(fact: Fact, days: number, form: Form | undefined): Fact {
  const date = later(fact.date, days);
  const recordedOn = later(fact.recordedOn, days);
  const data = form && fact.data[form.date] === fact.date ? { ...fact.data, [form.date]: date } : fact.data;
  return { ...fact, date, data, recordedOn, recordedAt: fact.recordedAt.replace(fact.recordedOn, recordedOn) };
}

/** The n-th field that may be left out, left out. */
function emptied(fact: Fact, n: number, form: Form | undefined): Fact {
  const fields = (form?.fields ?? []).filter(({ id }) => id !== form?.date && id in fact.data);
  const field = fields[n % Math.max(1, fields.length)];
  return field === undefined ? fact : { ...fact, data: { ...fact.data, [field.id]: null } };
}

/** The n-th field says something else that it may say. */
function altered(fact: Fact, n: number, form: Form | undefined): Fact {
  const fields = (form?.fields ?? []).filter(({ id }) => id !== form?.date && id in fact.data);
  const field = fields[n % Math.max(1, fields.length)];
  const value = field && fact.data[field.id];
  if (field === undefined || value === null || value === undefined) return fact;
  const other = (): Fact['data'][string] => {
    if (typeof value === 'number') return n % 3 === 0 ? 0 : n % 3 === 1 ? value + 1 : value * 2;
    if (typeof value === 'boolean') return !value;
    if (field.type === 'choice') return field.options[n % field.options.length]?.id ?? value;
    if (field.type === 'date' && typeof value === 'string') return later(value, (n % 61) - 30);
    return value;
  };
  return { ...fact, data: { ...fact.data, [field.id]: other() } };
}

/** What may become of an entry. */
const TURNS: readonly Turn[] = [
  () => [],
  (fact) => [fact, { ...fact, id: `${fact.id}-again` }],
  (fact, n, form) => [moved(fact, (n % 41) - 20, form)],
  (fact, n, form) => [moved(fact, n % 2 === 0 ? 365 : -365, form)],
  (fact, n, form) => [emptied(fact, n, form)],
  (fact, n, form) => [altered(fact, n, form)],
  (fact, n, form) => [fact, { ...altered(fact, n, form), id: `${fact.id}-other` }],
  (fact, n, _, asOf) => [{ ...fact, endedOn: later(asOf, (n % 3) - 1) }],
  (fact, n) => [{ ...fact, confirmation: { on: later(fact.recordedOn, n % 5), by: '王强', outcome: 'rejected' } }],
  (fact, n, _, asOf) => [{ ...fact, recordedOn: later(asOf, n % 3), recordedAt: `${later(asOf, n % 3)}T08:00:00Z` }],
  ({ confirmation: _, ...fact }) => [fact],
];

const TURN = fc.record({ at: fc.nat(), turn: fc.nat(TURNS.length - 1), n: fc.nat(1000) });

/** What becomes of which entries. */
export const shakes = fc.array(TURN, { minLength: 1, maxLength: 4 });
export type Shake = typeof shakes extends fc.Arbitrary<infer S> ? S : never;

/** The world of an example with some of its entries left out, doubled, moved, emptied, altered, ended, rejected or not known yet. */
export function shaken(world: World, forms: Forms, asOf: string, turns: Shake): World {
  let facts = [...world.facts];
  for (const { at, turn, n } of turns) {
    const i = at % Math.max(1, facts.length);
    const fact = facts[i];
    const became = fact && TURNS[turn]?.(fact, n, forms.get(fact.form), asOf);
    if (became)
      facts = facts.toSpliced(i, 1, ...became.map((one, k) => (k === 0 ? one : { ...one, id: `${one.id}-${n}` })));
  }
  return { ...world, facts };
}
