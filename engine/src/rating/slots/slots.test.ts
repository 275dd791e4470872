import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPacks } from '../../check/check.ts';
import { Decimal } from '../../decimal.ts';
import { examplePackFiles } from '../../example-pack.ts';
import { loadPack } from '../../pack/load.ts';
import type { Pack } from '../../pack/pack.ts';
import { compile } from '../../policy.ts';
import { say } from '../../words.ts';
import { admit, type Declared } from './admit.ts';
import type { Ends, SlotLimits } from './limits.ts';

const same = (text: string) => say(text, text);

function made(files: Parameters<typeof examplePackFiles>[0]): Pack {
  const { pack, problems } = loadPack(examplePackFiles(files));
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

const LIMITS = {
  number: 3,
  plus: { each: 1.5, together: 'param("local.most")' },
  kinds: [{ id: 'help', title: same('help') }],
  filled_by: { packs: { needs: ['reason', 'approved'], shown_days: 5 } },
  none: 'zero',
  missing: 'stop',
};

const county = (slots: object = LIMITS) =>
  made({
    manifest: { id: 'county' },
    kinds: {
      organisations: [{ id: 'village', title: same('village'), level: 5, parents: [] }],
      units: [{ id: 'point', title: same('points') }],
    },
    values: [{ id: 'local.most', unit: 'point', values: { '2026-01-01': 4 } }],
    forms: [{ id: 'deed', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] }],
    ratings: [
      {
        id: 'year',
        of: { organisations: ['village'] },
        period: { every: 'year' },
        part_period: 'rated',
        unit: 'point',
        steps: [{ id: 'local', title: same('local'), slots }],
        result: { score: 'local' },
      },
    ],
  });

const item = (id: string, marks: number, more: object = {}, rule: object = {}) => ({
  id,
  title: same(id),
  kind: 'help',
  reason: same('why'),
  approved: { by: same('county'), on: '2026-01-20' },
  shown: { from: '2026-01-01', to: '2026-01-05' },
  ...more,
  item: {
    full: marks,
    starts: 'zero',
    award: [{ title: same('deeds'), points: 0.5, times: { count: { form: 'deed' } }, units: 'full' }],
    floor: 0,
    cap: 'full',
    missing: 'stop',
    ...rule,
  },
});

const town = (items: readonly object[], id = 'town', more: object = {}) =>
  made({
    manifest: { id, depends_on: ['county'] },
    'local-items': [{ id, rating: 'year', slots: 'local', items, ...more }],
  });

const found = (...packs: Pack[]) =>
  checkPacks([county(), ...packs]).map(({ code, path, line, column, words, wayOut }) => {
    expect([path.split('/').slice(1).join('/'), line > 1, column > 1]).toEqual([
      'local-items/example.yaml',
      true,
      true,
    ]);
    expect(wayOut['zh-CN'] && wayOut.en).toBeTruthy();
    return `${code}: ${words.en}`;
  });

describe('items of a lower pack', () => {
  it('within the limits are taken and scored', () => {
    expect(found(town([item('a', 1.5), item('b', 1.5), item('c', 1)]))).toEqual([]);
    const policy = compile([county(), town([item('a', 1.5)])]);
    const day = (n: number) => `2026-03-0${n}`;
    const { rated } = policy.rate(
      {
        organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
        persons: [],
        postings: [],
        tenures: [],
        facts: [1, 2].map((n) => ({
          id: `${n}`,
          form: 'deed',
          subject: { kind: 'organisation', id: 'v' },
          date: day(n),
          data: {},
          recordedOn: day(n),
          recordedAt: `${day(n)}T08:00:00Z`,
          recordedBy: { account: 'a', name: 'a' },
        })),
      },
      { rating: 'year', period: '2026', asOf: '2026-12-31' },
    );
    expect(String(rated[0]?.score?.state === 'known' && rated[0].score.value)).toBe('1');
  });

  it.each([
    [
      'more than the number',
      [1, 1, 1, 0.5].map((marks, i) => item(`i${i}`, marks)),
      'local-item-number: Local item “i3”: The number of local items: 4 is more than 3',
    ],
    ['larger than one may be', [item('a', 2)], 'local-item-size: Local item “a”: marks brought: 2 is more than 1.5'],
    [
      'more than all may be',
      [item('a', 1.5), item('b', 1.5), item('c', 1.5)],
      'local-item-together: Local item “c”: All marks brought: 4.5 is more than 4',
    ],
    [
      'one that takes',
      [item('a', 1, {}, { floor: -1 })],
      'local-item-sign: Local item “a”: An item with marks taken is not allowed',
    ],
    [
      'of no allowed kind',
      [item('a', 1, { kind: 'dance' })],
      'local-item-kind: Local item “a”: The kind “dance” is not among those allowed',
    ],
    [
      'without its reason',
      [item('a', 1, { reason: undefined })],
      'no-reason: “a” does not state its reason, which the upper rule demands of local items',
    ],
    [
      'shown too short',
      [item('a', 1, { shown: { from: '2026-01-01', to: '2026-01-04' } })],
      'shown-too-short: “a” was shown 4 days, not 5',
    ],
    [
      'without an end',
      [item('a', 1, {}, { cap: 'none' })],
      'unlimited-item: “a” has no end, so that the limits from above cannot be checked',
    ],
    [
      'of a size that is worked out',
      [item('a', 1, {}, { full: 'local + 1' })],
      'item-size-unknown: full of “a” is neither a number nor a parameter that is set',
    ],
    ['twice under one id', [item('a', 1), item('a', 1)], 'duplicate-id: The item “a” is defined twice'],
  ])('%s are refused', (_name, items, problem) => {
    expect(found(town(items))).toContain(problem);
  });

  it('of several packs share the room; those of one township do not take that of another', () => {
    const three = [item('a', 1), item('b', 1), item('c', 1)];
    expect(found(town(three), town([item('d', 1)], 'town-b'))).toEqual([
      'local-item-number: Local item “d”: The number of local items: 4 is more than 3',
    ]);
    const only = (name: string) => ({ for: `subject.name == "${name}"` });
    expect(found(town(three, 'town', only('v')), town(three, 'town-b', only('w')))).toEqual([]);
  });

  it('that name no slots, or use steps that are not there, are refused', () => {
    expect(found(town([item('a', 1)], 'town', { slots: 'locals' }))).toEqual([
      'no-slots: “locals” of “year” leaves packs no room for local items',
    ]);
    expect(found(town([item('a', 1)], 'town', { rating: 'years' }))).toEqual([
      'unknown-rating: There is no rating “years”',
    ]);
    expect(found(town([item('a', 1)], 'town', { for: 'nobody > 1' })).join()).toMatch(/unknown-step/);
  });

  it('that are fewer than there must be are refused', () => {
    const slots = { ...LIMITS, number: { at_least: 2, at_most: 3 } };
    const codes = (items: readonly object[]) => checkPacks([county(slots), town(items)]).map(({ code }) => code);
    expect(codes([item('a', 1)])).toEqual(['local-items-short']);
    expect(codes([item('a', 1), item('b', 1)])).toEqual([]);
  });
});

it('room without a sign, and limits that are worked out, are refused', () => {
  const codes = (slots: object) => checkPacks([county(slots)]).map(({ code }) => code);
  const { plus: _plus, ...unsigned } = LIMITS;
  expect(codes(unsigned)).toContain('no-sign');
  expect(codes({ ...LIMITS, number: '1 + 2' })).toContain('not-laid-down');
});

const marks = fc.integer({ min: 0, max: 40 }).map((n) => new Decimal(n).div(10));
const declared: fc.Arbitrary<Declared> = fc.record({
  title: fc.constant(same('a')),
  plus: marks,
  minus: marks,
  kind: fc.constantFrom('a', 'b', null),
  unfit: fc.constant(null),
});
const ends: fc.Arbitrary<Ends> = fc.record({ least: fc.constant(null), most: fc.option(marks) });
const side = fc.option(fc.record({ each: ends, together: ends, number: ends }));
const limits: fc.Arbitrary<SlotLimits> = fc.record({
  number: ends,
  plus: side,
  minus: side,
  together: ends,
  kinds: fc.option(fc.constant(new Set(['a']))),
});

describe('what the limits take', () => {
  const taken = (items: readonly Declared[], of: SlotLimits) =>
    admit(items, of).items.flatMap(({ item: one, refused }) => (refused === null ? [one] : []));

  it('never exceeds them, and is taken again', () => {
    fc.assert(
      fc.property(fc.array(declared), limits, (items, of) => {
        const kept = taken(items, of);
        const sum = (sign: 'plus' | 'minus') => Decimal.sum(0, ...kept.map((one) => one[sign]));
        const within = (is: Decimal, { most }: Ends) => expect(most === null || is.lte(most)).toBe(true);
        within(new Decimal(kept.length), of.number);
        within(sum('plus').plus(sum('minus')), of.together);
        for (const sign of ['plus', 'minus'] as const) {
          if (of[sign] === null) expect(sum(sign).isZero()).toBe(true);
          else within(sum(sign), of[sign].together);
        }
        expect(taken(kept, of)).toEqual(kept);
      }),
    );
  });

  it('stays when others come after', () => {
    fc.assert(
      fc.property(fc.array(declared), declared, limits, (items, more, of) => {
        const kept = taken(items, of);
        expect(taken([...items, more], of).slice(0, kept.length)).toEqual(kept);
      }),
    );
  });
});
