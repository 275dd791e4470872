import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { examplePackFiles } from '../../example-pack.ts';
import type { Fact, World } from '../../facts.ts';
import { compile, loadPack, type Policy } from '../../index.ts';
import { toDecimal } from '../../measure/values.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const item = (id: string, side: 'award' | 'deduct', change: object) => ({
  id,
  title: say(id),
  item: {
    full: 100,
    starts: side === 'award' ? 'zero' : 'full',
    [side]: [
      { title: say(id), entries: { form: 'work' }, points: 0.5, one_matter: 'each', repeat: 'single', ...change },
    ],
    floor: 'none',
    cap: 'none',
    missing: 'stop',
  },
});

const STEPS = [
  item('capped', 'award', {
    per: { of: 'data.size', size: 20, units: 'pro-rata', counted: 'each-entry' },
    caps: [
      { per: 'day', at_most: 1 },
      { per: 'month', at_most: 4 },
      { per: 'year', at_most: 22 },
    ],
  }),
  item('pooled', 'award', { per: { of: 'data.size', size: 20, units: 'full', counted: 'together' } }),
  item('matters', 'award', {
    points: { by: 'data.kind', table: { a: 1, b: 2, c: 3 }, otherwise: 'stop' },
    one_matter: { same: ['data.matter'], counts: 'highest' },
  }),
  item('repeats', 'deduct', {
    repeat: { same: ['data.kind'], within: { months: 12 }, times: [1, 2], when_earlier_expires: 'stays' },
  }),
];

const load = () =>
  loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: say('village'), level: 5, parents: [] }],
        units: [{ id: 'point', title: say('point') }],
      },
      forms: [
        {
          id: 'work',
          subject: { organisation: ['village'] },
          date: 'done_on',
          fields: [
            { id: 'done_on', type: 'date' },
            { id: 'size', type: 'integer' },
            { id: 'matter', type: 'text' },
            { id: 'kind', type: 'choice', options: ['a', 'b', 'c'].map((id) => ({ id, title: say(id) })) },
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
          steps: STEPS,
          result: { score: 'capped' },
        },
      ],
    }),
  );
let policy: Policy;
beforeAll(() => {
  const { pack, problems } = load();
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

interface Work {
  readonly day: number;
  readonly size: number;
  readonly matter: string;
  readonly kind: string;
}

const works = fc.array(
  fc.record<Work>({
    day: fc.integer({ min: 1, max: 28 }),
    size: fc.integer({ min: 0, max: 90 }),
    matter: fc.constantFrom('', 'x', 'y'),
    kind: fc.constantFrom('a', 'b', 'c'),
  }),
  { maxLength: 12 },
);

const factOf = ({ day, size, matter, kind }: Work, i: number): Fact => {
  const date = `2026-0${1 + (day % 3)}-${String(day).padStart(2, '0')}`;
  return {
    id: `f${i}`,
    form: 'work',
    subject: { kind: 'organisation', id: 'v' },
    date,
    data: { size, kind, ...(matter === '' ? {} : { matter }) },
    recordedOn: date,
    recordedAt: `${date}T08:00:00.${String(i).padStart(6, '0')}Z`,
    recordedBy: { account: 'a', name: 'a' },
  };
};

function scores(facts: readonly Fact[]): Record<string, Decimal> {
  const world: World = {
    organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
    persons: [],
    postings: [],
    tenures: [],
    facts,
  };
  const [row] = policy.rate(world, { rating: 'year', period: '2026', asOf: '2026-12-31' }).rated;
  return Object.fromEntries([...(row?.steps ?? [])].map(([id, value]) => [id, toDecimal(value)]));
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('points for entries', () => {
  it('do not depend on the order in which entries come', () => {
    fc.assert(
      fc.property(works, (list) => {
        const facts = list.map(factOf);
        expect(scores(facts.toReversed())).toEqual(scores(facts));
      }),
    );
  });

  it('within nested caps are the smallest sums a hand would find', () => {
    fc.assert(
      fc.property(works, (list) => {
        const facts = list.map(factOf);
        const byDay = Map.groupBy(facts, ({ date }) => date);
        const days = [...byDay].map(([date, all]) => ({
          month: date.slice(0, 7),
          points: Math.min(1, sum(all.map(({ data }) => Number(data.size) / 40))),
        }));
        const months = [...Map.groupBy(days, ({ month }) => month).values()];
        const wanted = Math.min(22, sum(months.map((all) => Math.min(4, sum(all.map(({ points }) => points))))));
        expect(scores(facts).capped?.toNumber()).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('of sizes counted together do not change when an entry is split in two', () => {
    fc.assert(
      fc.property(works, fc.integer({ min: 0, max: 90 }), (list, cut) => {
        const whole = list.map(factOf);
        const split = whole.flatMap((fact): Fact[] => {
          const size = Number(fact.data.size);
          const first = Math.min(cut, size);
          const part = (id: string, of: number): Fact => ({ ...fact, id, data: { ...fact.data, size: of } });
          return [part(`${fact.id}-1`, first), part(`${fact.id}-2`, size - first)];
        });
        expect(scores(split).pooled).toEqual(scores(whole).pooled);
        expect(scores(split).capped).toEqual(scores(whole).capped);
        expect(scores(whole).pooled?.toNumber()).toBe(0.5 * Math.floor(sum(list.map(({ size }) => size)) / 20));
      }),
    );
  });

  it('count one matter once, by its highest entry', () => {
    fc.assert(
      fc.property(works, (list) => {
        const worth: Record<string, number> = { a: 1, b: 2, c: 3 };
        const of = (matter: string) => list.filter((one) => one.matter === matter).map(({ kind }) => worth[kind] ?? 0);
        const wanted = sum(of('')) + Math.max(0, ...of('x')) + Math.max(0, ...of('y'));
        expect(scores(list.map(factOf)).matters?.toNumber()).toBe(wanted);
      }),
    );
  });

  it('never fall with an award more, and never rise with a deduction more', () => {
    fc.assert(
      fc.property(works, works, (list, more) => {
        const [some, all] = [list.map(factOf), [...list, ...more].map(factOf)];
        const [before, after] = [scores(some), scores(all)];
        for (const id of ['capped', 'pooled', 'matters']) expect(after[id]?.gte(before[id] ?? 0), id).toBe(true);
        expect(after.repeats?.lte(before.repeats ?? new Decimal(100))).toBe(true);
      }),
    );
  });
});
