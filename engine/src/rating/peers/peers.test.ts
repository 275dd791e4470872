import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemsOf, type Rater, rater, type Village } from '../../../test/rated.ts';

const list = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 10 })
  .map((all) => all.map((marks, i): Village => ({ id: `v${i}`, marks })));

const relative = (how: object, more: object = {}) => ({
  id: 'points',
  relative: {
    of: 'marks',
    best: 'highest',
    within: 'all',
    own: 'inside',
    how,
    alone: 'not-applicable',
    missing: 'stop',
    ...more,
  },
});

describe('relative points', () => {
  let places: Rater;
  let share: Rater;
  let less: Rater;
  beforeAll(() => {
    places = rater([relative({ first: 90, last: 70, ties: 'best' })]);
    share = rater([relative({ share_of_best: 35, zero: { share: 1 } })]);
    less = rater([relative({ share_of_best: 35, less: 'mirrored', zero: { share: 1 } }, { best: 'lowest' })]);
  });

  it('lie between their ends, and who has more never has fewer', () => {
    fc.assert(
      fc.property(list, fc.constantFrom(places, share, less), (all, policy) => {
        const points = policy.values(all, 'points');
        const [low, high] = policy === places ? [70, 90] : [0, 35];
        for (const one of all) {
          const own = Number(points.get(one.id));
          expect(own >= low - 1e-9 && own <= high + 1e-9).toBe(true);
          for (const other of all)
            if (policy === less ? one.marks < other.marks : one.marks > other.marks)
              expect(own).toBeGreaterThanOrEqual(Number(points.get(other.id)));
        }
      }),
    );
  });

  it('do not depend on the order of subjects', () => {
    fc.assert(
      fc.property(
        list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const sorted = (villages: readonly Village[]) => [...places.values(villages, 'points')].sort();
          expect(sorted(shuffled)).toEqual(sorted(all));
        },
      ),
    );
  });

  it('say what the share of the best means where less is better', () => {
    const found = problemsOf([relative({ share_of_best: 35, zero: 'not-applicable' }, { best: 'lowest' })]);
    expect(found.map(({ code }) => code)).toEqual(['open-choice']);
  });
});

describe('statistics of peers', () => {
  const peers = (statistic: string, id = statistic) => ({
    id,
    peers: { of: 'marks', statistic, within: 'all', own: 'inside', empty: 'zero', missing: 'stop' },
  });
  let policy: Rater;
  beforeAll(() => {
    policy = rater(['min', 'median', 'mean', 'max', 'sum', 'count'].map((statistic) => peers(statistic)));
  });

  it('lie between the least and the most, and the sum is the mean times the number', () => {
    fc.assert(
      fc.property(list, (all) => {
        const of = (statistic: string) => Number(policy.values(all, statistic).get('v0'));
        expect(of('min')).toBeLessThanOrEqual(of('median'));
        expect(of('median')).toBeLessThanOrEqual(of('max'));
        expect(of('mean') * of('count')).toBeCloseTo(of('sum'), 9);
        expect(of('sum')).toBe(all.reduce((sum, { marks }) => sum + marks, 0));
      }),
    );
  });

  it('need a condition for a share', () => {
    expect(problemsOf([peers('share')]).map(({ code }) => code)).toEqual(['peers-that']);
  });
});

describe('the first and the last', () => {
  const top = (awards: readonly object[], more: object = {}) => ({
    id: 'listed',
    top: {
      of: 'marks',
      best: 'highest',
      within: 'all',
      awards,
      short: 'none',
      vacant: 'lapse',
      ties: 'all-out',
      missing: 'stop',
      ...more,
    },
  });
  const count = (listed: ReadonlyMap<string, string>) => [...listed.values()].filter((one) => one === 'true').length;

  it('are never more than the places, and nobody better is left out', () => {
    const policy = rater([top([{ first: 3, needs: 'marks >= 50' }])]);
    fc.assert(
      fc.property(list, (all) => {
        const listed = policy.values(all, 'listed');
        expect(count(listed)).toBeLessThanOrEqual(3);
        for (const one of all) {
          if (listed.get(one.id) !== 'true') continue;
          expect(one.marks).toBeGreaterThanOrEqual(50);
          for (const other of all) if (other.marks > one.marks) expect(listed.get(other.id)).toBe('true');
        }
      }),
    );
  });

  it('are never fewer when equals are all in', () => {
    const [out, all] = [rater([top([{ first: 3 }])]), rater([top([{ first: 3 }], { ties: 'all-in' })])];
    fc.assert(
      fc.property(list, (villages) => {
        expect(count(all.values(villages, 'listed'))).toBeGreaterThanOrEqual(Math.min(3, villages.length));
        expect(count(out.values(villages, 'listed'))).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('are not persons by how much they did', () => {
    const members = { of: { members: ['village'] } };
    const last = (of: string) => problemsOf([top([{ last: 2 }], { of })], members).map(({ code }) => code);
    expect(last('cases')).toContain('fairness');
    expect(problemsOf([top([{ last: 2 }], { of: 'cases' })]).map(({ code }) => code)).toEqual([]);
    expect(last('marks')).toContain('last-of-persons');
  });
});
