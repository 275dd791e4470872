import { expect, it } from 'vitest';
import { ratingPack } from '../../../test/rated.ts';
import { compile, type Fact } from '../../index.ts';

const fact = (form: string, date: string, marks: number | null = null): Fact => ({
  ...{ id: `${form} ${date}`, form, subject: { kind: 'organisation', id: 'v' }, date, data: { on: date, marks } },
  ...{ recordedOn: date, recordedAt: `${date}T08:00:00Z`, recordedBy: { account: 't', name: 't' } },
});

/** What cases on some days come to, a point each, when checks beside them take them away. */
function points(beside: object, checks: readonly Fact[], ...cases: string[]): unknown {
  const part = { form: 'check', then: 'does-not-count', why: { 'zh-CN': '已检查', en: 'checked' }, ...beside };
  const award = {
    ...{ title: { 'zh-CN': '每件', en: 'Each' }, entries: { form: 'case' }, points: 1, beside: [part] },
    ...{ one_matter: 'each', repeat: 'single' },
  };
  const item = { full: 100, starts: 'zero', award: [award], floor: 0, cap: 'full', missing: 'stop' };
  const policy = compile([ratingPack([{ id: 'item', item }], { result: { score: 'item' } })]);
  const village = { id: 'v', kind: 'village', name: 'v', parent: null, from: '2020-01-01' };
  const facts = [...checks, ...cases.map((date) => fact('case', date))];
  const world = { organisations: [village], persons: [], postings: [], tenures: [], facts };
  const value = policy.rate(world, { rating: 'year', period: '2026', asOf: '2026-12-31' }).rated[0]?.score;
  return value?.state === 'known' ? Number(value.value) : value?.state;
}

it.each([
  [
    'from its day on and as long as it lasts',
    { lasts: { months: 1 } },
    ['2026-03-10', '2026-04-09'],
    ['2026-03-09', '2026-04-10'],
  ],
  ['some days before', { before: { days: 3 } }, ['2026-03-10', '2026-03-13'], ['2026-03-09', '2026-03-14']],
  ['some days after', { after: { days: 3 } }, ['2026-03-07', '2026-03-10'], ['2026-03-06', '2026-03-11']],
  ['until a day that it names', { until: 'data.on' }, ['2026-03-10'], ['2026-03-09', '2026-03-11']],
])('another entry stands beside one %s', (_, days, within, outside) => {
  const check = [fact('check', '2026-03-10', 5)];
  for (const date of within) expect([date, points({ days }, check, date)]).toEqual([date, 0]);
  for (const date of outside) expect([date, points({ days }, check, date)]).toEqual([date, 1]);
  expect(points({ days }, check, ...within, ...outside)).toBe(outside.length);
});

it('whether it stands there may not be known', () => {
  const beside = { where: 'data.marks > 2', days: { lasts: { months: 1 } } };
  expect(points(beside, [fact('check', '2026-03-01', 2)], '2026-03-10')).toBe(1);
  expect(points(beside, [fact('check', '2026-03-01', 3)], '2026-03-10')).toBe(0);
  expect(points(beside, [fact('check', '2026-03-01')], '2026-03-10')).toBe('not-known');
});

it('what leaves an entry without one counts nothing', () => {
  const only = { then: 'only-then', days: { before: { days: 1 } } };
  expect(points(only, [fact('check', '2026-03-10', 1)], '2026-03-11', '2026-03-12')).toBe(1);
});
