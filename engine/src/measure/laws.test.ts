import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Decimal, divide } from '../decimal.ts';
import { examplePackFiles } from '../example-pack.ts';
import type { Fact, World } from '../facts.ts';
import { compile, loadPack, type Policy, type Value, valueToJson } from '../index.ts';
import { exactSum } from './exact-sum.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const organisation = (id: string, level: number, parents: string[]) => ({ id, title: say(id), level, parents });
const measure = (id: string, unit: string, value: object, rollup: unknown = 'sum') => ({
  id,
  unit,
  at: ['village'],
  period: 'quarter',
  value,
  rollup,
});

const load = () =>
  loadPack(
    examplePackFiles({
      kinds: {
        organisations: [
          organisation('county', 3, []),
          organisation('township', 4, ['county']),
          organisation('village', 5, ['township']),
        ],
        units: [
          { id: 'km', title: say('km') },
          { id: 'item', title: say('item') },
        ],
      },
      forms: [
        {
          id: 'works',
          subject: { organisation: ['village'] },
          date: 'done_on',
          fields: [
            { id: 'done_on', type: 'date' },
            { id: 'km', type: 'decimal', unit: 'km', decimals: 3 },
            { id: 'done', type: 'boolean' },
          ],
        },
      ],
      measures: [
        measure('km', 'km', { sum: { form: 'works', of: 'data.km' } }),
        measure('works', 'item', { count: { form: 'works' } }),
        measure('done', 'item', { count: { form: 'works', where: 'data.done' } }),
        measure('left', 'item', { count: { form: 'works', where: '!data.done' } }),
        measure(
          'rate',
          'share',
          { ratio: { of: { measure: 'done' }, to: { measure: 'works' } } },
          { ratio_of_sums: { of: 'done', to: 'works' } },
        ),
        measure('last', 'km', { latest: { form: 'works', of: 'data.km', carries: false } }, 'none'),
        measure('standing', 'km', { latest: { form: 'works', of: 'data.km', carries: true } }, 'none'),
        measure(
          'last-done',
          'km',
          { latest: { form: 'works', where: 'data.done', of: 'data.km', carries: true } },
          'none',
        ),
        measure('busy', 'item', { count: { form: 'works' } }, { share_meeting: { is: 'at-least', than: 2 } }),
      ],
    }),
  );
let policy: Policy;
beforeAll(() => {
  const { pack, problems } = load();
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

const TOWNSHIPS = ['t0', 't1', 't2'];
const VILLAGES = ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6'];
const organisations = [
  { id: 'c', kind: 'county', name: 'c', parent: null, from: '2000-01-01' },
  ...TOWNSHIPS.map((id) => ({ id, kind: 'township', name: id, parent: 'c', from: '2000-01-01' })),
  ...VILLAGES.map((id, i) => ({
    id,
    kind: 'village',
    name: id,
    parent: TOWNSHIPS[i % 2] ?? null,
    from: '2000-01-01',
  })),
];

const fact = fc
  .record({
    village: fc.constantFrom(...VILLAGES),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.constantFrom('06', '07', '08', '09', '10'),
    late: fc.integer({ min: 0, max: 40 }),
    km: fc.integer({ min: -5000, max: 500000 }).map((n) => n / 1000),
    done: fc.boolean(),
  })
  .map(({ village, day, month, late, km, done }): Omit<Fact, 'id'> => {
    const date = `2026-${month}-${String(day).padStart(2, '0')}`;
    const recordedOn = new Date(Date.parse(date) + late * 86_400_000).toISOString().slice(0, 10);
    return {
      form: 'works',
      subject: { kind: 'organisation', id: village },
      date,
      data: { done_on: date, km, done },
      recordedOn,
      recordedAt: `${recordedOn}T08:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
    };
  });
const facts = fc.array(fact, { maxLength: 40 }).map((all): Fact[] => all.map((one, i) => ({ ...one, id: `f${i}` })));

const worldOf = (all: readonly Fact[]): World => ({
  organisations,
  persons: [],
  postings: [],
  tenures: [],
  facts: all,
});
const QUARTERS = [
  { quarter: '2026-Q2', start: '04', end: '06' },
  { quarter: '2026-Q3', start: '07', end: '09' },
  { quarter: '2026-Q4', start: '10', end: '12' },
];
const asOf = '2026-09-20';
const valuesOf = (world: World, id: string): Map<string, Value> =>
  policy.measure(world, { measure: id, period: '2026-Q3', asOf });
const numberOf = (value: Value | undefined): Decimal => {
  if (value?.state !== 'known') throw new Error(`not known: ${JSON.stringify(value)}`);
  return new Decimal(value.value as Decimal);
};
const counted = ({ date, recordedOn }: Fact): boolean =>
  date >= '2026-07-01' && date <= '2026-09-30' && recordedOn <= asOf;

describe('laws of measures', () => {
  it('the whole is the sum of its parts, at every level', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('km', 'works', 'done', 'left'), (all, id) => {
        const values = valuesOf(worldOf(all), id);
        for (const { id: parent, kind } of organisations) {
          if (kind === 'village') continue;
          const below = organisations.filter((one) => one.parent === parent && values.has(one.id));
          if (below.length === 0) continue;
          const sum = below.reduce((total, one) => total.plus(numberOf(values.get(one.id))), new Decimal(0));
          expect(numberOf(values.get(parent)).eq(sum)).toBe(true);
        }
      }),
    );
  });

  it('a count is the length of the filtered list, and done and left are all', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const world = worldOf(all);
        const number = (id: string) => numberOf(valuesOf(world, id).get('c')).toNumber();
        expect(number('works')).toBe(all.filter(counted).length);
        expect(number('done')).toBe(all.filter((one) => counted(one) && one.data.done === true).length);
        expect(number('done') + number('left')).toBe(number('works'));
      }),
    );
  });

  it('a sum is what a plain decimal loop gives, digit by digit', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const expected = all.filter(counted).reduce((total, one) => total.plus(String(one.data.km)), new Decimal(0));
        expect(numberOf(valuesOf(worldOf(all), 'km').get('c')).toFixed()).toBe(expected.toFixed());
      }),
    );
  });

  it('what is stated once holds until something newer is stated, and no longer', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...QUARTERS), (all, { quarter, start, end }) => {
        const world = worldOf(all);
        const at = (id: string, quarter: string) => policy.measure(world, { measure: id, period: quarter, asOf });
        const values = { last: at('last', quarter), standing: at('standing', quarter), done: at('last-done', quarter) };
        for (const village of VILLAGES) {
          const known = all
            .filter((one) => one.subject.id === village && one.recordedOn <= asOf && one.date.slice(5, 7) <= end)
            .toSorted((a, b) => (`${a.date} ${a.recordedAt} ${a.id}` > `${b.date} ${b.recordedAt} ${b.id}` ? -1 : 1));
          const kmOf = (one: Fact | undefined) => (one ? String(one.data['km']) : null);
          const shown = (value: Value | undefined) => (value?.state === 'known' ? String(value.value) : null);
          expect(shown(values.standing.get(village))).toBe(kmOf(known[0]));
          expect(shown(values.done.get(village))).toBe(kmOf(known.find((one) => one.data['done'] === true)));
          expect(shown(values.last.get(village))).toBe(kmOf(known.find((one) => one.date.slice(5, 7) >= start)));
        }
      }),
    );
  });

  it('a measure or a period that does not exist is said to be none', () => {
    const ask = (id: string, period: string) => () =>
      policy.measure(worldOf([]), { measure: id, period, asOf, organisations: ['c'] });
    expect(ask('nowhere', '2026-Q3')).toThrow('There is no measure “nowhere”');
    expect(ask('km', '2026-Q5')).toThrow('There is no period “2026-Q5”');
  });

  it('the order of entries is of no matter', () => {
    fc.assert(
      fc.property(
        facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.constantFrom('km', 'rate', 'busy', 'standing', 'last-done'),
        ([all, shuffled], id) => {
          const json = (list: readonly Fact[]) =>
            [...valuesOf(worldOf(list), id)].map(([key, value]) => [key, valueToJson(value)]);
          expect(json(shuffled)).toEqual(json(all));
        },
      ),
    );
  });

  it('the explanation arrives at the value', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('km', 'rate', 'busy', 'standing', 'last'),
        fc.constantFrom('c', 't0', 't2', 'v0'),
        (all, id, at) => {
          const world = worldOf(all);
          const value = policy.measure(world, { measure: id, period: '2026-Q3', asOf, organisations: [at] }).get(at);
          const explained = policy.explainMeasure(world, { measure: id, organisation: at, period: '2026-Q3', asOf });
          expect(explained.result).toEqual(valueToJson(value as Value));
        },
      ),
    );
  });

  it('a ratio of sums weighs every item alike: on uneven villages it is not the mean of their ratios', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 8 }), (many, solved) => {
        fc.pre(solved < many);
        const works = (village: string, count: number, done: number): Fact[] =>
          Array.from({ length: count }, (_, i) => ({
            id: `${village}${i}`,
            form: 'works',
            subject: { kind: 'organisation' as const, id: village },
            date: '2026-07-01',
            data: { km: 1, done: i < done },
            recordedOn: '2026-07-01',
            recordedAt: '2026-07-01T08:00:00Z',
            recordedBy: { account: 'a', name: 'a' },
          }));
        const rates = valuesOf(worldOf([...works('v0', many, solved), ...works('v2', 1, 1)]), 'rate');
        const mean = divide(numberOf(rates.get('v0')).plus(numberOf(rates.get('v2'))), new Decimal(2));
        const whole = numberOf(rates.get('t0'));
        expect(whole.eq(divide(new Decimal(solved + 1), new Decimal(many + 1)))).toBe(true);
        expect(whole.eq(mean)).toBe(false);
      }),
    );
  });

  it('a village whose figure is missing makes nothing above it known, and nothing beside it unknown', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...VILLAGES), (all, village) => {
        const hidden = {
          ...(all[0] ?? null),
          id: 'hidden',
          form: 'works',
          subject: { kind: 'organisation' as const, id: village },
        };
        const missing: Fact = {
          ...hidden,
          date: '2026-07-02',
          recordedOn: '2026-07-02',
          recordedAt: '2026-07-02T08:00:00Z',
          recordedBy: { account: 'a', name: 'a' },
          data: { km: null, done: true },
        };
        const values = valuesOf(worldOf([...all, missing]), 'km');
        const parent = organisations.find(({ id }) => id === village)?.parent;
        for (const [id, { state }] of values) {
          expect(state).toBe(id === village || id === parent || id === 'c' ? 'not-known' : 'known');
        }
      }),
    );
  });
});

describe('exact sums', () => {
  it('0.1 + 0.2 is 0.3', () => expect(exactSum([0.1, 0.2]).toFixed()).toBe('0.3'));

  it('agree with decimals for any mixture of sizes', () => {
    const amount = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1e6),
      fc.integer().map((n) => n * 1e4),
      fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1e9),
      fc.constantFrom('0.1234567890123456789', '99999999999999999999.01'),
    );
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 60 }), (amounts) => {
        const expected = amounts.reduce((sum: Decimal, one) => sum.plus(one), new Decimal(0));
        expect(exactSum(amounts).toFixed()).toBe(expected.toFixed());
      }),
    );
  });

  it('of quotients come out even where they are even, and keep what is not', () => {
    expect(exactSum([1 / 3, 1 / 3, 1 / 3]).toFixed()).toBe('1');
    expect(exactSum([280 / 3.5 / 3, 280 / 3.5 / 3, 280 / 3.5 / 3]).toFixed()).toBe('80');
    expect(exactSum([1_000_000, 2 / 3, 1 / 3]).toFixed()).toBe('1000001');
    expect(exactSum([1 / 3, 1 / 3]).toFixed()).toBe('0.6666666666666666');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 5000 }), (parts, whole) => {
        expect(exactSum(Array.from({ length: parts }, () => whole / parts)).toFixed()).toBe(String(whole));
      }),
    );
  });

  it('do not lose a cent when they grow past what an integer holds', () => {
    const amounts = Array.from({ length: 20 }, () => 999_999_999.99);
    expect(exactSum(amounts).toFixed()).toBe('19999999999.8');
  });
});
