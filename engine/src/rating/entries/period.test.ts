import { describe, expect, it } from 'vitest';
import { ratingPack } from '../../../test/rated.ts';
import { compile, type Fact, type World } from '../../index.ts';

const title = { 'zh-CN': '每件', en: 'Each' };
const fact = (form: string, date: string): Fact => ({
  ...{ id: `${form} ${date}`, form, subject: { kind: 'organisation', id: 'v' }, date, data: { on: date } },
  ...{ recordedOn: date, recordedAt: `${date}T08:00:00Z`, recordedBy: { account: 't', name: 't' } },
});

/** What a step comes to for a village in 2026, as of a day. */
function points(step: object, facts: readonly Fact[], asOf = '2027-12-31') {
  const policy = compile([ratingPack([{ id: 'step', ...step }], { result: { score: 'step' } })]);
  const village = { id: 'v', kind: 'village', name: 'v', parent: null, from: '2020-01-01' };
  const world: World = { organisations: [village], persons: [], postings: [], tenures: [], facts };
  const value = policy.rate(world, { rating: 'year', period: '2026', asOf }).rated[0]?.steps.get('step');
  return value?.state === 'known' ? Number(value.value) : value;
}
const item = (change: object) => ({
  item: {
    ...{ full: 9, starts: 'zero', floor: 0, cap: 'full', missing: 'stop' },
    award: [{ title, points: 1, one_matter: 'each', repeat: 'single', ...change }],
  },
});

const WITHIN = 'entry.date >= period.start && entry.date <= period.end';
const facts = ['2025-06-01', '2026-03-01', '2026-08-01', '2027-02-01'].map((day) => fact('case', day));

describe('period in a condition is that of the rating, whatever days are read', () => {
  it.each<[string, object, number]>([
    ['days up to now', { entries: { form: 'case', during: 'to-date', where: WITHIN } }, 2],
    ['the days before', { entries: { form: 'case', during: 'previous-period', where: WITHIN } }, 0],
    ['the days after', { entries: { form: 'case', during: { with_after: { months: 6 } }, where: WITHIN } }, 2],
    [
      'days that a repeat is looked for in',
      {
        entries: { form: 'case', where: WITHIN },
        repeat: { same: ['data.on'], within: { years: 2 }, times: [1, 2], when_earlier_expires: 'stays' },
      },
      2,
    ],
    [
      'what an entry is worth',
      { entries: { form: 'case', during: 'to-date' }, points: { is: `${WITHIN} ? 3 : 0` } },
      6,
    ],
  ])('%s', (_what, change, expected) => {
    expect(points(item(change), facts)).toBe(expected);
  });

  it.each<[string, number]>([
    ['entry.date > period.end', 2],
    ['entry.date < period.start', 0],
  ])('an entry beside it: %s', (where, expected) => {
    const beside = {
      form: 'check',
      where,
      days: { after: { years: 2 } },
      then: 'only-then',
      why: { 'zh-CN': '其后', en: 'later' },
    };
    expect(points(item({ entries: { form: 'case' }, beside: [beside] }), [...facts, fact('check', '2027-03-01')])).toBe(
      expected,
    );
  });

  it('a ledger that keeps what was there before', () => {
    const plus = [{ title, entries: { form: 'case', where: WITHIN }, points: { is: '1' }, valid: [{ ends: 'never' }] }];
    expect(points({ ledger: { plus, gives: 'score', starts: 'all', floor: 'none', cap: 'none' } }, facts)).toBe(2);
  });

  it('before the period is over too', () => {
    const where = "period.end == in_year_of(period.end, '12-31')";
    expect(points(item({ entries: { form: 'case', during: 'to-date', where } }), facts, '2026-07-01')).toBe(2);
  });
});
