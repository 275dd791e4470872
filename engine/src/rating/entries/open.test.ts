import { describe, expect, it } from 'vitest';
import { ratingPack, villages } from '../../../test/rated.ts';
import { compile, type Value, type World } from '../../index.ts';

const title = { 'zh-CN': '检查', en: 'Checks' };

/** What an award for the checks of a village comes to that had two, the second with these marks. */
function award(change: object, marks: number | null): Value | undefined {
  const item = {
    full: 100,
    starts: 'zero',
    award: [{ title, entries: { form: 'check' }, points: 2, one_matter: 'each', repeat: 'single', ...change }],
    ...{ floor: 0, cap: 'full', missing: 'stop' },
  };
  const policy = compile([ratingPack([{ id: 'item', item }], { result: { score: 'item' } })]);
  const world = villages([{ id: 'v0', marks: 3 }]);
  const [first] = world.facts;
  if (!first) throw new Error('There is no entry');
  const second = { ...first, id: 'second', date: '2026-04-01', data: { on: '2026-04-01', marks } };
  const both: World = { ...world, facts: [first, second] };
  return policy.rate(both, { rating: 'year', period: '2026', asOf: '2026-12-31' }).rated[0]?.steps.get('item');
}

const told = (value: Value | undefined): unknown =>
  value?.state === 'known'
    ? Number(value.value)
    : value?.state === 'not-known'
      ? value.missing.map(({ what }) => what)
      : value;

describe('an entry that leaves open what it counts leaves the item open, and says what is missing', () => {
  const MARKS = ['form:check.marks'];

  it.each([
    ['its points', { points: { is: 'data.marks' } }, 7],
    ['its row', { points: { of: 'data.marks', rows: [{ at_least: 4, gives: 5 }], otherwise: 1 } }, 6],
    ['its place in a table', { points: { by: 'data.marks', table: { 3: 1, 4: 2 }, otherwise: 'stop' } }, 3],
    [
      'its points at the discretion of a judge',
      { points: { of: 'data.marks', from: 0, to: 9, reason: 'not-required' } },
      7,
    ],
    ['its size', { per: { of: 'data.marks', size: 1, units: 'pro-rata', counted: 'each-entry' } }, 14],
    ['what a cap goes by', { caps: [{ per: { same: 'data.marks' }, at_most: 1 }] }, 2],
    ['of what so many count', { only: { best: 1, per: { same: 'data.marks' } } }, 4],
  ])('where it is %s', (_what, change, points) => {
    expect(told(award(change, 4))).toBe(points);
    expect(told(award(change, null))).toEqual(MARKS);
  });

  it('where it fits nothing that is written and the pack says stop; else it counts nothing', () => {
    const rows = (otherwise: string) => ({ points: { of: 'data.marks', rows: [{ at_most: 3, gives: 1 }], otherwise } });
    expect([told(award(rows('stop'), 4)), told(award(rows('zero'), 4))]).toEqual([['rows'], 1]);
    const table = (otherwise: string) => ({ points: { by: 'data.marks', table: { 3: 1 }, otherwise } });
    expect([told(award(table('stop'), 4)), told(award(table('zero'), 4))]).toEqual([['table'], 1]);
    const open = award(rows('stop'), 4);
    expect(open?.state === 'not-known' ? open.missing[0]?.words : null).toEqual({
      'zh-CN': '4 不落入任何一档',
      en: '4 fits no row',
    });
  });

  it('what is beyond the discretion, or below zero, counts nothing', () => {
    const judged = { points: { of: 'data.marks', from: 2, to: 5, reason: 'not-required' } };
    expect([2, 5, 1.99, 5.01].map((marks) => told(award(judged, marks)))).toEqual([5, 8, 3, 3]);
    const sized = { per: { of: 'data.marks', size: 1, units: 'pro-rata', counted: 'each-entry' } };
    expect(told(award(sized, -4))).toBe(6);
    expect(told(award({ per: { ...sized.per, size: 'cases' } }, 4))).toBe(0);
  });
});
