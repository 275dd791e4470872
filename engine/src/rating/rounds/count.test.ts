import { expect, it } from 'vitest';
import { ratingPack, villages } from '../../../test/rated.ts';
import { compile, type Value } from '../../index.ts';

const taking = (take: unknown, more: object = {}) => ({
  rounds: {
    ...{ rating: 'months', step: 'marks', take, missing: 'stop', not_applicable: 'left-out' },
    ...{ not_over: 'left-out', part_round: 'left-out', ...more },
  },
});
const year = (step: object) => ({
  ...{ id: 'years', of: { organisations: ['village'] }, period: { every: 'year' }, part_period: 'rated' },
  ...{ unit: 'point', result: { score: 'all' } },
  steps: [{ id: 'all', title: { 'zh-CN': '全年', en: 'year' }, ...step }],
});

/** What the rounds of a village come to that is there from a day on; the rating of its months has no entries but in March. */
function come(step: object, from: string, asOf = '2026-12-31'): unknown {
  const months = { id: 'months', period: { every: 'month' } };
  const policy = compile([ratingPack([], months, [], [year(step)])]);
  const world = villages([{ id: 'v0', marks: 12 }]);
  const organisations = world.organisations.map((one) => (one.id === 'v0' ? { ...one, from } : one));
  const { rated } = policy.rate({ ...world, organisations }, { rating: 'years', period: '2026', asOf });
  const value: Value | null | undefined = rated[0]?.score;
  if (value?.state === 'not-known') return value.missing.map(({ words }) => words.en);
  return value?.state === 'known' ? Number(value.value) : value?.why.en;
}

it('rounds of which it was there only for a part are left out', () => {
  expect(come(taking('sum'), '2026-03-01')).toBe(12);
  expect(come(taking('sum'), '2026-03-02')).toBe(0);
  expect(come(taking('sum', { part_round: 'whole' }), '2026-03-02')).toBe(12);
});

it('where there is no round at all, that is what is missing', () => {
  expect(come(taking('mean', { only_months: [1] }), '2026-01-15')).toEqual(['There is no round at all']);
  expect(come(taking('mean', { only_months: [3] }), '2026-03-01')).toBe(12);
});

it('rounds that are not over are what is missing where none is, or where they stop the rest', () => {
  expect(come(taking('mean', { only_months: [1] }), '2026-01-01', '2026-01-30')).toEqual(['2026-01 is not over yet']);
  expect(come(taking('sum'), '2026-01-01', '2026-03-31')).toBe(12);
  expect(come(taking('sum', { not_over: 'stop' }), '2026-11-01', '2026-11-30')).toEqual(['2026-12 is not over yet']);
});
