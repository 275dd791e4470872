/** A county with everything that sets of measures look at: organisations that come and go, people who hold posts, were sent or belong. */
import fc from 'fast-check';
import type { Fact, Membership, Organisation, Person, Posting, Tenure, World } from '../../src/facts.ts';
import { dayOf, textOf } from './days.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export const KINDS = {
  organisations: [
    { id: 'county', title: words('县', 'county'), level: 3, parents: [] },
    { id: 'town', title: words('镇', 'town'), level: 4, parents: ['county'] },
    {
      id: 'village',
      title: words('村', 'village'),
      level: 5,
      parents: ['town'],
      attributes: [
        { id: 'households', title: words('户数', 'Households'), type: 'integer', unit: 'household' },
        { id: 'terrain', title: words('地形', 'Terrain'), type: 'text' },
      ],
    },
    { id: 'office', title: words('单位', 'office'), level: 4, parents: ['county'] },
  ],
  postings: ['sent', 'team'].map((id) => ({
    id,
    title: words(`派驻${id}`, `posted as ${id}`),
    to: ['village', 'town'],
    sent_by: ['office'],
    levels: [
      { id: 'county', title: words('县派', 'by the county') },
      { id: 'town', title: words('镇派', 'by the town') },
    ],
  })),
  posts: [
    { id: 'clerk', title: words('文书', 'clerk'), of: ['village'] },
    { id: 'head', title: words('镇长', 'head'), of: ['town'] },
  ],
  units: ['point', 'household', 'percent', 'day', 'month'].map((id) => ({ id, title: words(`单位${id}`, id) })),
};

const field = (id: string, zh: string, type: string, more: object = {}) => ({
  id,
  title: words(zh, id),
  type,
  ...more,
});
const FIELDS = [
  field('on', '日期', 'date'),
  field('marks', '分数', 'decimal', { unit: 'point', decimals: 3 }),
  field('done', '完成', 'boolean'),
  field('kind', '类别', 'choice', { options: ['study', 'help'].map((id) => ({ id, title: words(`类${id}`, id) })) }),
  field('tags', '标签', 'choices', { options: ['a', 'b', 'c'].map((id) => ({ id, title: words(`签${id}`, id) })) }),
  field('named', '写明', 'text'),
  field('whom', '何人', 'subject', { of: { person: true } }),
  field('several', '哪些人', 'subjects', { of: { person: true } }),
  field('parts', '各占', 'subjects', { of: { person: true }, share: { unit: 'percent', decimals: 1 } }),
];
const form = (id: string, zh: string, subject: object) => ({
  id,
  title: words(zh, id),
  subject,
  date: 'on',
  confirmation: 'county',
  fields: FIELDS,
});

export const FORMS = [
  form('check', '检查', { organisation: ['town', 'village'] }),
  form('note', '笔记', { person: true }),
  form('visit', '走访', { posting: ['sent', 'team'] }),
];

/** A parameter that changes, and one that is not set yet. */
export const VALUES = [
  { id: 'bar', title: words('标准', 'Bar'), unit: 'point', values: { '2025-01-01': 1, '2026-06-01': 2 } },
  { id: 'span', title: words('月数', 'Span'), unit: 'month', values: { '2025-01-01': 2, '2026-06-01': 5 } },
  { id: 'open', title: words('未定', 'Open'), unit: 'day', values: { '2025-01-01': null } },
];

const day = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: dayOf(from), max: dayOf(to) }).map(textOf);
/** Days that are borders of some window, or lie between. */
const someDay = fc.oneof(
  day('2025-01-01', '2027-01-31'),
  fc.constantFrom('2025-12-31', '2026-01-01', '2026-04-01', '2026-05-01', '2026-05-31', '2026-06-30', '2026-12-31'),
);
const perhaps = <T>(key: string, of: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(of, { freq: 2 }).map((value) => (value === null ? {} : { [key]: value }));
const life = fc.tuple(fc.option(someDay, { freq: 2 }), fc.option(someDay, { freq: 2 })).map(([a, b]) => ({
  from: a === null ? '2020-01-01' : b !== null && b < a ? b : a,
  ...(b === null ? {} : { to: a !== null && a > b ? a : b }),
}));

const stays = { from: '2020-01-01' };
const village = (id: string, parent: string, days: fc.Arbitrary<object>): fc.Arbitrary<Organisation> =>
  fc
    .tuple(days, fc.constantFrom(null, 0, 12, 30), fc.constantFrom('hill', 'plain', null))
    .map(([one, households, terrain]) => ({
      id,
      kind: 'village',
      name: `村${id}`,
      parent,
      ...stays,
      ...one,
      attributes: { households, terrain },
    }));
const at = (id: string, kind: string, parent: string | null): Organisation => ({
  id,
  kind,
  name: `组织${id}`,
  parent,
  ...stays,
});

const organisations: fc.Arbitrary<Organisation[]> = fc
  .tuple(
    life,
    village('v1', 't1', fc.constant({})),
    village('v2', 't1', life),
    village('v3', 't2', fc.constant({})),
    village('v4', 't2', life),
  )
  .map(([days, ...villages]) => [
    at('c', 'county', null),
    at('t1', 'town', 'c'),
    { ...at('t2', 'town', 'c'), ...days },
    at('t3', 'town', 'c'),
    ...villages,
    at('o1', 'office', 'c'),
    at('o2', 'office', 'c'),
  ]);

const VILLAGES = ['v1', 'v2', 'v3', 'v4'];
/** Two of them bear one name. */
const NAMES = { p1: '王芳', p2: '李强', p3: '王芳', p4: '赵敏', p5: '孙丽' };
const PERSONS = Object.keys(NAMES);

const persons: fc.Arbitrary<Person[]> = fc.tuple(
  ...Object.entries(NAMES).map(([id, name]) =>
    fc
      .tuple(
        perhaps('memberOf', fc.constantFrom(...VILLAGES, 't1')),
        perhaps('memberSince', someDay),
        fc.constantFrom('f', 'm', null),
      )
      .map(([of, since, sex]): Person => ({ id, name, ...of, ...since, attributes: { sex } })),
  ),
);

const memberships: fc.Arbitrary<Membership[]> = fc.array(
  fc
    .tuple(fc.constantFrom('p1', 'p2'), fc.constantFrom(...VILLAGES, 't1'), life)
    .map(([person, organisation, { from, ...to }]) => ({
      person,
      organisation,
      ...(from === '2020-01-01' ? {} : { from }),
      ...to,
    })),
  { maxLength: 3 },
);

const postings: fc.Arbitrary<Posting[]> = fc
  .array(
    fc.record({
      days: life,
      kind: fc.constantFrom('sent', 'team'),
      person: fc.constantFrom(...PERSONS),
      organisation: fc.constantFrom(...VILLAGES, 't1'),
      sendingOrganisation: fc.constantFrom('o1', 'o2'),
      level: fc.constantFrom('county', 'town'),
    }),
    { minLength: 3, maxLength: 4 },
  )
  .map((all) => all.map(({ days, ...one }, i) => ({ id: `x${i}`, ...one, ...days })));

const tenures: fc.Arbitrary<Tenure[]> = fc
  .array(
    fc.record({
      days: life,
      post: fc.constantFrom('clerk', 'clerk', 'head'),
      organisation: fc.constantFrom(...VILLAGES),
      person: fc.constantFrom(...PERSONS),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ days, ...one }, i) => ({
      id: `h${i}`,
      ...one,
      ...(one.post === 'head' ? { organisation: 't1' } : {}),
      ...days,
    })),
  );

const answer = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 5 });
const someone = fc.constantFrom(...PERSONS, 'x0', 'x1');
const SUBJECTS = [
  ...['t1', 't2', 'v1', 'v1', 'v2', 'v3', 'v4'].map((id) => ['check', 'organisation', id] as const),
  ...PERSONS.map((id) => ['note', 'person', id] as const),
  ...['x0', 'x1', 'x2'].map((id) => ['visit', 'posting', id] as const),
];

const entry: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    of: fc.constantFrom(...SUBJECTS),
    date: someDay,
    delay: fc.constantFrom(0, 0, 0, 3, 40),
    clock: fc.constantFrom('08', '09'),
    ended: fc.constantFrom(null, null, null, 0, 20),
    judged: fc.constantFrom(null, null, 'confirmed' as const, 'rejected' as const),
    judgedAfter: fc.constantFrom(0, 10),
    data: fc.record({
      marks: answer(fc.constantFrom(-1, 0, 0.5, 1, 1.375, 2, 7)),
      done: answer(fc.boolean()),
      kind: answer(fc.constantFrom('study', 'help')),
      tags: answer(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
      named: answer(fc.constantFrom('王芳', '李强', '村v1', '组织t1', 'p1', 'v2', 'x0')),
      whom: answer(someone),
      several: answer(fc.uniqueArray(someone, { minLength: 1, maxLength: 3 })),
      parts: answer(fc.dictionary(someone, fc.constantFrom(0, 0.1, 0.2, 12.5, 60), { minKeys: 1, maxKeys: 3 })),
    }),
  })
  .map(({ of: [form, kind, id], date, delay, clock, ended, judged, judgedAfter, data }) => {
    const recorded = dayOf(date) + delay;
    const recordedOn = textOf(recorded);
    return {
      form,
      subject: { kind, id },
      date,
      data: { on: date, ...data },
      recordedOn,
      recordedAt: `${recordedOn}T${clock}:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
      ...(judged === null ? {} : { confirmation: { on: textOf(recorded + judgedAfter), by: 'b', outcome: judged } }),
      ...(ended === null ? {} : { endedOn: textOf(recorded + ended) }),
    };
  });

export const worlds: fc.Arbitrary<World> = fc
  .record({
    organisations,
    persons,
    postings,
    tenures,
    memberships,
    facts: fc.array(entry, { maxLength: 60 }).map((all) => all.map((one, i): Fact => ({ ...one, id: `f${i}` }))),
  })
  .map((world) => world);
