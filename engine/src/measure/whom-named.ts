import { record, type Variables } from '../condition.ts';
import { idsNamed, isShares } from '../entry/ids-named.ts';
import type { Fact, SubjectRef } from '../facts.ts';
import type { Field, Form } from '../schema/form.ts';
import type { About, Naming } from '../schema/set.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Reached } from './entries.ts';
import { reachedBy } from './reached-by.ts';
import type { At } from './types.ts';

type Subjects = Extract<Field, { type: 'subjects' }>;

/** Whom the field of an entry must name for it to concern the subject. */
export const whomNamed = ({ names = 'subject' }: Naming, at: At): readonly Reached[] =>
  names === 'subject' ? [at.subject] : reachedBy(names, at);

/** What a subject may be called in a field. */
export function namesOf(
  { kind, id }: SubjectRef,
  index: WorldIndex,
): { readonly ids: readonly string[]; readonly name: string } {
  const person = kind === 'posting' ? index.postings.get(id)?.person : undefined;
  const record = kind === 'organisation' ? index.organisations.get(id) : index.persons.get(person ?? id);
  const postings = kind === 'person' ? index.postingsOf(id).map((posting) => posting.id) : [];
  return { ids: person === undefined ? [id, ...postings] : [id, person], name: record?.name ?? id };
}

export const isNaming = (about: About | undefined): about is Naming => typeof about === 'object' && 'field' in about;

/** The field that names several subjects, when that is how entries concern somebody. */
export function fieldNaming(form: Form | undefined, about: About | undefined): Subjects | null {
  if (!isNaming(about)) return null;
  const field = form?.fields.find(({ id }) => id === about.field);
  return field?.type === 'subjects' ? field : null;
}

/** How an entry names the subject among others. */
export interface Named {
  /** How many it names. */
  readonly count: number;
  /** How many of them are the subject or belong to it. */
  readonly own: number;
  /** At which place the first of these stands; numbers stated for each have no order. */
  readonly place?: number;
  /** The numbers stated for these, and for all. */
  readonly number?: number;
  readonly total?: number;
}

/** `named` in conditions over entries that name several subjects. */
export function namedVariables(field: Subjects | null): Variables {
  if (field === null) return {};
  const unit = field.share?.unit;
  return {
    named: record({
      count: { type: 'number', title: say('涉及的对象数', 'how many it names') },
      own: { type: 'number', title: say('其中属于该对象的个数', 'how many of them belong to the subject') },
      ...(unit === undefined
        ? { place: { type: 'number', title: say('所列的位次', 'the place at which it is named') } }
        : {
            number: { type: 'number', unit, title: say('所填的数', 'the number stated for it') },
            total: { type: 'number', unit, title: say('各对象所填之和', 'the sum of the numbers stated') },
          }),
    }),
  };
}

/** Tells of each entry how it names the subject. */
export function readerOfNamed(field: Subjects, about: Naming, at: At): (fact: Fact) => Named {
  const whom = Map.groupBy(
    whomNamed(about, at).flatMap((one) => namesOf(one, at.run.index).ids.map((id) => ({ ...one, id }))),
    ({ id }) => id,
  );
  return ({ data, date }) => {
    const value = data[field.id];
    const ids = idsNamed(value);
    const isOwn = (id: string): boolean =>
      whom.get(id)?.some(({ from = date, to = date }) => from <= date && date <= to) ?? false;
    const own = ids.filter(isOwn);
    const named = { count: ids.length, own: own.length };
    if (!isShares(value)) return { ...named, place: ids.findIndex(isOwn) + 1 };
    const sum = (of: readonly string[]): number =>
      addUp(
        of.map((id) => value[id] ?? 0),
        field.share?.decimals ?? 0,
      );
    return { ...named, number: sum(own), total: sum(ids) };
  };
}

/** Numbers with so many decimals, added without the traces of binary fractions. */
const addUp = (numbers: readonly number[], decimals: number): number =>
  Math.round(numbers.reduce((a, b) => a + b, 0) * 10 ** decimals) / 10 ** decimals;
