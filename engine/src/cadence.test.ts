import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, cadenceBetween, cadenceWords, longestOf } from './cadence.ts';
import { workCalendar } from './calendar.ts';
import { fromDay, toDay } from './day.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const cadence = fc.oneof(
  fc.constantFrom<Cadence>('day', 'week', 'ten-days', 'half-month', 'month', 'quarter', 'half-year', 'year'),
  fc.record({ weeks: fc.integer({ min: 2, max: 9 }), from: fc.constantFrom('2024-02-29', '2030-01-01') }),
  fc.integer({ min: 2, max: 11 }).map((months): Cadence => ({ months })),
  fc.record({ years: fc.integer({ min: 2, max: 5 }), from: fc.integer({ min: 2019, max: 2030 }) }),
);
const day = fc.integer({ min: toDay('2020-01-01'), max: toDay('2029-12-31') });

it('covers every day exactly once, whatever stretch is asked for, and no period is longer than it says', () => {
  fc.assert(
    fc.property(cadence, day, fc.integer({ min: 0, max: 800 }), (one, from, length) => {
      const periods = cadenceBetween(one, fromDay(from), fromDay(from + length), null);
      expect((periods[0]?.start ?? '') <= fromDay(from)).toBe(true);
      expect((periods.at(-1)?.end ?? '') >= fromDay(from + length)).toBe(true);
      periods.slice(1).forEach(({ start }, i) => expect(toDay(start)).toBe(toDay(periods[i]?.end ?? '') + 1));
      for (const { start, end } of periods) expect(toDay(end) - toDay(start) + 1).toBeLessThanOrEqual(longestOf(one));
      expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
    }),
  );
});

it('gives a day the same period whoever asks', () => {
  fc.assert(
    fc.property(cadence, day, fc.integer({ min: 0, max: 400 }), (one, at, before) => {
      const [own] = cadenceBetween(one, fromDay(at), fromDay(at), null);
      expect(cadenceBetween(one, fromDay(at - before), fromDay(at), null).at(-1)).toEqual(own);
    }),
  );
});

describe('cadences', () => {
  const keys = (cadence: Parameters<typeof cadenceBetween>[0], from: string, to: string) =>
    cadenceBetween(cadence, from, to, null).map(({ key, start, end }) => `${key} ${start}/${end}`);

  it('name their periods by the day they begin on', () => {
    expect(keys('ten-days', '2026-02-10', '2026-02-21')).toEqual([
      '2026-02-T1 2026-02-01/2026-02-10',
      '2026-02-T2 2026-02-11/2026-02-20',
      '2026-02-T3 2026-02-21/2026-02-28',
    ]);
    expect(keys('half-month', '2026-02-15', '2026-02-16')).toEqual([
      '2026-02-F1 2026-02-01/2026-02-15',
      '2026-02-F2 2026-02-16/2026-02-28',
    ]);
    expect(keys('day', '2026-02-28', '2026-03-01')).toEqual([
      '2026-02-28 2026-02-28/2026-02-28',
      '2026-03-01 2026-03-01/2026-03-01',
    ]);
    expect(keys({ weeks: 2, from: '2026-01-07' }, '2026-01-19', '2026-01-19')).toEqual([
      '2026-W04+2 2026-01-19/2026-02-01',
    ]);
    expect(keys({ weeks: 2, from: '2026-01-07' }, '2026-01-04', '2026-01-04')).toEqual([
      '2025-W52+2 2025-12-22/2026-01-04',
    ]);
    expect(keys({ months: 2 }, '2026-02-28', '2026-03-01')).toEqual([
      '2026-01+2 2026-01-01/2026-02-28',
      '2026-03+2 2026-03-01/2026-04-30',
    ]);
    expect(keys({ years: 3, from: 2024 }, '2026-06-01', '2026-06-01')).toEqual(['2024+3 2024-01-01/2026-12-31']);
    expect(keys({ years: 2, from: 2025 }, '2024-06-01', '2024-06-01')).toEqual(['2023+2 2023-01-01/2024-12-31']);
  });

  it('leave out days off, by the calendar or else Saturdays and Sundays', () => {
    const year = {
      year: 2026,
      source: { document: '通知' },
      days_off: [{ date: '2026-05-01', name: words('劳动节', 'Labour Day') }],
      working_weekends: [{ date: '2026-05-02', name: words('调休', 'work') }],
      festivals: [],
    };
    const calendar = workCalendar(new Map([[2026, year]]));
    const days = (own: typeof calendar | null) =>
      cadenceBetween('working-day', '2026-04-30', '2026-05-04', own).map(({ key }) => key);
    expect(days(calendar)).toEqual(['2026-04-30', '2026-05-02', '2026-05-04']);
    expect(days(null)).toEqual(['2026-04-30', '2026-05-01', '2026-05-04']);
    expect(calendar.named(toDay('2026-05-01'), toDay('2026-05-02'))).toEqual([
      { date: '2026-05-01', name: words('劳动节', 'Labour Day'), working: false },
      { date: '2026-05-02', name: words('调休', 'work'), working: true },
    ]);
    expect(calendar.named(toDay('2026-05-02'), toDay('2026-05-02')).map(({ date }) => date)).toEqual(['2026-05-02']);
    expect(calendar.countDays('calendar-days', toDay('2026-05-03'), toDay('2026-05-01'))).toBe(0);
    expect(calendar.countDays('working-days', toDay('2026-05-01'), toDay('2026-05-03'))).toBe(1);
    expect(calendar.missing(toDay('2026-06-01'), toDay('2027-06-01'))[0]?.words).toEqual(
      words(
        '2027 年的放假安排尚未装入，按周一至周五计算',
        'The calendar of 2027 is not loaded; Monday to Friday is used',
      ),
    );
  });

  it.each([
    ['day', '每天', 'Every day', 1],
    ['working-day', '每个工作日', 'Every working day', 1],
    ['week', '每周一次计算（周一至周日）', 'Every week, Monday to Sunday', 7],
    ['ten-days', '每旬', 'Every ten days of a month', 11],
    ['half-month', '每半个月', 'Every half month', 16],
    ['month', '每月', 'Every month', 31],
    ['quarter', '每季度', 'Every quarter', 92],
    ['half-year', '每半年', 'Every half-year', 184],
    ['year', '每年', 'Every year', 366],
    [{ weeks: 2, from: '2026-01-05' }, '每 2 周', 'Every 2 weeks', 14],
    [{ months: 2 }, '每 2 个月', 'Every 2 months', 62],
    [{ years: 2, from: 2026 }, '每 2 年', 'Every 2 years', 732],
  ] as const)('%j in words', (cadence, zh, en, longest) => {
    expect(cadenceWords(cadence)).toEqual(words(zh, en));
    expect(longestOf(cadence)).toBe(longest);
  });
});
