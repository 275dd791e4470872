import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import { compile, type Fact, loadPack, type Organisation, PolicyError, valueToJson, type World } from '../src/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const words = (text: string) => ({ 'zh-CN': text, en: text });
const joined = { predecessors: 'joined' } as const;
const DURING = [undefined, 'previous-year', 'to-date', { last: { months: 7 } }];

/** Every way to read what those before had. */
const formulas: readonly object[] = [
  ...DURING.flatMap((during) => {
    const set = { form: 'check', ...(during === undefined ? {} : { during }), ...joined };
    return [
      { count: { ...set, where: 'data.done' } },
      { sum: { ...set, of: 'data.marks' } },
      { mean: { ...set, of: 'data.marks' } },
      { any: { ...set, that: 'data.marks > 2' } },
    ];
  }),
  { measure: 'marks', period: 'year-before', predecessors: 'sum' },
  { result: { rating: 'year', step: 's1', whose: 'same', period: 'previous', not_rated: 'zero', predecessors: 'sum' } },
  {
    windows: {
      ...{ every: 'month', of: { count: { form: 'check', ...joined } }, at_least: 1 },
      ...{ gives: 'longest-run-met', part_window: 'whole', ...joined },
    },
  },
];

const rounds = {
  ...{ rating: 'month', take: 'sum', missing: 'stop', not_applicable: 'left-out', not_over: 'left-out' },
  ...{ part_round: 'by-days', predecessors: 'greatest' },
};

const item = {
  ...{ full: 9, starts: 'full', floor: 'none', cap: 'full', missing: 'stop' },
  deduct: [
    {
      ...{ title: words('fault'), entries: { form: 'check', where: 'data.done', ...joined }, points: 1 },
      ...{
        one_matter: 'each',
        repeat: { same: ['data.done'], within: 'period', times: [1, 2], when_earlier_expires: 'stays' },
      },
    },
  ],
};

function policyOf() {
  const base = { of: { organisations: ['village'] }, part_period: 'rated', unit: 'point' };
  const marks = { sum: { form: 'check', of: 'data.marks', ...joined } };
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
        units: [{ id: 'point', title: words('point') }],
      },
      forms: [
        {
          ...{ id: 'check', subject: { organisation: ['village'] }, date: 'on' },
          fields: [
            { id: 'on', type: 'date' },
            { id: 'marks', type: 'decimal', unit: 'point', decimals: 2 },
            { id: 'done', type: 'boolean' },
          ],
        },
      ],
      measures: [
        {
          id: 'marks',
          title: words('marks'),
          unit: 'point',
          at: ['village'],
          period: 'year',
          value: marks,
          rollup: 'none',
        },
      ],
      ratings: [
        {
          ...{ ...base, id: 'month', title: words('month'), period: { every: 'month' } },
          ...{ steps: [{ id: 'm', title: words('m'), formula: marks }], result: { score: 'm' } },
        },
        {
          ...{
            ...base,
            id: 'year',
            title: words('year'),
            period: { every: 'year' },
            ...joined,
            part_period: 'not-rated',
          },
          steps: [
            ...formulas.map((formula, i) => ({ id: `s${i}`, title: words(`s${i}`), formula })),
            { id: 'months', title: words('months'), rounds },
            { id: 'item', title: words('item'), item },
          ],
          result: { score: 's0' },
        },
      ],
    }),
  );
  if (!pack) throw new PolicyError(problems);
  return compile([pack]);
}

const policy = policyOf();

const day = fc
  .tuple(fc.constantFrom(2024, 2025, 2026), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const drawn = fc.record({ on: day, marks: fc.constantFrom(0, 0.25, 1.5, 3), done: fc.boolean() });
const entries = fc.array(drawn, { maxLength: 25 });

const entry = (
  subject: string,
  { on, marks, done }: { on: string; marks: number; done: boolean },
  i: number,
): Fact => ({
  ...{ id: `${i}`, form: 'check', subject: { kind: 'organisation', id: subject }, date: on, data: { on, marks, done } },
  ...{ recordedOn: on, recordedAt: `${on}T08:00:00Z`, recordedBy: { account: 'test', name: 'test' } },
});

const worldOf = (organisations: readonly Organisation[], facts: readonly Fact[]): World => ({
  ...{ organisations, facts, persons: [], postings: [], tenures: [] },
});

const village = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  ...{ id, kind: 'village', name: id, parent: null, from: '2020-01-01', ...more },
});

const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

function sheet(world: World, subject: string, asOf = '2026-12-31'): Record<string, string> | null {
  const { rated } = policy.rate(world, { rating: 'year', period: '2026', asOf });
  const found = rated.find((one) => one.subject.id === subject);
  if (!found) return null;
  return Object.fromEntries(
    [...found.steps].map(([step, value]) => {
      const json = valueToJson(value);
      return [step, json.state === 'known' ? String(json.value) : json.state];
    }),
  );
}

/** The same village under new names: each carries on from the one before. */
function renamed(cuts: readonly string[]): Organisation[] {
  return [...cuts, null].map((until, i): Organisation => {
    const from = cuts[i - 1] ?? '2020-01-01';
    const last = until === null ? {} : { to: dayBefore(until) };
    return village(until === null ? 'v' : `v${i}`, {
      ...{ from, ...last, ...(i === 0 ? {} : { succeeds: [{ organisation: `v${i - 1}` }] }) },
    });
  });
}

const cutDays = fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).map((days) => days.toSorted());

test('a village renamed, however often, keeps every figure that is joined', () => {
  fc.assert(
    fc.property(entries, cutDays, (some, cuts) => {
      const whole = worldOf(
        [village('v')],
        some.map((one, i) => entry('v', one, i)),
      );
      const parts = renamed(cuts);
      const bearer = (on: string): string =>
        parts.find(({ from, to }) => from <= on && (to === undefined || to >= on))?.id ?? '';
      const after = worldOf(
        parts,
        some.map((one, i) => entry(bearer(one.on), one, i)),
      );
      expect(sheet(after, 'v')).toEqual(sheet(whole, 'v'));
    }),
    { numRuns: 80 },
  );
});

test('who succeeds nobody is untouched by mergers of others, and a day before the merger reads as it did', () => {
  fc.assert(
    fc.property(entries, entries, day, day, (some, others, cut, asOf) => {
      const facts = [
        ...some.map((one, i) => entry('v', one, i)),
        ...others.map((one, i) => entry('w', one, some.length + i)),
      ];
      const apart = worldOf([village('u'), village('v'), village('w')], [...facts, ...facts.map((one) => moved(one))]);
      const succeeds = [{ organisation: 'w', from: cut }];
      const merged = worldOf([village('u'), village('v', { succeeds }), village('w')], apart.facts);
      expect(sheet(merged, 'u')).toEqual(sheet(apart, 'u'));
      expect(sheet(merged, 'w')).toEqual(sheet(apart, 'w'));
      if (asOf < cut) expect(sheet(merged, 'v', asOf)).toEqual(sheet(apart, 'v', asOf));
    }),
    { numRuns: 60 },
  );
});

/** The same entry of a third village. */
const moved = (fact: Fact): Fact => ({ ...fact, id: `${fact.id}-u`, subject: { kind: 'organisation', id: 'u' } });

test('of a village that is divided, nothing is lost and nothing counts twice', () => {
  const tenths = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(entries, day, tenths, fc.boolean(), (some, cut, share, goesOn) => {
      const facts = some.filter(({ on }) => on < cut).map((one, i) => entry('v', one, i));
      const heir = (id: string, part: number) =>
        village(id, { from: cut, succeeds: [{ organisation: 'v', share: String(part / 10) }] });
      const heirs = goesOn
        ? [village('v'), heir('a', share)]
        : [village('v', { to: dayBefore(cut) }), heir('a', share), heir('b', 10 - share)];
      const divided = worldOf(heirs, facts);
      const whole = sheet(worldOf([village('v')], facts), 'v') ?? {};
      for (const step of ['s0', 's1', 's5', 's8', 's9']) {
        const parts = ['a', goesOn ? 'v' : 'b'].map((id) => Number(sheet(divided, id)?.[step]));
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(Number(whole[step]), 8);
      }
    }),
    { numRuns: 60 },
  );
});
