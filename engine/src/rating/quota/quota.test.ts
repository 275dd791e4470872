import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSES, problemsOf, rater, type Village } from '../../../test/rated.ts';

const part = (places: readonly object[], more: object = {}) => ({
  id: 'grade',
  quota: {
    of: 'class',
    by: [{ step: 'marks', best: 'highest' }],
    within: 'all',
    base: 'all',
    places,
    shares: 'separate',
    rounding: 'down',
    unfilled: 'lapse',
    ties: 'all-out',
    binding: 'hard',
    direct: 'none',
    missing: 'stop',
    ...more,
  },
});
const quota = (places: readonly object[], more: object = {}) => [CLASSES, part(places, more)];

const list = fc
  .array(fc.integer({ min: 40, max: 100 }), { minLength: 1, maxLength: 12 })
  .map((marks) => marks.map((mark, i): Village => ({ id: `v${i}`, marks: mark })));

const count = (grades: ReadonlyMap<string, string>, grade: string): number =>
  [...grades.values()].filter((one) => one === grade).length;

describe('quotas', () => {
  it('are never exceeded, whatever the marks, the share and the rounding', () => {
    const cases = fc.record({
      villages: list,
      share: fc.integer({ min: 0, max: 100 }),
      second: fc.integer({ min: 0, max: 100 }),
      rounding: fc.constantFrom('down', 'half-up', 'up', 'largest-remainder'),
      unfilled: fc.constantFrom('lapse', 'move-down'),
    });
    fc.assert(
      fc.property(cases, ({ villages, share, second, rounding, unfilled }) => {
        const [a, b] = [share / 100, Math.min(share + second, 100) / 100];
        const places = [
          { grade: 'a', at_most: { share: a } },
          { grade: 'b', at_most: { share: b } },
        ];
        const grades = rater(quota(places, { rounding, unfilled, shares: 'running' })).values(villages, 'grade');
        const most = (of: number): number => Math.ceil(Math.round(of * villages.length * 1e6) / 1e6);
        expect(count(grades, 'a')).toBeLessThanOrEqual(most(a));
        expect(count(grades, 'a') + count(grades, 'b')).toBeLessThanOrEqual(most(b));
        if (rounding === 'down') expect(count(grades, 'a')).toBeLessThanOrEqual(Math.floor(a * villages.length + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of subjects', () => {
    const places = [
      { grade: 'a', at_most: { share: 0.25 } },
      { grade: 'b', at_least: { share: 0.5 } },
    ];
    const policy = rater(quota(places, { within: { under: 'township' }, ties: 'all-in', rounding: 'up' }));
    fc.assert(
      fc.property(
        list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const sorted = (villages: readonly Village[]) => [...policy.values(villages, 'grade')].sort();
          expect(sorted(shuffled)).toEqual(sorted(all));
        },
      ),
    );
  });

  it('keep the order of marks: nobody behind has a better grade', () => {
    const policy = rater(
      quota([
        { grade: 'a', exactly: { share: 0.3 } },
        { grade: 'b', at_least: { number: 3 } },
      ]),
    );
    fc.assert(
      fc.property(list, (all) => {
        const grades = policy.values(all, 'grade');
        for (const one of all)
          for (const other of all)
            if (one.marks > other.marks) expect((grades.get(one.id) ?? '') <= (grades.get(other.id) ?? '')).toBe(true);
      }),
    );
  });

  it('applied twice change nothing', () => {
    const once = part([{ grade: 'a', at_most: { number: 3 } }]);
    const twice = { ...once, id: 'again', quota: { ...once.quota, of: 'grade' } };
    const policy = rater([CLASSES, once, twice]);
    fc.assert(
      fc.property(list, (all) => {
        expect(policy.values(all, 'again')).toEqual(policy.values(all, 'grade'));
      }),
    );
  });
});

describe('the check of quotas', () => {
  const codes = (places: readonly object[], more: object = {}) =>
    problemsOf(quota(places, more)).map(({ code }) => code);

  it('refuses to force anybody into the lowest grade without an absolute floor', () => {
    expect(codes([{ grade: 'c', exactly: { share: 0.1 } }])).toEqual(['forced-share']);
    expect(codes([{ grade: 'c', at_least: { share: 0.1 }, needs: 'marks < 60' }])).toEqual([]);
  });

  it.each([
    [
      'shares that make more than the whole',
      [
        { grade: 'a', exactly: { share: 0.6 } },
        { grade: 'b', exactly: { share: 0.5 } },
      ],
    ],
    ['at least more than at most', [{ grade: 'a', at_least: { share: 0.3 }, at_most: { share: 0.2 } }]],
    ['a limit of the lowest grade', [{ grade: 'c', at_most: { share: 0.2 } }]],
    [
      'a grade named twice',
      [
        { grade: 'a', at_most: { share: 0.1 } },
        { grade: 'a', at_least: { number: 1 } },
      ],
    ],
    ['no limit at all', [{ grade: 'a' }]],
    ['needs that nothing uses', [{ grade: 'a', at_most: { number: 2 }, needs: 'marks > 3' }]],
  ])('refuses %s', (_, places) => expect(codes(places)).toEqual(['quota-unmeetable']));

  it.each([
    ['no-such-size', [{ grade: 'a', at_most: { share: 20 } }]],
    ['no-such-size', [{ grade: 'a', at_most: { number: -1 } }]],
    ['ends-crossed', [{ grade: 'a', at_least: { number: 3 }, at_most: { number: 2 } }]],
  ])('refuses numbers of no sense: %s', (code, places) => expect(codes(places)).toEqual([code]));

  it('refuses running shares that shrink', () => {
    const places = [
      { grade: 'a', at_most: { share: 0.5 } },
      { grade: 'b', at_most: { share: 0.4 } },
    ];
    expect(codes(places, { shares: 'running' })).toEqual(['quota-unmeetable']);
    expect(codes(places)).toEqual([]);
  });
});
