import { Temporal } from 'temporal-polyfill';
import { fromDay, toDay } from './day.ts';
import type { Attributes, Fact, FieldValue, SubjectKind, SubjectRef, Succeeded, World } from './facts.ts';
import type { Example } from './schema/example.ts';
import type { ValueJson } from './value.ts';

type ExampleFact = NonNullable<Example['facts']>[number];

/** Founding day of organisations that name none. */
const LONG_AGO = '2000-01-01';

/** The field of a form that holds the day something happened, by the form's id. */
type Forms = ReadonlyMap<string, { readonly date: string }>;

/**
 * Builds the world of an example; with the forms, the day of an entry also stands in its field, as in records.
 * @throws Error when a fact is about somebody it does not name
 */
export function exampleWorld(example: Example, forms: Forms = new Map()): World {
  const postings = (example.postings ?? []).map((posting) => ({
    ...drop(posting, 'sending_organisation', 'attributes'),
    person: posting.person ?? posting.id,
    sendingOrganisation: posting.sending_organisation ?? 'sending-unit',
    level: posting.level ?? 'county',
    ...attributesOf(posting.attributes),
  }));
  const persons = (example.persons ?? []).map(({ id, name = id, member_of, member_since, attributes }) => ({
    id,
    name,
    ...(member_of === undefined ? {} : { memberOf: member_of }),
    ...(member_since === undefined ? {} : { memberSince: member_since }),
    ...attributesOf(attributes),
  }));
  const named = new Set(persons.map((person) => person.id));
  const others = new Set(
    [...postings, ...(example.tenures ?? []), ...(example.memberships ?? [])].map(({ person }) => person),
  );
  const world = {
    organisations: (example.organisations ?? []).map((organisation) => ({
      ...drop(organisation, 'attributes', 'succeeds'),
      name: organisation.name ?? organisation.id,
      parent: organisation.parent ?? null,
      from: organisation.from ?? LONG_AGO,
      ...(organisation.succeeds === undefined ? {} : { succeeds: organisation.succeeds.map(succeeded) }),
      ...attributesOf(organisation.attributes),
    })),
    persons: [...persons, ...[...others].filter((id) => !named.has(id)).map((id) => ({ id, name: id }))],
    postings,
    tenures: example.tenures ?? [],
    ...(example.memberships ? { memberships: example.memberships } : {}),
  };
  const subjectOf = (id: string) => getSubject({ ...world, facts: [] }, id);
  return { ...world, facts: factsOf(example, forms, subjectOf), ...publishedIn(example, subjectOf) };
}

/** The posting, organisation or person an example calls by this id. @throws Error when there is none */
export function getSubject(world: World, id: string): SubjectRef {
  const kinds: [SubjectKind, readonly { readonly id: string }[]][] = [
    ['posting', world.postings],
    ['organisation', world.organisations],
    ['person', world.persons],
  ];
  const kind = kinds.find(([, all]) => all.some((one) => one.id === id))?.[0];
  if (!kind) throw new Error(`The example names no posting, organisation or person “${id}”`);
  return { kind, id };
}

type Every = Extract<NonNullable<ExampleFact['repeat']>, { every: unknown }>;

const STEPS = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 }, quarter: { months: 3 } } as const;

/** The first day and the same day of each further week, month or quarter up to the last; the 31st is the last day of shorter months. */
function daysEvery({ every, from, to }: Every): string[] {
  const step = STEPS[every];
  const days: string[] = [];
  for (let i = 0; ; i++) {
    const day =
      'days' in step
        ? fromDay(toDay(from) + i * step.days)
        : Temporal.PlainDate.from(from)
            .add({ months: i * step.months })
            .toString();
    if (day > to) return days;
    days.push(day);
  }
}

function factsOf(example: Example, forms: Forms, subjectOf: (id: string) => SubjectRef): Fact[] {
  const days = (fact: ExampleFact): string[] => {
    if (fact.repeat) return 'on' in fact.repeat ? fact.repeat.on : daysEvery(fact.repeat);
    if (fact.date === undefined) throw new Error(`The entry of “${fact.form}” about “${fact.subject}” has no date`);
    return [fact.date];
  };
  const entries = (example.facts ?? []).flatMap((fact) => days(fact).map((date) => ({ fact, date })));
  return entries.map(({ fact, date }, index) => {
    const recordedOn = fact.recorded_on ?? date;
    const dated = forms.get(fact.form)?.date;
    return {
      id: fact.id === undefined || fact.repeat ? `fact-${index + 1}` : fact.id,
      form: fact.form,
      subject: subjectOf(fact.subject),
      date,
      data: {
        ...(dated === undefined ? {} : { [dated]: date }),
        ...(fact.data as Record<string, FieldValue> | undefined),
      },
      recordedOn,
      recordedAt: `${recordedOn}T08:00:00.${String(index).padStart(6, '0')}Z`,
      recordedBy: { account: 'example', name: '示例' },
      ...confirmationOf(fact),
      ...(fact.ended_on === undefined
        ? {}
        : { endedOn: fact.ended_on, endedBy: { kind: 'superseded' as const, by: 'example' } }),
    };
  });
}

/** Results an example says were public. */
function publishedIn({ published }: Example, subjectOf: (id: string) => SubjectRef): Pick<World, 'published'> {
  if (!published) return {};
  const valueOf = (value: string | number | boolean): ValueJson => ({
    state: 'known',
    value: typeof value === 'number' ? String(value) : value,
  });
  return {
    published: published.map(({ subject, steps, ...one }) => ({
      ...one,
      subject: subjectOf(subject),
      steps: Object.fromEntries(Object.entries(steps).map(([id, value]) => [id, valueOf(value)])),
    })),
  };
}

function confirmationOf(fact: ExampleFact): Pick<Fact, 'confirmation'> | Record<string, never> {
  if (fact.confirmed_on !== undefined) {
    return { confirmation: { on: fact.confirmed_on, by: '示例村', outcome: 'confirmed' } };
  }
  return fact.rejected_on === undefined
    ? {}
    : { confirmation: { on: fact.rejected_on, by: '示例村', outcome: 'rejected' } };
}

type Succeeds = NonNullable<NonNullable<Example['organisations']>[number]['succeeds']>[number];

const succeeded = (one: Succeeds): Succeeded => (typeof one === 'string' ? { organisation: one } : one);

const attributesOf = (attributes: unknown): { attributes?: Attributes } =>
  attributes === undefined ? {} : { attributes: attributes as Attributes };

function drop<T extends object, K extends keyof T>(from: T, ...keys: K[]): Omit<T, K> {
  const rest = { ...from };
  for (const key of keys) delete rest[key];
  return rest;
}
