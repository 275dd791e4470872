import { type Env, openRecord, record, type Variables, type VariableType } from './condition.ts';
import type { Fact, Organisation, Person, Posting } from './facts.ts';
import type { Field, Form } from './schema/form.ts';
import type { Kinds } from './schema/pack.ts';

/** The type of a field's answers, with its unit and options. */
export function fieldType(field: Field): VariableType {
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return field.unit === undefined ? { type: 'number' } : { type: 'number', unit: field.unit };
    case 'date':
      return { type: 'date' };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'text', options: field.options.map((option) => option.id) };
    case 'choices':
      return { type: 'list', options: field.options.map((option) => option.id) };
    case 'text':
    case 'file':
      return { type: 'text' };
  }
}

export const dataVariables = (form: Form): VariableType =>
  record(Object.fromEntries(form.fields.map((field) => [field.id, fieldType(field)])));

/** Names usable in conditions over an entry: `data`, `entry`, `subject`. */
export const entryVariables = (form: Form, subject: VariableType): Variables => ({
  data: dataVariables(form),
  entry: record({ date: { type: 'date' }, recorded_on: { type: 'date' }, confirmed: { type: 'boolean' } }),
  subject,
});

type OrganisationKind = NonNullable<Kinds['organisations']>[number];

const ATTRIBUTE_TYPES = { text: 'text', integer: 'number', decimal: 'number', boolean: 'boolean' } as const;

/** `subject` when it is an organisation of one of these kinds; its attributes are those the kinds declare. */
export function organisationVariables(kinds: readonly OrganisationKind[]): VariableType {
  const attributes: Record<string, VariableType> = {};
  for (const { id, type } of kinds.flatMap((kind) => kind.attributes ?? []))
    attributes[id] = { type: ATTRIBUTE_TYPES[type] };
  return record({
    id: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text', options: kinds.map((kind) => kind.id) },
    parent: { type: 'text' },
    from: { type: 'date' },
    to: { type: 'date' },
    attributes: record(attributes),
  });
}

type PostingKind = NonNullable<Kinds['postings']>[number];

/** `subject` when it is a posting of one of these kinds. */
export const postingVariables = (kinds: readonly PostingKind[]): VariableType =>
  record({
    id: { type: 'text' },
    kind: { type: 'text', options: kinds.map((kind) => kind.id) },
    level: { type: 'text', options: kinds.flatMap((kind) => kind.levels.map((level) => level.id)) },
    person: { type: 'text' },
    organisation: { type: 'text' },
    sending_organisation: { type: 'text' },
    from: { type: 'date' },
    to: { type: 'date' },
    attributes: openRecord(),
  });

/** `subject` when it is a person. */
export const personVariables: VariableType = record({
  id: { type: 'text' },
  name: { type: 'text' },
  member_of: { type: 'text' },
  member_since: { type: 'date' },
  attributes: openRecord(),
});

/** Whether an entry had been confirmed by the end of a day. */
export const confirmedBy = (fact: Fact, asOf: string): boolean =>
  fact.confirmation?.outcome === 'confirmed' && fact.confirmation.on <= asOf;

const environments = new WeakMap<object, object>();

/** An organisation, posting or person record under the names conditions use; one object per record. */
export function subjectEnv(record: Organisation | Posting | Person | object): object {
  const made = environments.get(record);
  if (made) return made;
  const env = Object.fromEntries(Object.entries(record).map(([name, value]) => [snakeCase(name), value]));
  environments.set(record, env);
  return env;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a condition over an entry reads. `subject` is the organisation, posting or person record itself. */
export const entryEnv = (fact: Fact, subject: object | undefined, asOf: string): Env => ({
  data: fact.data,
  entry: { date: fact.date, recorded_on: fact.recordedOn, confirmed: confirmedBy(fact, asOf) },
  subject: subject && subjectEnv(subject),
});
