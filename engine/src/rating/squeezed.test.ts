import { describe, expect, it } from 'vitest';
import { CLASSES, rater, type Village } from '../../test/rated.ts';

const list = (...marks: number[]): Village[] => marks.map((one, i) => ({ id: `v${i}`, marks: one, cases: 1 }));
const quota = {
  id: 'placed',
  quota: {
    of: 'class',
    by: [{ step: 'marks', best: 'highest' }],
    within: { under: 'township' },
    base: 'all',
    places: [
      { grade: 'a', at_most: { share: 0.3 } },
      { grade: 'b', at_most: { share: 0.3 } },
    ],
    shares: 'separate',
    rounding: 'down',
    unfilled: 'lapse',
    ties: 'all-out',
    binding: 'hard',
    direct: 'none',
    missing: 'stop',
  },
};
const ceiling = {
  id: 'kept',
  ceiling: {
    of: 'class',
    limits: [{ when: 'cases > 0', at_most: { grade: 'c' }, why: { 'zh-CN': '有案件', en: 'cases' } }],
  },
};
const said = (step: object, villages: readonly Village[]) =>
  rater([CLASSES, step])
    .rate(villages)
    .findings.map(({ words }) => words.en);

describe('a group that limits put into the lowest grade as a whole', () => {
  it('is something to look at, group by group', () => {
    // two villages a township: 30 % of two, rounded down, leaves no place
    expect(said(quota, list(95, 90, 92, 85))).toEqual([
      'Places and limits put all 2 of the group into “c”: check them',
      'Places and limits put all 2 of the group into “c”: check them',
    ]);
    expect(said(ceiling, list(95, 90))).toEqual(['Places and limits put all 2 of the group into “c”: check them']);
  });

  it('is not when all stood there anyway, or when it is one alone', () => {
    expect(said(quota, list(10, 20, 30, 40))).toEqual([]);
    expect(said(ceiling, list(95))).toEqual([]);
    expect(said(ceiling, [...list(95), { id: 'v1', marks: 95 }])).toEqual([]);
  });
});
