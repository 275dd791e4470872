import { describe, expect, it } from 'vitest';
import { quarterOf, recentPeriods } from './recent-periods.ts';
import { showValue } from './show-value.ts';

const say = (key: string) => key;

describe('a figure on the screen', () => {
  it('keeps not known, not applicable and zero apart', () => {
    const zero = showValue({ state: 'known', value: '0', unit: 'kilometre' }, 1, say);
    const missing = showValue({ state: 'not-known', missing: [] }, 1, say);
    const none = showValue({ state: 'not-applicable', why: { 'zh-CN': '', en: '' } }, 1, say);
    expect([zero.text, missing.text, none.text]).toEqual(['0.0', 'measures.notKnown', 'measures.notApplicable']);
    expect(new Set([zero.text, missing.text, none.text]).size).toBe(3);
  });

  it('groups thousands and shows the digits its measure asks for', () => {
    expect(showValue({ state: 'known', value: '15000.456' }, 2, say).text).toBe('15,000.46');
  });

  it('says a share per hundred', () => {
    expect(showValue({ state: 'known', value: '0.6667', unit: 'share' }, 3, say).text).toBe('66.7');
  });
});

describe('periods to choose from', () => {
  const day = '2026-11-23';

  it('begin with this quarter and reach back a year', () => {
    expect(quarterOf(day)).toBe('2026-Q4');
    expect(recentPeriods(day, ['quarter'])).toEqual([
      '2026-Q4',
      '2026-Q3',
      '2026-Q2',
      '2026-Q1',
      '2026-11',
      '2026-10',
      '2026-09',
      '2026',
      '2025',
    ]);
  });

  it('have parts of months where a measure has them', () => {
    const parts = ['2026-11-T3', '2026-11-T2', '2026-11-T1', '2026-10-T3', '2026-10-T2', '2026-10-T1'];
    expect(recentPeriods(day, ['quarter', 'ten-days']).slice(9)).toEqual(parts);
    expect(recentPeriods('2026-01-10', ['half-month']).slice(9)).toEqual(['2026-01-F1', '2025-12-F2', '2025-12-F1']);
  });
});
