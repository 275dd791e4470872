import { describe, expect, it } from 'vitest';
import { periodChoices, weekOf } from './periods.ts';
import { periodName } from './speech.ts';

const week = (day: string) => weekOf(new Date(`${day}T00:00:00Z`));

describe('periods to look back to', () => {
  it('weeks are those of ISO 8601', () => {
    expect(week('2026-09-16')).toBe('2026-W38');
    expect(week('2026-01-01')).toBe('2026-W01');
    expect(week('2027-01-03')).toBe('2026-W53');
    expect(week('2024-12-30')).toBe('2025-W01');
  });

  it('begins with the present and goes back across the year', () => {
    const choices = periodChoices('2026-02-10');
    expect(choices.weeks.slice(0, 2)).toEqual(['2026-W07', '2026-W06']);
    expect(choices.months.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(choices.quarters).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
    expect(choices.years).toEqual(['2026', '2025']);
  });

  it('is said in both languages', () => {
    const keys = ['2026-W08', '2026-09', '2026-Q3', '2026-H2', '2026', '2026-06-10', 'once'];
    expect(keys.map((key) => periodName(key, 'zh-CN'))).toEqual([
      '2026年第8周',
      '2026年9月',
      '2026年第3季度',
      '2026年下半年',
      '2026年',
      '2026-06-10',
      '一次',
    ]);
    expect(keys.map((key) => periodName(key, 'en'))).toEqual([
      'Week 8, 2026',
      '2026-09',
      'Q3 2026',
      'H2 2026',
      '2026',
      '2026-06-10',
      'Once',
    ]);
  });
});
