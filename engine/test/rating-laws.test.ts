import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import { compile, type Fact, loadPack, type Policy, PolicyError, valueToJson, type World } from '../src/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const words = (text: string) => ({ 'zh-CN': text, en: text });
const VILLAGES = ['v1', 'v2', 'v3'];
const often = <T>(...weighted: [number, T][]) =>
  fc.oneof(...weighted.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
const count = (where: string) => ({ count: { form: 'check', where } });

/** A scheme with every way in which entries become marks in one pass, and the places where that way does not carry. */
function policyOf(points: number | string): Policy {
  const change = (id: string, more: object) => ({ id, title: words(id), ...more });
  const item = (id: string, more: object) => ({
    id,
    title: words(id),
    item: { full: 5, starts: 'full', floor: 0, cap: 'full', missing: 'stop', ...more },
  });
  const steps = [
    item('late', { deduct: [change('a', { points, units: 'full', times: count("data.kind == 'late'"), at_most: 4 })] }),
    item('open', {
      floor: 'none',
      deduct: [change('b', { points, units: 'pro-rata', times: { sum: { form: 'check', of: 'data.marks' } } })],
    }),
    item('done', {
      starts: 'zero',
      cap: 4,
      award: [
        change('c', { points: 2, when: { compare: { left: count('data.done'), is: 'at-least', right: 2 } } }),
        change('d', { points: 1.25, when: 'late >= 3 || open < 0', unless: ['c'] }),
      ],
    }),
    {
      id: 'sum',
      title: words('sum'),
      total: { of: ['late', 'open', 'done'], floor: -6, cap: 'full', not_applicable: 'left-out', missing: 'stop' },
    },
    { id: 'third', title: words('third'), formula: 'max(sum / 3, late * 0.25 - 1)' },
    { id: 'few', title: words('few'), formula: count("data.kind != 'late' && data.marks > 1") },
    {
      id: 'score',
      title: words('score'),
      weighted: {
        parts: [
          { of: 'sum', out_of: 15, weight: 70 },
          { of: 'third', weight: 2 },
          { of: 'few', weight: 0.5 },
        ],
        not_applicable: 'stop',
        missing: 'stop',
      },
    },
    {
      id: 'place',
      title: words('place'),
      rank: { of: 'score', best: 'highest', within: 'all', ties: 'shared-with-gap', missing: 'without' },
    },
  ];
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
        units: [{ id: 'point', title: words('point') }],
      },
      forms: [
        {
          id: 'check',
          subject: { organisation: ['village'] },
          date: 'on',
          fields: [
            { id: 'on', type: 'date' },
            { id: 'kind', type: 'choice', options: ['late', 'lost'].map((id) => ({ id, title: words(id) })) },
            { id: 'marks', type: 'decimal', unit: 'point', decimals: 6 },
            { id: 'done', type: 'boolean' },
          ],
        },
      ],
      ratings: [
        {
          id: 'year',
          of: { organisations: ['village'] },
          period: { every: 'year' },
          part_period: 'rated',
          unit: 'point',
          steps,
          result: { score: 'score', place: 'place' },
        },
      ],
    }),
  );
  if (!pack) throw new PolicyError(problems);
  return compile([pack]);
}

let policy: Policy;
beforeAll(() => {
  policy = policyOf(0.3);
});
const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
const date = fc.tuple(fc.constantFrom('2025-12', '2026-01', '2026-06', '2026-12'), day).map((parts) => parts.join('-'));
const entry: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    subject: fc.constantFrom(...VILLAGES).map((id) => ({ kind: 'organisation' as const, id })),
    date,
    recordedOn: often([6, '2026-01-15'], [2, '2026-07-01'], [1, '2027-01-05']),
    endedOn: often<string | undefined>([8, undefined], [1, '2026-07-02'], [1, '2027-02-01']),
    rejected: often([8, false], [1, true]),
    data: fc.record({
      kind: often<string | null>([9, 'late'], [9, 'lost'], [1, null]),
      marks: often<number | string | null>(
        [4, 0],
        [8, 0.2],
        [8, 1.5],
        [2, 0.333333],
        [1, 1e9],
        [1, '0.1234567'],
        [1, null],
      ),
      done: often<boolean | null>([9, true], [9, false], [1, null]),
    }),
  })
  .map(({ endedOn, rejected, ...fact }) => ({
    ...fact,
    form: 'check',
    recordedAt: `${fact.recordedOn}T08:00:00Z`,
    recordedBy: { account: 'test', name: 'test' },
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(rejected ? { confirmation: { on: '2026-08-01', by: 'test', outcome: 'rejected' as const } } : {}),
  }));

const worldOf = (entries: readonly Omit<Fact, 'id'>[]): World => ({
  organisations: VILLAGES.map((id) => ({ id, kind: 'village', name: id, parent: null, from: '2020-01-01' })),
  persons: [],
  postings: [],
  tenures: [],
  facts: entries.map((fact, i) => ({ ...fact, id: `f${i}` })),
});

/** Every value of every subject, as text. What is missing may be named in another order. */
function sheet(of: Policy, world: World, asOf: string, oneByOne = false): Record<string, string> {
  const { rated } = of.rate(world, { rating: 'year', period: '2026', asOf, oneByOne });
  return Object.fromEntries(
    rated.flatMap(({ subject, steps }) =>
      [...steps].map(([step, value]) => {
        const json = valueToJson(value);
        return [`${subject.id} ${step}`, json.state === 'known' ? String(json.value) : json.state];
      }),
    ),
  );
}

const entries = fc.array(entry, { maxLength: 24 });
const asOf = fc.constantFrom('2026-01-31', '2026-07-15', '2026-12-31', '2027-03-01');

test('whole columns in one pass come to the same as every value by itself', () => {
  fc.assert(
    fc.property(entries, asOf, (some, on) => {
      const world = worldOf(some);
      expect(sheet(policy, world, on)).toEqual(sheet(policy, world, on, true));
    }),
    { numRuns: 300 },
  );
});

test('the order in which subjects and entries are given does not matter', () => {
  fc.assert(
    fc.property(entries, asOf, (some, on) => {
      const world = worldOf(some);
      const turned = { ...world, organisations: world.organisations.toReversed(), facts: world.facts.toReversed() };
      expect(sheet(policy, turned, on)).toEqual(sheet(policy, world, on));
    }),
    { numRuns: 100 },
  );
});

test('a dearer deduction never raises the marks of its item', () => {
  const dearer = policyOf('0.7');
  fc.assert(
    fc.property(entries, (some) => {
      const [before, after] = [policy, dearer].map((of) => sheet(of, worldOf(some), '2026-12-31'));
      for (const village of VILLAGES) {
        const [a, b] = [Number(before?.[`${village} late`]), Number(after?.[`${village} late`])];
        if (!Number.isNaN(a)) expect(b).toBeLessThanOrEqual(a);
      }
    }),
    { numRuns: 100 },
  );
});

test('a past day reads from today’s entries as it did then', () => {
  fc.assert(
    fc.property(entries, asOf, (some, on) => {
      const then = worldOf(some.filter((fact) => fact.recordedOn <= on));
      expect(sheet(policy, worldOf(some), on)).toEqual(sheet(policy, then, on));
    }),
    { numRuns: 100 },
  );
});
