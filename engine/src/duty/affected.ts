import { idsNamed } from '../entry/ids-named.ts';
import type { Fact, SubjectRef, World } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Event } from '../schema/after.ts';
import type { NamedIn } from '../schema/named-in.ts';
import type { When } from '../schema/when.ts';
import { type Afar, afarOf } from './afar.ts';
import type { Duty } from './compile.ts';
import { nearestRelation, type Relation } from './relation.ts';
import { whoKind } from './types.ts';

type Slice = Pick<World, 'postings' | 'organisations' | 'tenures' | 'persons' | 'memberships'>;

/** What an entry says and about whom; what it names is read from its fields. */
export type AffectingFact = Pick<Fact, 'form' | 'subject'> & Partial<Pick<Fact, 'data'>>;

/** Subjects whose standings an entry can change; more may be named than change in the end. */
export function affectedBy(duties: readonly Duty[], fact: AffectingFact, slice: Slice): SubjectRef[] {
  const found = new Map<string, SubjectRef>();
  const add = (ref: SubjectRef): void => {
    found.set(`${ref.kind}:${ref.id}`, ref);
  };
  for (const duty of duties) {
    for (const relation of relationsTo(duty, fact.form))
      for (const ref of typeof relation === 'object'
        ? named(relation, duty, fact, slice)
        : reached(relation, fact.subject, slice))
        add(ref);
    if (duty.counts.some(({ part }) => part.form === fact.form && part.predecessors === 'joined'))
      for (const ref of heirsOf([...found.values()], slice)) add(ref);
    if ((duty.amount.varies || duty.most?.varies) && namesForm(duty.obligation.amount, fact.form)) {
      for (const ref of around(fact.subject, slice)) add(ref);
    }
  }
  return [...found.values()];
}

/** The ways in which a duty reads entries of a form: counted, as leave, as a reason, as an event. */
function relationsTo({ counts, obligation, parts }: Duty, form: string): Set<Relation> {
  const relations = new Set(counts.filter((item) => item.part.form === form).map((item) => item.relation));
  const definition = parts.forms.get(form);
  const above = fromAbove(obligation.when);
  const { when } = obligation;
  const extending = 'extended_by' in when ? [when.extended_by] : [];
  const event = above === null && namingEvent(when) === null ? [when] : extending;
  const nearby = [...(obligation.excuses ?? []), ...event].some((part) => namesForm(part, form));
  if (definition && nearby) relations.add(nearestRelation(definition, obligation.who));
  if (above === form) relations.add('above');
  const naming = namingEvent(obligation.when);
  if (naming?.form === form) relations.add(naming.about);
  for (const relation of afarOf(obligation, parts, form)) relations.add(relation);
  return relations;
}

/** Whom a field of the entry names, or those who belong to them. */
function named({ field, names }: NamedIn, { obligation }: Duty, { data }: AffectingFact, slice: Slice): SubjectRef[] {
  const ids = idsNamed(data?.[field]);
  if (names === 'organisation')
    return ids.flatMap((id) => reached('organisation', { kind: 'organisation', id }, slice));
  const kind = whoKind(obligation.who);
  if (kind === 'organisations') return ids.map((id) => ({ kind: 'organisation', id }));
  if (kind !== 'postings') return ids.map((id) => ({ kind: 'person', id }));
  const postings = slice.postings.filter((one) => ids.includes(one.id) || ids.includes(one.person));
  return postings.map(({ id }) => ({ kind: 'posting', id }));
}

/** From the entry's subject back to those who owe: the relations read the other way round. */
function reached(relation: Exclude<Relation, NamedIn>, { kind, id }: SubjectRef, slice: Slice): SubjectRef[] {
  const postings = (keep: (posting: World['postings'][number]) => boolean): SubjectRef[] =>
    slice.postings.filter(keep).map((posting) => ({ kind: 'posting', id: posting.id }));
  const organisation = (of: string | undefined): SubjectRef[] =>
    of === undefined ? [] : [{ kind: 'organisation', id: of }];
  const posting = slice.postings.find((one) => kind === 'posting' && one.id === id);
  switch (relation) {
    case 'same':
      return [{ kind, id }];
    case 'person':
      return postings(({ person }) => kind === 'person' && person === id);
    case 'organisation':
      return [
        ...postings((one) => one.organisation === id),
        ...slice.tenures
          .filter((one) => one.organisation === id)
          .map((one): SubjectRef => ({ kind: 'person', id: one.person })),
        ...membersOf(slice, (one) => one === id),
      ];
    case 'sending-organisation':
      return postings((one) => one.sendingOrganisation === id);
    case 'postings-here':
      return organisation(posting?.organisation);
    case 'postings-sent':
      return organisation(posting?.sendingOrganisation);
    case 'own-postings':
      return posting ? [{ kind: 'person', id: posting.person }] : [];
    case 'above':
      return kind === 'organisation' ? below(id, slice) : [];
  }
}

/** Everybody at or below an organisation; the organisation itself among them. */
function below(id: string, slice: Slice): SubjectRef[] {
  const within = new Set([id]);
  const inside = ({ organisation }: { readonly organisation: string }): boolean => within.has(organisation);
  for (let before = 0; before < within.size; ) {
    before = within.size;
    for (const { id: one, parent } of slice.organisations) if (parent !== null && within.has(parent)) within.add(one);
  }
  return [
    ...[...within].map((one): SubjectRef => ({ kind: 'organisation', id: one })),
    ...slice.postings.filter(inside).map((one): SubjectRef => ({ kind: 'posting', id: one.id })),
    ...slice.tenures.filter(inside).map((one): SubjectRef => ({ kind: 'person', id: one.person })),
    ...membersOf(slice, (one) => within.has(one)),
  ];
}

/** Those who are or were members of some organisations. */
const membersOf = ({ persons, memberships = [] }: Slice, isThere: (organisation: string) => boolean): SubjectRef[] =>
  [
    ...persons.filter(({ memberOf }) => memberOf !== undefined && isThere(memberOf)).map(({ id }) => id),
    ...memberships.filter(({ organisation }) => isThere(organisation)).map(({ person }) => person),
  ].map((id) => ({ kind: 'person', id }));

/** Whoever shows on the row of the entry's organisation or above it, when a base is computed over a subtree. */
function around(subject: SubjectRef, slice: Slice): SubjectRef[] {
  const posting = slice.postings.find((one) => subject.kind === 'posting' && one.id === subject.id);
  const parents = new Map(slice.organisations.map((one) => [one.id, one.parent]));
  const rows = new Set<string>();
  for (let at: string | null | undefined = posting?.organisation ?? subject.id; at; at = parents.get(at)) {
    if (rows.has(at)) break;
    rows.add(at);
  }
  addHeirs(rows, slice);
  return [
    subject,
    ...[...rows].map((id): SubjectRef => ({ kind: 'organisation', id })),
    ...slice.postings
      .filter((one) => rows.has(one.organisation))
      .map((one): SubjectRef => ({ kind: 'posting', id: one.id })),
  ];
}

/** Those that carry on the record of some organisations. */
function heirsOf(refs: readonly SubjectRef[], slice: Slice): SubjectRef[] {
  const ids = new Set(refs.flatMap(({ kind, id }) => (kind === 'organisation' ? [id] : [])));
  addHeirs(ids, slice);
  return [...ids].map((id) => ({ kind: 'organisation', id }));
}

/** Those that carry on the record of organisations already named. */
function addHeirs(rows: Set<string>, { organisations }: Slice): void {
  for (let before = 0; before < rows.size; ) {
    before = rows.size;
    for (const { id, succeeds = [] } of organisations)
      if (succeeds.some(({ organisation }) => rows.has(organisation))) rows.add(id);
  }
}

/** Whether a part of a rule names a form anywhere inside. */
function namesForm(part: unknown, form: string): boolean {
  return [...namesIn(part)].includes(form);
}

const FORM_KEYS = new Set(['form', 'leave', 'reason']);

function* namesIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (FORM_KEYS.has(key) && typeof value === 'string') yield value;
    else yield* namesIn(value);
  }
}

/** Forms whose entries about an organisation bind those below it, or are read by their figures. */
export const formsFromAbove = (parts: Parts, afar: Afar): Set<string> =>
  new Set([...[...parts.obligations.values()].flatMap(({ when }) => fromAbove(when) ?? []), ...afar.above]);

/** Forms whose entries reach duties through whom a field names. */
export const formsNaming = (parts: Parts, afar: Afar): Set<string> =>
  new Set([
    ...[...parts.obligations.values()].flatMap(({ when, counts }) => [
      ...(namingEvent(when) ? [namingEvent(when)?.form ?? ''] : []),
      ...counts.filter(({ from_subject }) => typeof from_subject === 'object').map(({ form }) => form),
    ]),
    ...afar.naming,
  ]);

/** The entries a duty follows, whether its term runs from them or up to a day they name. */
const eventOf = (when: When): Event | null =>
  'before' in when ? when.before : 'after' in when && 'form' in when.after ? when.after : null;

function namingEvent(when: When): { readonly form: string; readonly about: NamedIn } | null {
  const event = eventOf(when);
  return event && typeof event.about === 'object' ? { form: event.form, about: event.about } : null;
}

function fromAbove(when: When): string | null {
  const event = eventOf(when);
  return event?.about === 'above' ? event.form : null;
}

/** Every form some duty, measure or assignment reads. */
export function formsReadBy(parts: Parts): Set<string> {
  const rules = [
    ...parts.obligations.values(),
    ...parts.measures.values(),
    ...parts.assignments.values(),
    ...parts.ratings.values(),
  ];
  return new Set(rules.flatMap((rule) => [...namesIn(rule)]).filter((form) => parts.forms.has(form)));
}

/** Forms that rules over postings, posts and members read: exemptions, and who must keep apart. */
export const formsOfAssignments = (parts: Parts): Set<string> =>
  new Set([...parts.assignments.values()].flatMap((rule) => [...namesIn(rule)]));
