import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import { compile, type Fact, loadPack, PolicyError, valueToJson, type World } from '../src/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const words = (text: string) => ({ 'zh-CN': text, en: text });
const options = (...ids: string[]) => ids.map((id) => ({ id, title: words(id) }));
const LADDER = { by: 'data.level', table: { county: 1, province: 2.5 }, otherwise: 'stop' };
const RANGE = { of: 'data.points', from: 0.5, to: 2, reason: 'not-required' };

/** Awards and deductions entry by entry: what a row without entries comes to, and what keeps even such a row from being known. */
const CHANGES: readonly object[] = [
  { entries: { form: 'act' }, points: 0.3 },
  { entries: { form: 'act', where: "data.level == 'county'" }, points: RANGE, at_most: 3 },
  { entries: { form: 'act', where: 'data.points > 1' }, points: LADDER, caps: [{ per: 'month', at_most: 2 }] },
  { entries: { form: 'act' }, points: LADDER, caps: [{ per: 'day', at_most: { parameter: 'open' } }] },
  { entries: { form: 'act' }, points: RANGE, at_most: { parameter: 'open' } },
  { entries: { form: 'act' }, points: RANGE, valid: { for: { months: 18 } } },
  { entries: { form: 'act' }, points: { ...RANGE, reason: 'why' }, valid: { until: 'data.until' } },
  { entries: { form: 'act' }, points: { ...LADDER, otherwise: 'zero' }, valid: [{ ends: 'never' }] },
  { entries: { form: 'act' }, points: { ...LADDER, otherwise: 1.5 }, valid: { for: { days: { parameter: 'open' } } } },
  { entries: { form: 'act', where: 'data.on >= period.start', during: 'to-date' }, points: 0.5 },
  { entries: { form: 'act' }, points: { parameter: 'open' }, caps: [{ per: { same: 'data.level' }, at_most: 1 }] },
  {
    entries: { form: 'act' },
    points: LADDER,
    valid: [{ when: 'points > 1', for: { months: 12 } }, { ends: 'never' }],
  },
  ...['self', 'below'].map((about) => ({
    entries: { form: 'act', about },
    points: { ...RANGE, to: 9 },
    valid: { for: { months: 12 } },
    caps: [
      { per: 'month', at_most: 3 },
      { per: 'week', at_most: 2.5 },
    ],
  })),
  { entries: { form: 'act' }, points: RANGE, one_matter: { same: ['data.level'], counts: 'highest' } },
  { entries: { form: 'act', about: 'below' }, points: RANGE, at_most: 4 },
  { entries: { form: 'act', predecessors: 'joined' }, points: RANGE, at_most: 4 },
  {
    entries: { form: 'act' },
    reads: [{ name: 'plan', form: 'plan', takes: 'latest', missing: 'does-not-count' }],
    points: { is: 'plan.weight' },
  },
  {
    entries: { form: 'act', where: 'plan.weight > 1' },
    reads: [{ name: 'plan', form: 'plan', takes: 'in-force', missing: 'not-known' }],
    points: RANGE,
  },
  {
    entries: { form: 'act' },
    points: RANGE,
    repeat: { same: ['data.level'], within: { months: 12 }, times: [1, 2], when_earlier_expires: 'stays' },
  },
];

const steps = CHANGES.flatMap((change, i) =>
  ['award', 'deduct'].map((side) => ({
    id: `${side}${i}`,
    title: words(`${side}${i}`),
    item: {
      full: 5,
      starts: side === 'award' ? 'zero' : 'full',
      [side]: [{ title: words('change'), one_matter: 'each', repeat: 'single', ...change }],
      floor: 0,
      cap: 'full',
      missing: 'stop',
    },
  })),
);

/** Ledgers: those that are added up in one pass, and those whose entries have to be looked at in turn. */
const LEDGERS: readonly object[] = [
  { plus: [{ points: RANGE, valid: { for: { months: 9 } } }], minus: [{ points: 0.3, valid: { ends: 'never' } }] },
  { plus: [{ points: LADDER, valid: { until: 'data.until' } }], starts: 'anew', floor: 1, cap: 2 },
  { minus: [{ points: LADDER, valid: { ends: 'never' } }], floor: { parameter: 'open' } },
  { plus: [{ points: RANGE, valid: { for: { days: 320 } }, caps: [{ per: 'month', at_most: 2 }] }] },
  { plus: [{ points: 1, valid: { ends: 'never' }, one_matter: { same: ['data.level'], counts: 'first' } }] },
  { plus: [{ points: 1, valid: { ends: 'never' }, where: 'data.on >= period.start' }], starts: 'anew' },
  { plus: [{ points: 1, valid: { ends: 'never' } }], starts: { carries: 0.5 } },
].map((part) => written(part));

function written({ plus = [], minus = [], ...more }: { plus?: readonly object[]; minus?: readonly object[] }): object {
  const rows = (side: readonly object[]) =>
    side.map(({ where, ...row }: { where?: string }) => ({
      title: words('row'),
      entries: { form: 'act', ...(where === undefined ? {} : { where }) },
      ...row,
    }));
  return {
    ...(plus.length > 0 ? { plus: rows(plus) } : {}),
    ...(minus.length > 0 ? { minus: rows(minus) } : {}),
    ...{ gives: 'score', starts: 'all', floor: 'none', cap: 'none', ends_hold: 'at-the-end', ...more },
  };
}

function policyOf() {
  const parts = {
    kinds: {
      organisations: [
        { id: 'town', title: words('town'), level: 4, parents: [] },
        { id: 'village', title: words('village'), level: 5, parents: ['town'] },
      ],
      units: [{ id: 'point', title: words('point') }],
    },
    values: [{ id: 'open', unit: 'point', role: 'rule', values: { '2026-01-01': null, '2026-06-01': 1 } }],
    forms: [
      {
        id: 'act',
        subject: { organisation: ['town', 'village'] },
        date: 'on',
        fields: [
          { id: 'on', type: 'date' },
          { id: 'points', type: 'decimal', unit: 'point', decimals: 1 },
          { id: 'level', type: 'choice', options: options('county', 'province', 'nation') },
          { id: 'until', type: 'date' },
          { id: 'why', type: 'text' },
        ],
      },
      {
        id: 'plan',
        subject: { organisation: ['town', 'village'] },
        date: 'on',
        fields: [
          { id: 'on', type: 'date' },
          { id: 'weight', type: 'decimal', unit: 'point', decimals: 1 },
        ],
      },
    ],
    ratings: [
      {
        id: 'year',
        of: { organisations: ['town', 'village'] },
        period: { every: 'year' },
        part_period: 'rated',
        unit: 'point',
        steps: [
          ...steps,
          ...LEDGERS.map((ledger, i) => ({ id: `ledger${i}`, title: words(`ledger${i}`), ledger })),
          {
            id: 'sum',
            title: words('sum'),
            total: {
              of: ['award0', 'award1', 'deduct2', 'award5', 'deduct7'],
              floor: 0,
              cap: 'full',
              not_applicable: 'left-out',
              missing: 'stop',
            },
          },
        ],
        result: { score: 'sum' },
      },
    ],
  };
  // Written out, so that what is the same is not shared.
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(JSON.stringify(parts)) as Record<string, unknown>));
  if (!pack) throw new PolicyError(problems);
  return compile([pack]);
}

const policy = policyOf();
const entry: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    id: fc.constantFrom('t', 'v1', 'v2'),
    date: fc.constantFrom(
      '2024-08-01',
      '2025-07-15',
      '2026-01-31',
      '2026-02-01',
      '2026-02-01',
      '2026-02-20',
      '2026-11-30',
    ),
    isEarly: fc.boolean(),
    points: fc.constantFrom(0.5, 1.5, 2, 9, 0.1234567, '1.50', null),
    until: fc.constantFrom('2026-02-19', '2026-12-31', '2027-01-01', null),
    why: fc.constantFrom('x', ' ', null),
    level: fc.constantFrom('county', 'county', 'province', 'nation', null),
    form: fc.constantFrom('act', 'act', 'act', 'plan'),
  })
  .map(({ id, date, isEarly, points, level, until, why, form }) => ({
    form,
    subject: { kind: 'organisation' as const, id },
    date,
    data: form === 'act' ? { on: date, points, level, until, why } : { on: date, weight: points },
    recordedOn: isEarly && date > '2026-01-02' ? '2026-01-02' : date,
    recordedAt: `${date}T08:00:00Z`,
    recordedBy: { account: 'test', name: 'test' },
  }));

/** What stands of it is carried on in part. */
const V1 = [{ organisation: 'v1', share: 0.4 }];

const worldOf = (entries: readonly Omit<Fact, 'id'>[], isHeir: boolean): World => ({
  organisations: [
    { id: 't', kind: 'town', name: 't', parent: null, from: '2020-01-01' },
    ...['v1', 'v2'].map((id) => ({ id, kind: 'village', name: id, parent: 't', from: '2020-01-01' })),
    { id: 'v3', kind: 'village', name: 'v3', parent: 't', from: '2026-02-10', ...(isHeir ? { succeeds: V1 } : {}) },
  ],
  persons: [],
  postings: [],
  tenures: [],
  facts: entries.map((fact, i) => ({ ...fact, id: `f${i}` })),
});

function sheet(world: World, asOf: string, oneByOne: boolean): Record<string, unknown> {
  const { rated } = policy.rate(world, { rating: 'year', period: '2026', asOf, oneByOne });
  return Object.fromEntries(
    rated.map(({ subject, score, steps: values }) => [
      subject.id,
      [score && valueToJson(score), ...[...values].map(([step, value]) => [step, valueToJson(value)])],
    ]),
  );
}

test('entries that count one by one come to the same in one pass and one by one', () => {
  const asOf = fc.constantFrom('2026-02-15', '2026-12-31', '2027-02-01');
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), asOf, fc.boolean(), (some, on, isHeir) => {
      const world = worldOf(some, isHeir);
      expect(sheet(world, on, false)).toEqual(sheet(world, on, true));
    }),
    { numRuns: 150 },
  );
});
