import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDay, toDay } from '../day.ts';
import { periodBefore, periodOf, sameAYearBefore } from '../period.ts';
import type { During } from '../schema/set.ts';
import { notKnown } from '../value.ts';
import { dayAfter, dayBefore, duringProblems, referenceDay, windowOf } from './window.ts';

const NOT_SET = { what: 'parameter:award.months', words: { 'zh-CN': '未设定', en: 'not set' } };
const PARTS = { parameters: new Map(), parameter: () => notKnown(NOT_SET) };
const daysOf = (during: During, at: Parameters<typeof windowOf>[1]) => {
  const found = windowOf(during, at, PARTS);
  if ('missing' in found) throw new Error('no days');
  return found;
};

const KINDS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
const day = fc.integer({ min: toDay('2000-01-01'), max: toDay('2099-12-31') }).map(fromDay);
const when = fc
  .record({ kind: fc.constantFrom(...KINDS), day, asOf: day })
  .map(({ kind, day: one, asOf }) => ({ kind, period: periodOf(kind, one), asOf }));

describe('a window', () => {
  it('of the period before touches the period, and has the same kind', () => {
    fc.assert(
      fc.property(when, ({ kind, period }) => {
        const before = periodBefore(period);
        expect(before).toEqual(periodOf(kind, dayBefore(period.start)));
        expect(dayAfter(before?.end ?? '')).toBe(period.start);
      }),
    );
  });

  it('of the year before has the same name in that year', () => {
    fc.assert(
      fc.property(when, ({ period }) => {
        const before = sameAYearBefore(period);
        if (before === null) expect(period.key).toMatch(/W53$/);
        else expect(before.key).toBe(`${Number(period.key.slice(0, 4)) - 1}${period.key.slice(4)}`);
      }),
    );
  });

  it('of the year before up to the same day begins with it, and ends with it once the period is over', () => {
    fc.assert(
      fc.property(when, (at) => {
        const before = sameAYearBefore(at.period);
        fc.pre(before !== null && at.asOf >= at.period.start);
        const window = daysOf('previous-year-to-date', at);
        expect(window.start).toBe(before?.start);
        expect(window.end <= (before?.end ?? '')).toBe(true);
        if (at.asOf >= at.period.end) expect(window.end).toBe(before?.end);
        else expect(Math.abs(toDay(at.asOf) - toDay(window.end) - (at.kind === 'week' ? 364 : 365)) <= 7).toBe(true);
      }),
    );
  });

  it('of the last n days has n days and ends on the day looked at', () => {
    fc.assert(
      fc.property(when, fc.integer({ min: 1, max: 2000 }), (at, days) => {
        const window = daysOf({ last: { days } }, at);
        expect(window.end).toBe(referenceDay(at));
        expect(toDay(window.end) - toDay(window.start) + 1).toBe(days);
      }),
    );
  });

  it('never reads past the day looked at unless it says so', () => {
    const looking: During[] = ['to-date', { last: { months: 18 } }, 'previous-period', 'previous-year'];
    fc.assert(
      fc.property(when, fc.constantFrom(...looking), (at, during) => {
        const window = windowOf(during, at, PARTS);
        if (!('missing' in window)) expect(window.end <= at.period.end).toBe(true);
      }),
    );
  });

  it('whose length is a parameter that is not set has no days, and says which', () => {
    fc.assert(
      fc.property(when, fc.constantFrom('last', 'after', 'with_after'), (at, key) => {
        const during = { [key]: { months: { parameter: 'award.months' } } } as unknown as During;
        expect(windowOf(during, at, PARTS)).toEqual({ missing: [NOT_SET] });
      }),
    );
  });

  it('of a year that begins in October is named by the year it ends in', () => {
    const year = { key: '2026', start: '2025-10-01', end: '2026-09-30' };
    expect(periodBefore(year)).toEqual({ key: '2025', start: '2024-10-01', end: '2025-09-30' });
  });

  it('after the period begins on the day after it', () => {
    const period = periodOf('quarter', '2026-08-01');
    expect(windowOf({ after: { days: 20 } }, { period, asOf: '2026-12-31' }, PARTS)).toMatchObject({
      start: '2026-10-01',
      end: '2026-10-20',
    });
  });

  it('of a fixed day has nothing before it', () => {
    const period = { key: 'once', start: '2026-01-01', end: '2026-01-31' };
    expect(windowOf('previous-period', { period, asOf: '2026-12-31' }, PARTS)).toHaveProperty('missing');
    expect(duringProblems('previous-period', '', { measure: null })).toEqual([]);
  });
});
