import { describe, expect, it } from 'vitest';
import { ratingPack } from '../../../test/rated.ts';
import { compile, type Fact } from '../../index.ts';

const fact = (form: string, date: string, marks: number | null = null): Fact => ({
  ...{ id: `${form} ${date} ${marks}`, form, subject: { kind: 'organisation', id: 'v' }, date },
  ...{ data: { on: date, marks }, recordedOn: date, recordedAt: `${date}T08:00:00Z` },
  recordedBy: { account: 't', name: 't' },
});
const CASE_BESIDE = {
  ...{ form: 'case', days: { lasts: { days: 1 } }, then: 'does-not-count' },
  why: { 'zh-CN': '有案件', en: 'a case' },
};

/** What checks come to, two points each, within limits. */
function come(caps: readonly object[], facts: readonly Fact[]): unknown {
  const award = {
    ...{ title: { 'zh-CN': '每次', en: 'Each' }, entries: { form: 'check' }, points: 2, beside: [CASE_BESIDE], caps },
    ...{ one_matter: 'each', repeat: 'single' },
  };
  const item = { full: 100, starts: 'zero', award: [award], floor: 0, cap: 'full', missing: 'stop' };
  const policy = compile([ratingPack([{ id: 'item', item }], { result: { score: 'item' } })]);
  const village = { id: 'v', kind: 'village', name: 'v', parent: null, from: '2020-01-01' };
  const world = { organisations: [village], persons: [], postings: [], tenures: [], facts };
  const value = policy.rate(world, { rating: 'year', period: '2026', asOf: '2026-12-31' }).rated[0]?.score;
  return value?.state === 'known' ? Number(value.value) : value?.state;
}
const checks = (...dates: string[]): Fact[] => dates.map((date, i) => fact('check', date, i));

describe('a limit', () => {
  it.each([
    ['day', ['2026-03-01', '2026-03-02'], 6],
    ['week', ['2026-03-01', '2026-03-02'], 6],
    ['ten-days', ['2026-03-10', '2026-03-11'], 6],
    ['ten-days', ['2026-03-21', '2026-03-31'], 3],
    ['half-month', ['2026-03-15', '2026-03-16'], 6],
    ['half-month', ['2026-03-16', '2026-03-31'], 3],
    ['month', ['2026-03-31', '2026-04-01'], 6],
    ['month', ['2026-03-01', '2026-03-31'], 3],
    ['quarter', ['2026-03-31', '2026-04-01'], 6],
    ['quarter', ['2026-04-01', '2026-06-30'], 3],
    ['half-year', ['2026-06-30', '2026-07-01'], 6],
    ['year', ['2026-01-01', '2026-12-31'], 3],
    ['period', ['2026-01-01', '2026-12-31'], 3],
  ])('of 3 a %s holds for %j, twice 2 points on each of them', (per, days, points) => {
    expect(come([{ per, at_most: 3 }], checks(...days, ...days))).toBe(points);
  });

  it('leaves the room of each value to itself, and the tightest one holds', () => {
    const same = { per: { same: 'data.marks' }, at_most: 3 };
    const facts = [5, 5, 6].flatMap((marks, i) => fact('check', `2026-03-0${i + 1}`, marks));
    expect(come([same], facts)).toBe(5);
    expect(come([same, { per: 'period', at_most: 4 }], facts)).toBe(4);
    expect(come([{ per: 'period', at_most: 6 }], facts)).toBe(6);
  });

  it('is not known where an entry that counts does not say what it shares, and only there', () => {
    const same = [{ per: { same: 'data.marks' }, at_most: 3 }];
    const silent = fact('check', '2026-03-01');
    expect(come(same, [silent])).toBe('not-known');
    expect(come(same, [silent, fact('case', '2026-03-01')])).toBe(0);
  });

  it('takes no room for what does not count', () => {
    const facts = [...checks('2026-03-01', '2026-03-02'), fact('case', '2026-03-01')];
    expect(come([{ per: 'period', at_most: 2 }], facts)).toBe(2);
  });
});
