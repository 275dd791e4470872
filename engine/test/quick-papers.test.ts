import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import { compile, type Fact, loadPack, PolicyError, valueToJson, type World } from '../src/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const words = (text: string) => ({ 'zh-CN': text, en: text });
const FIELDS = ['good', 'fair', 'bad', 'blank', 'spoiled', 'entitled'];
const OPEN = { parameter: 'open' };

/** Papers of several groups, taken in all ways. */
const GROUPS: readonly object[] = [
  { takes: 'mean', score: 'data.marks * 2' },
  { takes: 'mean', out_of: 100 },
  { takes: 'mean', papers: { form: 'score', where: "data.by == 'a'" } },
  { takes: 'median', out_of: 30, at_least: 2 },
  { takes: 'mean', out_of: OPEN },
  { takes: 'mean', out_of: 'param("open") * 0' },
  { takes: 'mean', papers: { form: 'score', about: 'below' } },
  { takes: 'mean', rater: { field: 'by', several: 'latest' } },
  { takes: 'median', rater: { field: 'by', several: 'mean' }, out_of: 30 },
  { takes: 'mean', rater: { field: 'by', several: 'latest' }, self_score: true, at_least: 2 },
  ...['mean', 'none'].flatMap((too_few) => [
    { takes: { near_mean: { points: 5, far_again: 'void', too_few } } },
    { takes: { trimmed: { highest: 1, lowest: 2, too_few } } },
    { takes: { trimmed: { share: 0.3, rounding: 'nearest', too_few } } },
    {
      takes: {
        trimmed: {
          from: [
            { raters: 4, highest: 1, lowest: 2 },
            { raters: 2, highest: 1, lowest: 0 },
          ],
          too_few,
        },
      },
    },
    { takes: { trimmed: { share: OPEN, rounding: 'up', too_few } } },
  ]),
];
const NO_PAPERS = ['stop', 'rescale', 'full', 'zero'];

const scorers = GROUPS.flatMap((group, i) =>
  NO_PAPERS.map((no_papers) => {
    const [own, other] = [group, GROUPS[(i + 1) % GROUPS.length]].map((one, at) => ({
      id: `g${at}`,
      title: words(`g${at}`),
      papers: { form: 'score' },
      score: 'data.marks',
      share: 30 + 40 * at,
      rater: 'not-recorded',
      ...one,
    }));
    return { scorers: { groups: [own, other], no_papers, shown_from: 3 } };
  }),
);

/** Votes that give points and shares. */
const BALLOTS: readonly object[] = [
  { gives: { points_of: 14 } },
  { gives: { points_of: 14 }, no_valid: 'not-applicable' },
  { gives: { points_of: OPEN } },
  { gives: { share_of: ['good', 'fair', 'good'] } },
  { gives: { share_of: ['bad'] }, entries: { form: 'vote', where: 'data.good > 1' } },
  { gives: { share_of: ['fair'] }, entries: { form: 'vote', about: 'below' } },
  { gives: { points_of: 7 }, turnout: { of: 'entitled', at_least: 0.5, below: 'zero' } },
];
const ballots = BALLOTS.map((part) => ({
  ballots: {
    entries: { form: 'vote' },
    options: [
      { field: 'good', points: 1 },
      { field: 'fair', points: 0.6 },
      { field: 'bad', points: OPEN },
    ],
    invalid: [
      { field: 'blank', counts: 'in-base' },
      { field: 'spoiled', counts: 'leaves-base' },
    ],
    no_valid: 'stop',
    shown_from: 3,
    ...part,
  },
}));

const steps = [...scorers, ...ballots].map((step, i) => ({ id: `s${i}`, title: words(`s${i}`), ...step }));

function policyOf() {
  const form = (id: string, fields: readonly object[]) => ({
    id,
    subject: { organisation: ['town', 'village'] },
    date: 'on',
    entered_by: ['county-officer'],
    fields: [{ id: 'on', type: 'date' }, ...fields],
  });
  const parts = {
    kinds: {
      organisations: [
        { id: 'town', title: words('town'), level: 4, parents: [] },
        { id: 'village', title: words('village'), level: 5, parents: ['town'] },
      ],
      units: [{ id: 'point', title: words('point') }],
    },
    values: [{ id: 'open', unit: 'point', role: 'rule', values: { '2026-01-01': null, '2026-07-01': 0.3 } }],
    forms: [
      form('score', [
        { id: 'marks', type: 'decimal', unit: 'point', decimals: 1 },
        { id: 'by', type: 'text' },
      ]),
      form(
        'vote',
        FIELDS.map((id) => ({ id, type: 'integer' })),
      ),
    ],
    ratings: ['2026-H1', '2026'].map((_, i) => ({
      id: i === 0 ? 'half' : 'year',
      of: { organisations: ['town', 'village'] },
      period: { every: i === 0 ? 'half-year' : 'year' },
      part_period: 'rated',
      unit: 'point',
      steps,
      result: { score: 's0' },
    })),
  };
  // Written out, so that what is the same is not shared.
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(JSON.stringify(parts)) as Record<string, unknown>));
  if (!pack) throw new PolicyError(problems);
  return compile([pack]);
}

const policy = policyOf();
const often = <T, U>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
const count = often(fc.constantFrom(0, 0, 1, 2, 7), fc.constantFrom(0.5, null));
const none = fc.constant(0);
const given = fc.oneof(fc.tuple(count, count, count), fc.tuple(none, none, none));
const entry: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    id: fc.constantFrom('t', 'v1', 'v1', 'v1', 'v2'),
    date: fc.constantFrom('2025-12-31', '2026-02-01', '2026-05-20', '2026-05-20', '2026-11-30'),
    marks: often(fc.constantFrom(60, 70.5, 88, 91, 100), fc.constantFrom(33.3333333, '75.0', null)),
    by: often(fc.constantFrom('a', 'a', 'b', 'v1'), fc.constantFrom('', null)),
    votes: fc.option(fc.tuple(given, fc.tuple(count, count, count)), { freq: 2 }),
  })
  .map(({ id, date, marks, by, votes }) => ({
    form: votes === null ? 'score' : 'vote',
    subject: { kind: 'organisation' as const, id },
    date,
    data: {
      on: date,
      ...(votes === null
        ? { marks, by }
        : Object.fromEntries(FIELDS.map((field, i) => [field, votes.flat()[i] ?? null]))),
    },
    recordedOn: date,
    recordedAt: `${date}T08:00:00Z`,
    recordedBy: { account: 'test', name: 'test' },
  }));

const worldOf = (entries: readonly Omit<Fact, 'id'>[]): World => ({
  organisations: [
    { id: 't', kind: 'town', name: 't', parent: null, from: '2020-01-01' },
    ...['v1', 'v2', 'v3'].map((id) => ({ id, kind: 'village', name: id, parent: 't', from: '2020-01-01' })),
  ],
  persons: [],
  postings: [],
  tenures: [],
  facts: entries.map((fact, i) => ({ ...fact, id: `f${i}` })),
});

function sheet(world: World, rating: string, oneByOne: boolean): object {
  const period = rating === 'half' ? '2026-H1' : '2026';
  const { rated } = policy.rate(world, { rating, period, asOf: '2026-12-31', oneByOne });
  return Object.fromEntries(
    rated.map(({ subject, steps: values }) => [
      subject.id,
      [...values].map(([step, value]) => [step, valueToJson(value)]),
    ]),
  );
}

test.each(['half', 'year'])('papers come to the same in one pass and one by one: %s', (rating) => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 14 }), (some) => {
      const world = worldOf(some);
      expect(sheet(world, rating, false)).toEqual(sheet(world, rating, true));
    }),
    { numRuns: 100 },
  );
});
