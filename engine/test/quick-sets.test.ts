import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import { compile, type Fact, loadPack, type Policy, PolicyError, valueToJson, type World } from '../src/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const words = (text: string) => ({ 'zh-CN': text, en: text });
const FIELDS = [
  { id: 'on', type: 'date' },
  { id: 'marks', type: 'decimal', unit: 'point', decimals: 3 },
  { id: 'done', type: 'boolean' },
  { id: 'kind', type: 'choice', options: [words('a'), words('b')].map((title, i) => ({ id: 'ab'[i], title })) },
];
const form = (id: string, subject: object) => ({ id, subject, date: 'on', fields: FIELDS });

/** What a set may be: whose entries, of which days, under which condition. */
const ABOUT: Readonly<Record<string, readonly unknown[]>> = {
  check: [undefined, 'self', 'organisation', 'below'],
  note: [undefined, 'members', 'people', 'below', { holders: 'clerk' }],
  visit: [undefined, 'postings', 'people'],
};
const DURING = [undefined, 'previous-year', 'to-date', { last: { months: 3 } }];
const WHERE = [
  undefined,
  "data.kind == 'a'",
  'data.done',
  'data.marks > 1',
  'data.on >= period.start',
  'entry.date >= rated.since',
];

/** Every way to make one value of a set, each over sets of all kinds. */
function steps(forms: readonly string[]) {
  const written = (set: object): Record<string, object>[] => [
    { count: set },
    { sum: { ...set, of: 'data.marks' } },
    { any: { ...set, that: 'data.done' } },
    { mean: { ...set, of: 'data.marks' } },
    { latest: { ...set, of: 'data.marks', ...('during' in set ? {} : { carries: true }) } },
    { latest: { ...set, of: 'data.done', ...('during' in set ? {} : { carries: false }) } },
  ];
  const sets = forms.flatMap((name) =>
    (ABOUT[name] ?? []).flatMap((about, i) =>
      DURING.map((during, j) => ({
        form: name,
        ...(about === undefined ? {} : { about }),
        ...(during === undefined ? {} : { during }),
        ...(WHERE[(i + j) % WHERE.length] === undefined ? {} : { where: WHERE[(i + j) % WHERE.length] }),
        ...((i + j) % 3 === 1 ? { predecessors: 'joined' } : {}),
      })),
    ),
  );
  return sets.flatMap(written).map((formula, i) => ({ id: `s${i}`, title: words(`s${i}`), formula }));
}

const rating = (id: string, of: object, forms: readonly string[]) => ({
  id,
  of,
  period: { every: 'year' },
  part_period: 'rated',
  unit: 'point',
  steps: steps(forms),
  result: { score: 's0' },
});

function policyOf(): Policy {
  const parts = {
    kinds: {
      organisations: [
        { id: 'town', title: words('town'), level: 4, parents: [] },
        { id: 'village', title: words('village'), level: 5, parents: ['town'] },
      ],
      postings: [
        {
          id: 'sent',
          title: words('sent'),
          to: ['village'],
          sent_by: ['town'],
          levels: [{ id: 'county', title: words('county') }],
        },
      ],
      posts: [{ id: 'clerk', title: words('clerk'), of: ['village'] }],
      units: [{ id: 'point', title: words('point') }],
    },
    forms: [
      form('check', { organisation: ['town', 'village'] }),
      form('note', { person: true }),
      form('visit', { posting: ['sent'] }),
    ],
    ratings: [
      rating('places', { organisations: ['town', 'village'] }, ['check', 'note', 'visit']),
      rating('sent', { postings: ['sent'] }, ['check', 'note', 'visit']),
      rating('people', { members: ['village'] }, ['check', 'note']),
    ],
  };
  // Written out, so that what is the same is not shared.
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(JSON.stringify(parts)) as Record<string, unknown>));
  if (!pack) throw new PolicyError(problems);
  return compile([pack]);
}

const policy = policyOf();
const SUBJECTS = [
  ...['t', 'v1', 'v2'].map((id) => ({ form: 'check', subject: { kind: 'organisation' as const, id } })),
  ...['p1', 'p2', 'p3'].map((id) => ({ form: 'note', subject: { kind: 'person' as const, id } })),
  ...['x1', 'x2'].map((id) => ({ form: 'visit', subject: { kind: 'posting' as const, id } })),
];
const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
const date = fc
  .tuple(fc.constantFrom('2025-03', '2025-11', '2026-02', '2026-09', '2026-12'), day)
  .map((parts) => parts.join('-'));
const entry: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    of: fc.constantFrom(...SUBJECTS),
    date,
    late: fc.integer({ min: 0, max: 3 }),
    marks: fc.constantFrom(0, 0.25, 1.5, 3, null),
    done: fc.constantFrom(true, false, null),
    kind: fc.constantFrom('a', 'b', null),
  })
  .map(({ of, date: on, late, marks, done, kind }) => ({
    ...of,
    date: on,
    data: { on, marks, done, kind },
    recordedOn: late === 3 ? '2027-01-10' : on,
    recordedAt: `${on}T08:00:0${late}Z`,
    recordedBy: { account: 'test', name: 'test' },
  }));

const worldOf = (entries: readonly Omit<Fact, 'id'>[], divided: boolean): World => ({
  organisations: [
    { id: 't', kind: 'town', name: 't', parent: null, from: '2020-01-01' },
    { id: 'v1', kind: 'village', name: 'v1', parent: 't', from: '2020-01-01' },
    {
      ...{ id: 'v2', kind: 'village', name: 'v2', parent: 't', from: '2020-01-01' },
      ...(divided ? { succeeds: [{ organisation: 'v1', from: '2026-06-01', share: '0.5' }] } : {}),
    },
  ],
  persons: [
    { id: 'p1', name: 'p1', memberOf: 'v1', memberSince: '2025-06-01' },
    { id: 'p2', name: 'p2', memberOf: 'v1' },
    { id: 'p3', name: 'p3', memberOf: 'v2' },
  ],
  postings: [
    { id: 'x1', person: 'p1', organisation: 'v1', from: '2025-01-01', to: '2026-06-30' },
    { id: 'x2', person: 'p3', organisation: 'v1', from: '2026-03-01' },
  ].map((one) => ({ ...one, kind: 'sent', sendingOrganisation: 't', level: 'county' })),
  tenures: [
    { id: 'h1', post: 'clerk', organisation: 'v1', person: 'p1', from: '2025-01-01', to: '2026-08-31' },
    { id: 'h2', post: 'clerk', organisation: 'v2', person: 'p2', from: '2026-05-01' },
  ],
  facts: entries.map((fact, i) => ({ ...fact, id: `f${i}` })),
});

function sheet(id: string, world: World, asOf: string, oneByOne: boolean): Record<string, string> {
  const { rated } = policy.rate(world, { rating: id, period: '2026', asOf, oneByOne });
  return Object.fromEntries(
    rated.flatMap(({ subject, steps: values }) =>
      [...values].map(([step, value]) => {
        const json = valueToJson(value);
        return [`${subject.id} ${step}`, json.state === 'known' ? String(json.value) : json.state];
      }),
    ),
  );
}

test.each(['places', 'sent', 'people'])('sets of all kinds come to the same in one pass and one by one: %s', (id) => {
  const asOf = fc.constantFrom('2026-02-15', '2026-10-01', '2026-12-31', '2027-02-01');
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), asOf, fc.boolean(), (some, on, divided) => {
      const world = worldOf(some, divided);
      expect(sheet(id, world, on, false)).toEqual(sheet(id, world, on, true));
    }),
    { numRuns: 60 },
  );
});
