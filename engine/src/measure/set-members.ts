import type { Equality } from '../condition/equality.ts';
import type { Fact, Organisation } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { On } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import { entryEnv, subjectEnv } from '../variables.ts';
import { say } from '../words.ts';
import { entriesAbout } from './about.ts';
import type { Element, Gathered } from './element.ts';
import { recordOf } from './entries.ts';
import { heldBy, isHeld, tenureOf } from './held.ts';
import { membersOf } from './members.ts';
import type { SetKey, SetPart } from './set.ts';
import type { At } from './types.ts';
import { fieldNaming, isNaming, readerOfNamed } from './whom-named.ts';

/** Lists a set's members at a place, before its condition; without entries that `equals` shuts out for certain. */
export function membersOfSet(set: SetPart, key: SetKey, parts: Parts, equals: Equality | null): (at: At) => Gathered {
  if (key === 'form') return entries(set, parts, equals);
  const list = subjects(set, key);
  return (at) => ({ elements: list(at), doubt: [] });
}

function subjects(set: SetPart, key: Exclude<SetKey, 'form'>): (at: At) => readonly Element[] {
  switch (key) {
    case 'postings':
      return (at) =>
        below(at).flatMap(({ id }) =>
          at.run.index
            .postingsAt(id)
            .filter((posting) => posting.kind === set.postings && isOn(posting, set.on, at.period))
            .map((posting) => about(posting, at.run.index.persons.get(posting.person)?.name ?? posting.id)),
        );
    case 'organisations':
      return (at) =>
        below(at)
          .filter((one) => one.kind === set.organisations && isOn(one, set.on, at.period))
          .map((one) => about(one, one.name));
    case 'holders':
      return (at) => holders(set.holders ?? '', set.on, at);
    case 'members':
      return (at) =>
        below(at).flatMap(({ id }) =>
          membersOf(at.run.index, id)
            .filter(({ from = '', to }) => isOn(to === undefined ? { from } : { from, to }, set.on, at.period))
            .map(({ person }) => about(person, person.name)),
        );
  }
}

function entries(set: SetPart, parts: Parts, equals: Equality | null): (at: At) => Gathered {
  const form = parts.forms.get(set.form ?? '');
  if (!form) return () => ({ elements: [], doubt: [] });
  const field = fieldNaming(form, set.about);
  return (at) => {
    const { facts, doubt } = entriesAbout(form, set.about, at);
    const named = field && isNaming(set.about) ? readerOfNamed(field, set.about, at) : null;
    const held = isHeld(set.about) ? heldBy(set.about, at.subject, at.run.index) : null;
    const elements = facts.filter(mayEqual(equals)).map((fact) => {
      const record = recordOf(at.run.index, fact.subject);
      const env = entryEnv(fact, record, at.asOf);
      if (held) return { env: { ...env, tenure: tenureOf(held, fact) }, fact, title: form.title };
      return { env: named ? { ...env, named: named(fact) } : env, fact, title: form.title };
    });
    return { elements, doubt };
  };
}

/** An entry that does not hold the field may still come to belong. */
function mayEqual(equals: Equality | null): (fact: Fact) => boolean {
  if (equals === null) return () => true;
  const { field, value } = equals;
  return ({ data }) => {
    const held = data[field];
    return held === value || held === undefined || held === null || held === '';
  };
}

function holders(post: string, on: On | undefined, at: At): Element[] {
  const within = new Set(below(at).map(({ id }) => id));
  return at.run.index
    .tenuresOf(post)
    .filter((tenure) => within.has(tenure.organisation) && isOn(tenure, on, at.period))
    .map((tenure) => {
      const person = at.run.index.persons.get(tenure.person) ?? { id: tenure.person, name: tenure.person };
      return { ...about(person, person.name), env: { subject: subjectEnv(person), tenure } };
    });
}

/** The place's organisation and everything below it. */
const below = ({ organisation, run }: At): readonly Organisation[] => run.index.subtree(organisation);

const about = (record: object, name: string): Element => ({
  env: { subject: subjectEnv(record) },
  fact: null,
  title: say(name, name),
});

/** Whether an organisation is a place of the period: it shares a day with it; for a figure to date it exists on the day. */
export const isThere = (life: Organisation, { key, start, end }: Period): boolean =>
  isAlive(life, key === 'to-date' ? { key, start: end, end } : { key, start, end });

/** Whether a life lies on the days of the period that were asked for. */
function isOn(life: Life, on: On = 'any-day', { key, start, end }: Period): boolean {
  if (on === 'every-day') return life.from <= start && (life.to === undefined || life.to >= end);
  if (on === 'first-day') return isAlive(life, { key, start, end: start });
  return isAlive(life, { key, start: on === 'last-day' ? end : start, end });
}

interface Life {
  readonly from: string;
  readonly to?: string;
}

/** Whether a life shares a day with the period. */
export const isAlive = (life: Life, { start, end }: Period): boolean =>
  life.from <= end && (life.to === undefined || life.to >= start);
