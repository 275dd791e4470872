import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { examplePackFiles } from '../../src/example-pack.ts';
import type { Fact, World } from '../../src/facts.ts';
import { compile, loadPack, type Policy, PolicyError } from '../../src/index.ts';
import { dayOf, textOf } from './days.ts';
import { KINDS, worlds } from './place.ts';
import {
  accepted,
  belonging,
  type Found,
  inOffice,
  isOn,
  type Looked,
  miscounted,
  notPosted,
  personOf,
  posted,
  type Serving,
  stayed,
  together,
  unfit,
  vacant,
} from './serving.ts';

vi.setConfig({ testTimeout: 120_000 });

const message = '不符';
const form = (id: string, ...fields: object[]) => ({
  id,
  subject: { person: true },
  date: 'on',
  confirmation: 'county',
  fields: [{ id: 'on', type: 'date' }, ...fields],
});
const FORMS = [
  form('pass', { id: 'last', type: 'date', required: true }),
  form('kin', { id: 'relatives', type: 'subjects', of: { person: true } }),
];
const FEMALE = "person.attributes.sex == 'f'";
const TITLES = {
  sent: ['派驻sent', 'posted as sent'],
  clerk: ['文书', 'clerk'],
  head: ['镇长', 'head'],
} as const;
const SEX = ['person.attributes.sex', 'person.attributes.sex'] as const;
const HOUSEHOLDS = ['户数', 'Households'] as const;

const woman = (one: Serving, world: World) => {
  const sex = personOf(one.person, world)?.attributes?.['sex'] ?? null;
  return sex === null ? null : sex === 'f';
};
const villages = ({ world, day }: Looked, fits: (attributes: object) => boolean = () => true) =>
  world.organisations
    .filter((one) => one.kind === 'village' && isOn(one, day) && fits(one.attributes ?? {}))
    .map(({ id }) => id);
const places = ({ world, day }: Looked) =>
  world.organisations.filter((one) => ['village', 'town'].includes(one.kind) && isOn(one, day)).map(({ id }) => id);

interface Rule {
  readonly written: object;
  readonly look: (world: World, day: string) => Looked;
  readonly plain: (looked: Looked, facts: { readonly pass: readonly Fact[]; readonly kin: readonly Fact[] }) => Found[];
}
const sent = (more: object, plain: Rule['plain']): Rule => ({
  written: { postings: 'sent', ...more },
  look: (world, day) => posted(world, 'sent', day),
  plain,
});
const office = (more: object, plain: Rule['plain']): Rule => ({
  written: { holders: ['clerk', 'head'], of: ['village', 'town'], ...more },
  look: (world, day) => inOffice(world, ['clerk', 'head'], day),
  plain,
});
const members = (more: object, plain: Rule['plain']): Rule => ({
  written: { members: ['village'], ...more },
  look: belonging,
  plain,
});

const RULES: Readonly<Record<string, Rule>> = {
  'fit-to-be-sent': sent({ each: [{ check: FEMALE, message }] }, (at) => unfit(at, (one) => woman(one, at.world), SEX)),
  'fit-or-exempt': sent(
    { each: [{ check: "posting.level == 'county'", message, excused_by: { form: 'pass', until: 'withdrawn' } }] },
    (at, { pass }) =>
      unfit(
        at,
        (one) => one.level === 'county',
        ['', ''],
        (one) => accepted(pass, at.day).some(({ subject }) => subject.id === one.person),
      ),
  ),
  'one-for-each-place': sent({ per: [{ key: 'organisation', at_most: 1, message }] }, (at) =>
    miscounted(at, (one) => one.organisation, null, { most: 1 }),
  ),
  'hills-need-one': sent(
    {
      per: [
        {
          key: 'organisation',
          at_least: 1,
          among: { kinds: ['village'], where: "village.attributes.terrain == 'hill'" },
          message,
        },
      ],
    },
    (at) =>
      miscounted(
        at,
        (one) => one.organisation,
        villages(at, (attributes) => 'terrain' in attributes && attributes.terrain === 'hill'),
        { least: 1 },
      ),
  ),
  'one-place-each': sent({ per: [{ key: 'person', at_most: 1, message }] }, (at) =>
    miscounted(at, (one) => one.person, null, { most: 1 }),
  ),
  'few-women-of-an-office': sent({ per: [{ key: 'sending-organisation', that: FEMALE, at_most: 1, message }] }, (at) =>
    miscounted(at, (one) => one.sending ?? '', null, { most: 1, that: (one) => woman(one, at.world), unknown: SEX }),
  ),
  'no-place-without': sent({ vacant: { at_most: { months: 3 }, message } }, (at) =>
    vacant(at, [['sent', ['village', 'town']]], { months: 3 }, TITLES),
  ),
  'not-too-long': sent({ stay: { at_most: { months: 13 }, counted: 'organisation', message } }, (at) =>
    stayed(at, 'organisation', { months: 13 }, ['13 个月', '13 months'], TITLES),
  ),
  'all-sent': sent(
    {
      all_posted: {
        who: "person.attributes.sex == 'm'",
        by: '2026-03-31',
        exempted_by: { form: 'pass', until: { field: 'last' } },
        message,
      },
    },
    (at, { pass }) => {
      if (at.day <= '2026-03-31') return [];
      return notPosted(
        at,
        ({ attributes }) => attributes?.['sex'] === 'm',
        (person) => {
          const days = accepted(pass, at.day).filter(({ subject }) => subject.id === person);
          const last =
            days
              .map(({ data }) => String(data['last']))
              .sort()
              .at(-1) ?? null;
          return last !== null && last >= at.day ? true : last;
        },
      );
    },
  ),
  'since-long': office({ each: [{ check: "since <= '2026-01-01'", message }] }, (at) =>
    unfit(at, (one) => one.since <= '2026-01-01', ['', '']),
  ),
  'a-woman-in-office': office({ per: [{ key: 'organisation', that: FEMALE, at_least: 1, message }] }, (at) =>
    miscounted(at, (one) => one.organisation, places(at), {
      least: 1,
      that: (one) => woman(one, at.world),
      unknown: SEX,
    }),
  ),
  'two-clerks': office(
    {
      per: [
        {
          key: 'organisation',
          that: "'clerk' in posts",
          at_least: 1,
          at_most: 2,
          among: { kinds: ['village'], where: 'organisation.attributes.households > 5' },
          message,
        },
      ],
    },
    (at) =>
      miscounted(
        at,
        (one) => one.organisation,
        villages(at, (attributes) => 'households' in attributes && Number(attributes.households) > 5),
        { least: 1, most: 2, that: ({ posts }) => posts.includes('clerk') },
      ),
  ),
  'one-office-each': office({ per: [{ key: 'person', at_most: 1, message }] }, (at) =>
    miscounted(at, (one) => one.person, null, { most: 1 }),
  ),
  'no-office-empty': office({ vacant: { at_most: { days: 60 }, message } }, (at) =>
    vacant(
      at,
      [
        ['clerk', ['village']],
        ['head', ['town']],
      ],
      { days: 60 },
      TITLES,
    ),
  ),
  'no-clerk-missing': office({ vacant: { at_most: { years: 1 }, posts: ['clerk'], message } }, (at) =>
    vacant(at, [['clerk', ['village']]], { years: 1 }, TITLES),
  ),
  'not-too-long-in-one-office': office({ stay: { at_most: { years: 1 }, counted: 'post', message } }, (at) =>
    stayed(at, 'post', { years: 1 }, ['1 年', '1 year'], TITLES),
  ),
  'no-relatives': office({ apart: { form: 'kin', field: 'relatives', message } }, (at, { kin }) =>
    together(at, accepted(kin, at.day)),
  ),
  'large-villages': members({ each: [{ check: 'organisation.attributes.households > 10', message }] }, (at) =>
    unfit(
      at,
      ({ organisation }) => {
        const many = at.world.organisations.find(({ id }) => id === organisation)?.attributes?.['households'] ?? null;
        return many === null ? null : Number(many) > 10;
      },
      HOUSEHOLDS,
    ),
  ),
  'enough-members': members({ per: [{ key: 'organisation', at_least: 1, message }] }, (at) =>
    miscounted(at, (one) => one.organisation, villages(at), { least: 1 }),
  ),
  'one-branch-each': members({ per: [{ key: 'person', at_most: 1, message }] }, (at) =>
    miscounted(at, (one) => one.person, null, { most: 1 }),
  ),
  'no-relatives-in-a-branch': members({ apart: { form: 'kin', field: 'relatives', message } }, (at, { kin }) =>
    together(at, accepted(kin, at.day)),
  ),
};

let policy: Policy;
beforeAll(() => {
  const assignments = Object.entries(RULES).map(([id, { written }]) => ({ id, ...written }));
  const { pack, problems } = loadPack(examplePackFiles({ kinds: KINDS, forms: FORMS, assignments }));
  if (!pack) throw new PolicyError(problems);
  policy = compile([pack]);
});

const PERSONS = ['p1', 'p2', 'p3', 'p4'];
const AS_OF = '2026-07-01';
/** Days at which something begins or ends for whoever looks on that day or on the days of the rules, and those around them. */
const BORDERS = [
  ...['2025-06-01', '2025-07-01', '2026-01-01', '2026-03-31', '2026-04-01', '2026-05-02', '2026-05-31', AS_OF],
  ...['2025-05-30', '2026-02-28', '2026-06-30', '2026-09-01'],
];
const day = fc
  .tuple(fc.constantFrom(...BORDERS), fc.constantFrom(-1, 0, 1))
  .map(([one, by]) => textOf(dayOf(one) + by));
const early = fc.constantFrom('2025-05-31', '2025-06-01', '2025-06-02', '2025-07-01', '2025-07-02');
/** Last days with which just so much has gone by on the day. */
const ends = fc.constantFrom('2026-05-01', '2026-05-02', '2026-03-31', '2026-04-01', '2025-06-30', '2026-06-30', AS_OF);
const stay = fc.tuple(fc.oneof(early, day), fc.option(fc.oneof(ends, day), { freq: 3 })).map(([a, b]) => {
  if (b === null) return { from: a };
  return a < b ? { from: a, to: b } : { from: b, to: a };
});
const numbered = <T extends object>(of: fc.Arbitrary<T>, letter: string, most: number) =>
  fc.array(of, { minLength: 3, maxLength: most }).map((all) => all.map((one, i) => ({ id: `${letter}${i}`, ...one })));
const someone = fc.constantFrom(...PERSONS);
/** Few places and people, so that they meet. */
const crowded: fc.Arbitrary<World> = fc
  .record({
    world: worlds,
    sex: fc.array(fc.constantFrom('f', 'm', null), { minLength: 5, maxLength: 5 }),
    postings: numbered(
      fc.record({
        kind: fc.constantFrom('sent', 'sent', 'team'),
        person: someone,
        organisation: fc.constantFrom('v1', 'v3', 't1'),
        sendingOrganisation: fc.constantFrom('o1', 'o2'),
        level: fc.constantFrom('county', 'town'),
        days: stay,
      }),
      'x',
      7,
    ),
    tenures: numbered(
      fc.record({
        post: fc.constantFrom('clerk', 'clerk', 'head'),
        person: someone,
        organisation: fc.constantFrom('v1', 'v3'),
        days: stay,
      }),
      'h',
      8,
    ),
    memberships: numbered(
      fc.record({ person: someone, organisation: fc.constantFrom('v1', 'v3'), days: stay }),
      'm',
      6,
    ),
  })
  .map(({ world, sex, postings, tenures, memberships }) => ({
    ...world,
    persons: world.persons.map((one, i) => ({ ...one, attributes: { sex: sex[i] ?? null } })),
    postings: postings.map(({ days, ...one }) => ({ ...one, ...days })),
    tenures: tenures.map(({ days, ...one }) => ({
      ...one,
      ...days,
      ...(one.post === 'head' ? { organisation: 't1' } : {}),
    })),
    memberships: memberships.map(({ days, id: _, ...one }) => ({ ...one, ...days })),
  }));
const declared: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    form: fc.constantFrom('pass', 'kin'),
    person: fc.constantFrom(...PERSONS),
    date: day,
    last: day,
    relatives: fc.option(fc.uniqueArray(fc.constantFrom(...PERSONS), { minLength: 1, maxLength: 3 }), { freq: 9 }),
    confirmedAfter: fc.constantFrom(null, 0, 0, 0, 0, 5),
    outcome: fc.constantFrom(...(['confirmed', 'confirmed', 'confirmed', 'rejected'] as const)),
    endedAfter: fc.constantFrom(null, null, null, 60),
  })
  .map(({ form: id, person, date, last, relatives, confirmedAfter, outcome, endedAfter }) => ({
    form: id,
    subject: { kind: 'person', id: person },
    date,
    data: { on: date, ...(id === 'pass' ? { last } : { relatives }) },
    recordedOn: date,
    recordedAt: `${date}T08:00:00Z`,
    recordedBy: { account: 'a', name: 'a' },
    ...(confirmedAfter === null
      ? {}
      : { confirmation: { on: textOf(dayOf(date) + confirmedAfter), by: 'b', outcome } }),
    ...(endedAfter === null ? {} : { endedOn: textOf(dayOf(date) + endedAfter) }),
  }));
const facts = fc
  .array(declared, { minLength: 4, maxLength: 14 })
  .map((all) => all.map((one, i): Fact => ({ ...one, id: `d${i}` })));

/** Two who must keep apart are named in either order. */
const inOrder = (text: string): string =>
  text.replace(
    /[（(]([^、,（(]+)(?:、|, )([^）)]+)[）)]/g,
    (_, a: string, b: string) => `(${[a, b].sort().join(' ')})`,
  );

test.each(Object.keys(RULES))('the rule %s finds whom lists find', (id) => {
  const rule = RULES[id] as Rule;
  fc.assert(
    fc.property(crowded, facts, (made, own) => {
      const world: World = { ...made, facts: own };
      const pass = own.filter((one) => one.form === 'pass');
      const kin = own.filter((one) => one.form === 'kin');
      for (const asOf of [AS_OF, '2026-07-02', '2026-03-31', '2026-04-01']) {
        const shown = policy
          .assignments(world, { assignment: id, asOf })
          .map(({ subject, words }) => inOrder(`${subject.kind}:${subject.id} ${words['zh-CN']} | ${words.en}`));
        const plain = rule.plain(rule.look(world, asOf), { pass, kin }).map(inOrder);
        expect(shown.sort(), asOf).toEqual(plain.sort());
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
