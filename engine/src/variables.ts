import { type Env, openRecord, record, type Variables, type VariableType } from './condition.ts';
import type { Fact, Organisation, Person, Posting } from './facts.ts';
import type { Field, Form } from './schema/form.ts';
import type { Kinds } from './schema/pack.ts';
import type { Words } from './value.ts';
import { say } from './words.ts';

type Titles = readonly { readonly id: string; readonly title: Words }[];

const chosen = (options: Titles) => ({
  options: options.map(({ id }) => id),
  optionTitles: Object.fromEntries(options.map(({ id, title }) => [id, title])),
});

/** The type of a field's answers, with its unit and options and what people call them. */
export function fieldType(field: Field): VariableType {
  const { title } = field;
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return { type: 'number', title, ...(field.unit === undefined ? {} : { unit: field.unit }) };
    case 'date':
      return { type: 'date', title };
    case 'time':
      return { type: 'time', title };
    case 'boolean':
      return { type: 'boolean', title };
    case 'choice':
      return { type: 'text', title, ...chosen(field.options) };
    case 'choices':
      return { type: 'list', title, ...chosen(field.options) };
    case 'subjects':
      return { type: 'list', title };
    case 'text':
    case 'file':
    case 'subject':
      return { type: 'text', title };
  }
}

export const dataVariables = (form: Form): VariableType =>
  record(Object.fromEntries(form.fields.map((field) => [field.id, fieldType(field)])));

const text = (zh: string, en: string): VariableType => ({ type: 'text', title: say(zh, en) });
const day = (zh: string, en: string): VariableType => ({ type: 'date', title: say(zh, en) });

/** Names usable in conditions over an entry: `data`, `entry`, `subject`. */
export const entryVariables = (form: Form, subject: VariableType): Variables => ({
  data: dataVariables(form),
  entry: record({
    date: day('记录所述日期', 'Day of the entry'),
    recorded_on: day('记录日期', 'Recorded on'),
    confirmed: {
      type: 'boolean',
      title: say('已确认', 'Confirmed'),
      yes: say('记录已确认', 'the entry is confirmed'),
      no: say('记录未确认', 'the entry is not confirmed'),
    },
  }),
  subject,
});

type OrganisationKind = NonNullable<Kinds['organisations']>[number];

const ATTRIBUTE_TYPES = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
  choice: 'text',
} as const;

/** `subject` when it is an organisation of one of these kinds; its attributes are those the kinds declare. */
export function organisationVariables(kinds: readonly OrganisationKind[]): VariableType {
  const attributes: Record<string, VariableType> = {};
  for (const { id, type, title, unit, options } of kinds.flatMap((kind) => kind.attributes ?? []))
    attributes[id] = {
      type: ATTRIBUTE_TYPES[type],
      title,
      ...(unit === undefined ? {} : { unit }),
      ...(options ? chosen(options) : {}),
    };
  return record({
    id: text('组织编号', 'Organisation'),
    name: text('名称', 'Name'),
    kind: { type: 'text', title: say('组织类型', 'Kind of organisation'), ...chosen(kinds) },
    parent: text('上级组织', 'Organisation above'),
    from: day('成立日期', 'Founded on'),
    to: day('撤销日期', 'Dissolved on'),
    attributes: record(attributes),
  });
}

type PostingKind = NonNullable<Kinds['postings']>[number];

/** `subject` when it is a posting of one of these kinds. */
export const postingVariables = (kinds: readonly PostingKind[]): VariableType =>
  record({
    id: text('派驻编号', 'Posting'),
    kind: { type: 'text', title: say('派驻类型', 'Kind of posting'), ...chosen(kinds) },
    level: { type: 'text', title: say('选派层级', 'Level'), ...chosen(kinds.flatMap((kind) => kind.levels)) },
    person: text('派驻人员', 'Posted person'),
    organisation: text('派驻到', 'Place of work'),
    sending_organisation: text('派出单位', 'Sending unit'),
    from: day('派驻起始日', 'First day of the posting'),
    to: day('派驻结束日', 'Last day of the posting'),
    attributes: openRecord(),
  });

/** `subject` when it is a person. */
export const personVariables: VariableType = record({
  id: text('人员编号', 'Person'),
  name: text('姓名', 'Name'),
  member_of: text('所在党组织', 'Member of'),
  member_since: day('入党日期', 'Member since'),
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
