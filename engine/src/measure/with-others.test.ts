import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { villageEntries, villageEntry, villageWorld } from '../../test/one-village.ts';
import { examplePackFiles } from '../example-pack.ts';
import type { Fact } from '../facts.ts';
import { checkPacks, compile, loadPack } from '../index.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const FORMS = ['act', 'leave', 'rate'];

const filesOf = (steps: readonly object[]) =>
  examplePackFiles({
    kinds: {
      organisations: [{ id: 'village', title: say('village'), level: 5, parents: [] }],
      units: [{ id: 'point', title: say('point') }],
    },
    forms: FORMS.map((id) => ({
      id,
      title: say(id),
      subject: { organisation: ['village'] },
      date: 'on',
      confirmation: 'none',
      fields: [
        { id: 'on', type: 'date' },
        { id: 'who', title: say('who'), type: 'text' },
        { id: 'size', title: say('size'), type: 'integer' },
      ],
    })),
    ratings: [
      {
        id: 'r',
        title: say('r'),
        of: { organisations: ['village'] },
        period: { every: 'year' },
        part_period: 'rated',
        unit: 'point',
        steps: steps.map((step, i) => ({ id: `s${i}`, title: say(`s${i}`), ...step })),
        result: { score: 's0', ...(steps.length > 1 ? { also: steps.slice(1).map((_, i) => `s${i + 1}`) } : {}) },
      },
    ],
  });

const fact = fc
  .record({
    form: fc.constantFrom(...FORMS),
    who: fc.constantFrom('a', 'b', 'c'),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.constantFrom('03', '04'),
    size: fc.nat(9),
  })
  .map(({ form, who, day, month, size }) =>
    villageEntry(form, `2026-${month}-${String(day).padStart(2, '0')}`, { who, size }),
  );
const facts = villageEntries(fact);

/** The values of the steps of the village, as text. */
function rating(steps: readonly object[]): (all: readonly Fact[]) => readonly string[] {
  const { pack, problems } = loadPack(filesOf(steps));
  if (!pack) throw new Error(JSON.stringify(problems));
  const policy = compile([pack]);
  return (all) => {
    const [rated] = policy.rate(villageWorld(all), { rating: 'r', period: '2026', asOf: '2026-12-31' }).rated;
    return steps.map((_, i) => {
      const value = rated?.steps.get(`s${i}`);
      if (value?.state !== 'known') throw new Error(`s${i} is ${value?.state}`);
      return String(value.value);
    });
  };
}

const who = { own: 'data.who', other: 'data.who' };
const item = (entries: object) => ({
  item: {
    full: 0,
    starts: 'zero',
    award: [{ title: say('a'), one_matter: 'each', repeat: 'single', ...entries }],
    floor: 'none',
    cap: 'none',
    missing: 'stop',
  },
});
const beside = (then: string) => [
  { form: 'leave', same: who, days: { before: { days: 5 }, after: { days: 3 } }, then, why: say('w') },
];
const READS = [{ name: 'rate', form: 'rate', same: who, takes: 'in-force', missing: 'does-not-count' }];

describe('sets with entries of other forms beside them', () => {
  it('count the entries that count in an item', () => {
    const run = rating([
      { formula: { count: { form: 'act', beside: beside('does-not-count') } } },
      item({ entries: { form: 'act' }, points: 1, beside: beside('does-not-count') }),
      { formula: { count: { form: 'act', beside: beside('only-then') } } },
      item({ entries: { form: 'act' }, points: 1, beside: beside('only-then') }),
      { formula: { count: { form: 'act' } } },
    ]);
    fc.assert(
      fc.property(facts, (all) => {
        const [without, alike, only, same, whole] = run(all);
        expect([without, only]).toEqual([alike, same]);
        expect(Number(without) + Number(only)).toBe(Number(whole));
      }),
    );
  });

  it('add up what an item and a ledger count of what they read', () => {
    const run = rating([
      { formula: { sum: { form: 'act', reads: READS, of: 'data.size * rate.size' } } },
      item({ entries: { form: 'act' }, reads: READS, points: { is: 'data.size * rate.size' } }),
      {
        ledger: {
          plus: [
            {
              title: say('p'),
              entries: { form: 'act' },
              reads: READS,
              points: { is: 'data.size * rate.size' },
              valid: { ends: 'never' },
            },
          ],
          gives: 'score',
          starts: 'anew',
          floor: 'none',
          cap: 'none',
        },
      },
      { formula: { sum: { form: 'act', reads: READS, where: 'rate.size > 3', of: 'data.size' } } },
      item({ entries: { form: 'act', where: 'rate.size > 3' }, reads: READS, points: { is: 'data.size' } }),
    ]);
    fc.assert(
      fc.property(facts, (all) => {
        const [sum, counted, booked, where, alike] = run(all);
        expect([counted, booked]).toEqual([sum, sum]);
        expect(alike).toBe(where);
      }),
    );
  });
});

describe('the check says of entries beside a set', () => {
  const found = (formula: object): string[] => {
    const files = filesOf([{ formula }]);
    const { pack, problems } = loadPack(files);
    const all = pack ? checkPacks([pack]) : problems;
    return all.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  it.each([
    [{ count: { organisations: 'village', beside: beside('only-then') } }, 'wrong-set'],
    [{ count: { organisations: 'village', reads: READS } }, 'wrong-set'],
    [{ count: { any_of: [{ form: 'act' }, { form: 'leave' }], reads: READS } }, 'wrong-set'],
    [{ count: { form: 'act', reads: [{ ...READS[0], name: 'data' }] } }, 'name-taken'],
    [{ count: { form: 'act', reads: [{ ...READS[0], form: 'rates' }] } }, 'unknown-form'],
    [
      {
        count: { form: 'act', beside: [{ ...beside('only-then')[0], same: { own: 'data.whom', other: 'data.who' } }] },
      },
      'condition',
    ],
    [{ count: { form: 'act', where: 'rate.size > 1' } }, 'condition'],
    [{ count: { form: 'act', reads: READS, where: 'rate.sizes > 1' } }, 'condition'],
  ])('%j: %s', (formula, code) => expect(found(formula)).toContain(code));

  it('nothing where they are sound, inside a union too', () => {
    const inside = {
      any_of: [
        { form: 'act', reads: READS, where: 'rate.size > 1' },
        { form: 'leave', beside: beside('only-then') },
      ],
    };
    expect(found({ count: inside })).toEqual([]);
  });
});
