/** Figures over every kind of set: whose, of which days, under which condition, and what is made of them. */
import fc from 'fast-check';
import type { About, During, On } from '../../src/schema/set.ts';
import type { Kind, PlainFigure } from './figures.ts';
import { type Condition, type Member, type PlainSet, type Reading, valueOn } from './sets.ts';
import type { Place } from './there.ts';

type Truth = boolean | null;
const data = ({ fact }: Member, field: string) => fact?.data[field] ?? null;
const isSet = (value: unknown): value is string | number | boolean | readonly string[] =>
  value !== null && value !== undefined && value !== '';
const by = <T>(value: T | null | undefined, holds: (value: T) => boolean): Truth =>
  isSet(value) ? holds(value) : null;

const READS = {
  marks: ['data.marks', '分数', 'marks'],
  done: ['data.done', '完成', 'done'],
  kind: ['data.kind', '类别', 'kind'],
  on: ['data.on', '日期', 'on'],
  bar: ['param.bar', '标准', 'Bar'],
} as const;
const done = (member: Member): Truth => data(member, 'done') as Truth;
const isKind = (member: Member, kind: string): Truth => by(data(member, 'kind'), (value) => value === kind);
const marks = (member: Member, holds: (value: number) => boolean): Truth =>
  by(data(member, 'marks'), (value) => holds(Number(value)));

const ENTRY_CONDITIONS: readonly Condition[] = [
  { source: 'data.done', reads: [READS.done], holds: done },
  { source: '!data.done', reads: [READS.done], holds: (one) => by(done(one), (is) => !is) },
  { source: "data.kind == 'study'", reads: [READS.kind], holds: (one) => isKind(one, 'study') },
  { source: "data.kind in ['help', 'study']", reads: [READS.kind], holds: (one) => by(data(one, 'kind'), () => true) },
  { source: 'data.marks > 1', reads: [READS.marks], holds: (one) => marks(one, (value) => value > 1) },
  {
    source: "data.marks >= param('bar')",
    reads: [READS.marks, READS.bar],
    holds: (one, { end }) => marks(one, (value) => value >= (valueOn('bar', end) ?? Number.NaN)),
  },
  {
    source: "data.done || data.kind == 'help'",
    reads: [READS.done, READS.kind],
    holds: (one) => (done(one) || isKind(one, 'help') ? true : done(one) === false ? isKind(one, 'help') : null),
  },
  {
    source: 'data.done && data.marks <= 1',
    reads: [READS.done, READS.marks],
    holds: (one) => {
      const few = marks(one, (value) => value <= 1);
      return done(one) === false || few === false ? false : done(one) === true ? few : null;
    },
  },
  {
    source: 'data.on <= period.end',
    reads: [READS.on],
    holds: ({ fact }, { end }) => by(fact?.date, (on) => on <= end),
  },
  {
    source: 'entry.confirmed',
    reads: [],
    holds: ({ fact }, { asOf }) => fact?.confirmation?.outcome === 'confirmed' && fact.confirmation.on <= asOf,
  },
];

const SUBJECT_CONDITIONS: Readonly<Record<string, readonly Condition[]>> = {
  organisations: [
    {
      source: 'subject.attributes.households > 10',
      reads: [['subject.attributes.households', '户数', 'Households']],
      holds: ({ record }) => by(record.attributes?.['households'], (value) => Number(value) > 10),
    },
    {
      source: "subject.attributes.terrain == 'hill'",
      reads: [['subject.attributes.terrain', '地形', 'Terrain']],
      holds: ({ record }) => by(record.attributes?.['terrain'], (value) => value === 'hill'),
    },
  ],
  postings: [
    { source: "subject.level == 'county'", reads: [], holds: ({ record }) => record.level === 'county' },
    {
      source: 'subject.to >= period.end',
      reads: [['subject.to', '派驻结束日', 'Last day of the posting']],
      holds: ({ record }, { end }) => by(record.to, (to) => to >= end),
    },
  ],
  holders: [
    {
      source: 'tenure.from >= period.start',
      reads: [],
      holds: ({ tenure }, { start }) => (tenure?.from ?? '') >= start,
    },
    { source: "subject.name == '王芳'", reads: [], holds: ({ record }) => record.name === '王芳' },
  ],
  members: [
    {
      source: 'subject.member_since < period.start',
      reads: [['subject.member_since', '入党日期', 'Member since']],
      holds: ({ record }, { start }) => by(record.memberSince, (since) => since < start),
    },
  ],
};

const daysTo = (from: string | undefined, { end }: Place): number | null =>
  from === undefined ? null : (Date.parse(end) - Date.parse(from)) / 86_400_000;

const NUMBERS: Readonly<Record<string, readonly Reading[]>> = {
  form: [
    { source: 'data.marks', unit: 'point', reads: [READS.marks], read: (one) => data(one, 'marks') as number | null },
    {
      source: 'data.marks * 2',
      unit: 'point',
      reads: [READS.marks],
      read: (one) => (data(one, 'marks') === null ? null : Number(data(one, 'marks')) * 2),
    },
  ],
  organisations: [
    {
      source: 'subject.attributes.households',
      unit: 'household',
      reads: [['subject.attributes.households', '户数', 'Households']],
      read: ({ record }) => (record.attributes?.['households'] ?? null) as number | null,
    },
  ],
  postings: [
    {
      source: 'days_between(subject.from, period.end)',
      reads: [],
      read: ({ record }, place) => daysTo(record.from, place),
    },
  ],
  holders: [
    {
      source: 'days_between(tenure.from, period.end)',
      reads: [],
      read: ({ tenure }, place) => daysTo(tenure?.from, place),
    },
  ],
  members: [
    {
      source: 'days_between(subject.member_since, period.end)',
      reads: [['subject.member_since', '入党日期', 'Member since']],
      read: ({ record }, place) => daysTo(record.memberSince, place),
    },
  ],
};

const NAMED: readonly Reading[] = (['count', 'own', 'place'] as const).map((key) => ({
  source: `named.${key}`,
  reads: [],
  read: ({ named }) => named?.[key] ?? null,
}));
const PARTS: readonly Reading[] = (['number', 'total', 'own'] as const).map((key) => ({
  source: `named.${key}`,
  ...(key === 'own' ? {} : { unit: 'percent' }),
  reads: [],
  read: ({ named }) => named?.[key] ?? null,
}));

const VALUES: Readonly<Record<string, readonly Reading[]>> = {
  form: [
    { source: 'data.kind', reads: [READS.kind], read: (one) => data(one, 'kind') as string | null },
    {
      source: 'data.tags',
      reads: [['data.tags', '标签', 'tags']],
      read: (one) => data(one, 'tags') as readonly string[] | null,
    },
    { source: 'subject.id', reads: [], read: ({ record }) => record.id ?? null },
  ],
  organisations: [
    {
      source: 'subject.attributes.terrain',
      reads: [['subject.attributes.terrain', '地形', 'Terrain']],
      read: ({ record }) => (record.attributes?.['terrain'] ?? null) as string | null,
    },
  ],
  postings: [{ source: 'subject.person', reads: [], read: ({ record }) => record.person ?? null }],
  holders: [{ source: 'subject.id', reads: [], read: ({ record }) => record.id ?? null }],
  members: [{ source: 'subject.name', reads: [], read: ({ record }) => record.name ?? null }],
};

const OPTIONAL = { freq: 2 };
const about: fc.Arbitrary<About | undefined> = fc.constantFrom<(About | undefined)[]>(
  undefined,
  undefined,
  'self',
  'organisation',
  'members',
  'postings',
  'sent',
  'people',
  'above',
  'below',
  { holders: 'clerk' },
  { where_it_holds: ['clerk'] },
  { field: 'named' },
  { field: 'named', names: 'people' },
  { field: 'named', names: 'organisation' },
  { field: 'whom', names: 'members' },
  { field: 'whom', names: { holders: 'clerk' } },
  { field: 'several', names: 'people' },
  { field: 'several', names: 'sent' },
  { field: 'parts', names: 'members' },
  { field: 'parts', names: 'below' },
);
const length = fc.constantFrom(
  { days: 40 },
  { weeks: 6 },
  { months: 1 },
  { months: 13 },
  { years: 1 },
  { months: { parameter: 'span' } },
  { days: { parameter: 'open' } },
);
const during: fc.Arbitrary<During> = fc.oneof(
  fc.constantFrom<During[]>('period', 'to-date', 'previous-period', 'previous-year', 'previous-year-to-date'),
  length.map((last): During => ({ last })),
  length.map((after): During => ({ after })),
  length.map((with_after): During => ({ with_after })),
);

const entrySet: fc.Arbitrary<PlainSet> = fc
  .tuple(fc.constantFrom('check', 'note', 'visit'), about, fc.option(during, OPTIONAL))
  .map(([form, of, days]) => ({
    form,
    ...(of === undefined ? {} : { about: of }),
    ...(days === null ? {} : { during: days }),
  }));
const subjectSet: fc.Arbitrary<PlainSet> = fc
  .tuple(
    fc.constantFrom<PlainSet[]>(
      { organisations: 'village' },
      { postings: 'sent' },
      { postings: 'team' },
      { holders: 'clerk' },
      { members: true },
    ),
    fc.option(fc.constantFrom<On[]>('any-day', 'first-day', 'last-day', 'every-day'), OPTIONAL),
    fc.option(during, { freq: 2 }),
  )
  .map(([of, on, days]) => ({ ...of, ...(on === null ? {} : { on }), ...(days === null ? {} : { during: days }) }));

export const keyOf = (set: PlainSet): string =>
  ['form', 'organisations', 'postings', 'holders', 'members'].find((key) => key in set) ?? '';

const KINDS: readonly Kind[] = [
  'count',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'distinct',
  'latest',
  'share',
  'any',
  'all',
];

const oneOf = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;

function figureOf(set: PlainSet, kind: Kind, [a, b, c]: readonly [number, number, number]): PlainFigure {
  const key = keyOf(set);
  const conditions = key === 'form' ? ENTRY_CONDITIONS : (SUBJECT_CONDITIONS[key] ?? []);
  const where = a % 2 === 0 ? null : oneOf(conditions, b);
  const that = ['share', 'any', 'all'].includes(kind) ? oneOf(conditions, c) : null;
  const windowed = set.during !== undefined && set.during !== 'period';
  const base = { kind, set, where, that };
  if (kind === 'count' || that) return { ...base, of: null };
  const numbers = numbersOf(set);
  if (kind === 'distinct') {
    const of = oneOf(VALUES[key] ?? [], c);
    const except = c % 3 === 0 ? { except: { set, where: oneOf(conditions, c), of } } : {};
    return { ...base, of, ...except };
  }
  if (kind !== 'latest') return { ...base, of: oneOf(numbers, c) };
  const of = oneOf([...numbers, ...(VALUES[key] ?? [])], c);
  return { ...base, of, ...(windowed ? {} : { carries: a % 4 < 2 }) };
}

function numbersOf(set: PlainSet): readonly Reading[] {
  const field = typeof set.about === 'object' && 'field' in set.about ? set.about.field : '';
  if (field === 'several') return NAMED;
  return field === 'parts' ? PARTS : (NUMBERS[keyOf(set)] ?? []);
}

const small = fc.nat({ max: 119 });
export const figures: fc.Arbitrary<PlainFigure> = fc
  .tuple(
    fc.oneof({ arbitrary: entrySet, weight: 3 }, subjectSet),
    fc.constantFrom(...KINDS),
    fc.tuple(small, small, small),
  )
  .filter(([set, kind]) => kind !== 'latest' || set.form !== undefined)
  .map(([set, kind, numbers]) => figureOf(set, kind, numbers));

/** As a pack writes it. */
export function written({ kind, set, where, of, that, carries, except }: PlainFigure): object {
  const inSet = (one: PlainSet, condition: Condition | null) => ({
    ...one,
    ...(condition === null ? {} : { where: condition.source }),
  });
  if (except) {
    const others = { ...inSet(except.set, except.where), same: except.of.source };
    return { count: { ...inSet(set, where), ...(of ? { same: of.source } : {}), not_in: [others] } };
  }
  return {
    [kind]: {
      ...inSet(set, where),
      ...(of ? { of: of.source } : {}),
      ...(that ? { that: that.source } : {}),
      ...(carries === undefined ? {} : { carries }),
    },
  };
}

/** The unit in which a measure of it may be declared. */
export const unitOf = ({ kind, of }: PlainFigure): string =>
  kind === 'share' ? 'share' : kind === 'count' || kind === 'distinct' ? 'day' : (of?.unit ?? 'day');

/** Whether it reads what stands below the place. */
export const looksBelow = ({ set: { form, about } }: PlainFigure): boolean =>
  form === undefined || about === 'below' || (typeof about === 'object' && 'names' in about && about.names === 'below');
export const isText = ({ kind, of }: PlainFigure): boolean =>
  kind === 'latest' &&
  !Object.values(NUMBERS).some((all) => all.some((one) => one.source === of?.source)) &&
  of?.unit === undefined &&
  !of?.source.startsWith('named.');
