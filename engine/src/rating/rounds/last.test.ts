import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ratingPack } from '../../../test/rated.ts';
import { checkPacks, compile, type Fact } from '../../index.ts';

const rounds = (more: object) => ({
  rounds: {
    ...{ rating: 'months', step: 'marks', take: 'mean', missing: 'stop', not_applicable: 'left-out' },
    ...{ not_over: 'left-out', part_round: 'whole', ...more },
  },
});
const last = (periods: unknown, more: object = {}) => ({ periods, up_to: 'this', fewer: 'those-there', ...more });
const titled = (id: string, construct: object) => ({ id, title: { 'zh-CN': id, en: id }, ...construct });

/** A rating by month whose marks are sums, and one by quarter that takes its last months, those of the period, or both. */
function packOf(steps: readonly object[], since: object = { since: '2025-01-01' }) {
  const quarter = {
    ...{ id: 'quarters', of: { organisations: ['village'] }, period: { every: 'quarter' }, part_period: 'rated' },
    ...{ unit: 'point', result: { score: 'a' }, steps, title: { 'zh-CN': '季', en: 'quarter' } },
  };
  return ratingPack([], { id: 'months', period: { every: 'month' }, ...since }, [], [quarter]);
}

const fact = (date: string, marks: number): Fact => ({
  ...{
    id: `${date} ${marks}`,
    form: 'check',
    subject: { kind: 'organisation', id: 'v' },
    date,
    data: { on: date, marks },
  },
  ...{ recordedOn: date, recordedAt: `${date}T08:00:00Z`, recordedBy: { account: 't', name: 't' } },
});
const months = Array.from(
  { length: 24 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);

function come(steps: readonly object[], period: string, marks: readonly number[], from = '2020-01-01'): unknown[] {
  const village = { id: 'v', kind: 'village', name: 'v', parent: null, from };
  const facts = marks.map((one, i) => fact(`${months[i]}-10`, one));
  const world = { organisations: [village], persons: [], postings: [], tenures: [], facts };
  const { rated } = compile([packOf(steps)]).rate(world, { rating: 'quarters', period, asOf: '2026-12-31' });
  return [...(rated[0]?.steps.values() ?? [])].map((value) =>
    value.state === 'known' ? Number(Number(value.value).toFixed(9)) : value.state,
  );
}

const marks = fc.array(fc.integer({ min: -20, max: 100 }), { minLength: 24, maxLength: 24 });
const quarters = fc
  .integer({ min: 1, max: 8 })
  .map((n) => [n, `${n > 4 ? 2026 : 2025}-Q${((n - 1) % 4) + 1}`] as const);

it('the last three months of a quarter are its rounds, and those up to the one before come to what the quarter before took', () => {
  fc.assert(
    fc.property(marks, quarters, (numbers, [n, key]) => {
      const [own, within, before] = come(
        [
          titled('a', rounds({ last: last(3) })),
          titled('b', rounds({})),
          titled('c', rounds({ last: last(3, { up_to: 'previous' }) })),
        ],
        key,
        numbers,
      );
      expect(own).toBe(within);
      const earlier = numbers.slice((n - 2) * 3, (n - 1) * 3);
      const mean = Number((earlier.reduce((sum, one) => sum + one, 0) / 3).toFixed(9));
      expect(before).toBe(n === 1 ? 'not-applicable' : mean);
    }),
    { numRuns: 30 },
  );
});

it('takes the last so many through the years, as many as there are since anybody was rated', () => {
  fc.assert(
    fc.property(marks, quarters, fc.integer({ min: 2, max: 30 }), (numbers, [n, key], count) => {
      const there = numbers.slice(Math.max(0, n * 3 - count), n * 3);
      const mean = Number((there.reduce((sum, one) => sum + one, 0) / there.length).toFixed(9));
      const steps = [
        titled('a', rounds({ last: last(count) })),
        titled('b', rounds({ last: last(count, { fewer: 'not-applicable' }) })),
      ];
      expect(come(steps, key, numbers)).toEqual([mean, there.length < count ? 'not-applicable' : mean]);
    }),
    { numRuns: 30 },
  );
});

it('takes of one that is new the periods it was there for', () => {
  const steps = [titled('a', rounds({ last: last(4) })), titled('b', rounds({ last: last(4), take: 'sum' }))];
  expect(come(steps, '2026-Q1', Array(24).fill(6), '2026-02-01')).toEqual([6, 12]);
  expect(come(steps, '2026-Q2', Array(24).fill(6), '2026-02-01')).toEqual([6, 24]);
});

it.each([
  ['a month beside', { only_months: [3] }, last(4), 'not chosen by month'],
  ['all of them twice', { at_least: 4 }, last(4, { fewer: 'not-applicable' }), 'asks for all of them already'],
  ['more than are taken', { at_least: 5 }, last(4), 'needs 5 rounds, and takes 4 periods'],
  ['the best of more', { take: { best: 5 } }, last(4), 'needs 5 rounds, and takes 4 periods'],
  ['another number of weights', { take: { weights: [1, 2, 3] } }, last(4), 'There are 3 weights for 4 periods'],
])('refuses %s', (_name, more, taken, words) => {
  const found = checkPacks([packOf([titled('a', rounds({ ...more, last: taken }))])]);
  expect(found.map((one) => one.words.en).join()).toContain(words);
});

it('asks from when there are periods, and knows a step that needs itself', () => {
  const found = (steps: readonly object[], since?: object) =>
    checkPacks([packOf(steps, since)])
      .map(({ severity, code }) => `${severity ?? 'error'} ${code}`)
      .filter((one) => !one.endsWith('dead-step'));
  const own = (up_to: string) => [titled('a', rounds({ rating: 'quarters', step: 'a', last: last(4, { up_to }) }))];
  expect(found([titled('a', rounds({ last: last(4) }))])).toEqual([]);
  expect(found([titled('a', rounds({ last: last(4) }))], {})).toEqual(['warning no-start']);
  expect(found(own('this'))).toContain('error circular');
  expect(found(own('previous'))).not.toContain('error circular');
});
