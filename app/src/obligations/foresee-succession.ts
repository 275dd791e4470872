import type { Policy, SubjectRef } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { readAttached } from './giving-reader.ts';
import { limitIn } from './limit-in.ts';
import { ratingsOfHeirs } from './ratings-of-heirs.ts';
import { type PlacedStanding, readKnown, standingsFrom } from './standing-set.ts';
import { readScopedSubjects } from './subject-in-scope.ts';
import { withSuccession } from './succession-change.ts';

/** As many as a person reads; the rest is counted. */
const SHOWN = 40;

const Of = Type.Object(
  { organisation: Uuid(), share: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })) },
  closed,
);
const Heir = Type.Object(
  {
    organisation: Uuid('An organisation, or the id of one that is to be founded.'),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Of one that is to be founded.' })),
    kind: Type.Optional(Type.String()),
    of: Type.Array(Of, { minItems: 1, maxItems: 50 }),
  },
  closed,
);
const Owed = Type.Object({ light: Type.String(), need: Nullable(Type.String()), done: Type.String() });

export const foreseeSuccession = defineRead({
  id: 'obligations.foresee',
  title: { 'zh-CN': '撤并前看结果', en: 'Before a merger or division' },
  about: {
    'zh-CN':
      '合并、分设或承继如果登记，会怎样：哪些记录、人员、账号牵涉在内，哪些职责的灯和应完成数会变，各项考核怎样对待。',
    en: 'What a merger, division or succession would do if recorded: entries, people and accounts concerned, duties whose light or amount would change, and how each rating deals with it.',
  },
  input: Type.Object(
    {
      on: Day('The first day on which it holds.'),
      ends: Type.Array(Uuid(), { maxItems: 50, description: 'Organisations that end the day before.' }),
      heirs: Type.Array(Heir, { minItems: 1, maxItems: 50 }),
    },
    closed,
  ),
  output: Type.Object({
    concerned: Type.Array(
      Type.Object({
        ...{ id: Uuid(), name: Type.String(), ends: Type.Boolean() },
        ...{ entries: Type.Integer(), tenures: Type.Integer(), members: Type.Integer(), postings: Type.Integer() },
        ...{ accounts: Type.Integer(), below: Type.Integer() },
      }),
    ),
    duties: Type.Array(
      Type.Object({
        title: WordsSchema,
        subject: Type.String({ description: 'Whose duty it is.' }),
        period: Type.String(),
        limit: Type.Boolean(),
        before: Nullable(Owed),
        after: Nullable(Owed),
      }),
    ),
    more: Type.Integer({ description: 'Duties that would change and are not listed.' }),
    ratings: Type.Array(
      Type.Object({ title: WordsSchema, records: Type.Boolean(), days: Type.Boolean(), ended: Type.String() }),
    ),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ['county-officer'],
  bodyLimit: 65_536,
  async run({ on, ends, heirs }, { tx, scope, jurisdiction, today }) {
    const standing = heirs.filter(({ name }) => name === undefined).map(({ organisation }) => organisation);
    const ids = [...new Set([...ends, ...standing, ...heirs.flatMap(({ of }) => of.map((one) => one.organisation))])];
    const names = new Map((await readScopedSubjects(tx, scope, ids)).map((one) => [one.id, one.name]));
    if (names.size < ids.length) throw notFound({ 'zh-CN': '该组织', en: 'This organisation' });
    for (const { organisation, name } of heirs) if (name !== undefined) names.set(organisation, name);
    const policy = await policyInForce(tx, jurisdiction, today);
    const giving = new Set([...ends, ...heirs.flatMap(({ of }) => of.map((one) => one.organisation))]);
    const attached = (await readAttached(tx, ids, today)).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    const subjects = [...names.keys()].map((id): SubjectRef => ({ kind: 'organisation', id }));
    const known = await readKnown(tx, jurisdiction, today, subjects);
    const world = withSuccession(known.world, { on, ends, heirs });
    const changes = changedDuties(standingsFrom(known, subjects), standingsFrom({ ...known, world }, subjects));
    return {
      concerned: attached
        .filter(({ id }) => giving.has(id))
        .map(({ kind: _, ...one }) => ({ ...one, ends: ends.includes(one.id) })),
      duties: changes.slice(0, SHOWN).map((one) => dutyView(one, policy, names)),
      more: Math.max(0, changes.length - SHOWN),
      ratings: ratingsOfHeirs(policy, new Set(attached.map(({ kind }) => kind))),
    };
  },
});

interface ChangedDuty {
  readonly before: PlacedStanding | undefined;
  readonly after: PlacedStanding | undefined;
}

const keyOf = ({ obligation, subject, period }: PlacedStanding) => `${obligation} ${subject.id} ${period.key}`;

/** Duties of the present that would look otherwise, come or go; those of one organisation together. */
function changedDuties(before: readonly PlacedStanding[], after: readonly PlacedStanding[]): ChangedDuty[] {
  const [was, will] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one])));
  const now = new Set([...before, ...after].filter(({ current }) => current).map(keyOf));
  return [...now]
    .map((key) => ({ before: was?.get(key), after: will?.get(key) }))
    .filter((one) => figures(one.before) !== figures(one.after))
    .toSorted((a, b) => bearer(a).localeCompare(bearer(b)));
}

const bearer = ({ before, after }: ChangedDuty): string => (after ?? before)?.subject.id ?? '';
const figures = (one: PlacedStanding | undefined) => (one ? `${one.light} ${one.need} ${one.done}` : '');

function dutyView({ before, after }: ChangedDuty, policy: Policy, names: ReadonlyMap<string, string>) {
  const one = after ?? before;
  const id = one?.obligation ?? '';
  return {
    title: policy.obligations.get(id)?.title ?? { 'zh-CN': id, en: id },
    subject: names.get(one?.subject.id ?? '') ?? '',
    period: one?.period.key ?? '',
    limit: limitIn(policy.obligations, id),
    before: owedOf(before),
    after: owedOf(after),
  };
}

const owedOf = (one: PlacedStanding | undefined) => (one ? { light: one.light, need: one.need, done: one.done } : null);
