import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Earned, FIRST, line } from '../../../test/ledger-line.ts';
import { problemsOf } from '../../../test/rated.ts';
import { fromDay } from '../../day.ts';
import { Decimal } from '../../decimal.ts';
import { known } from '../../value.ts';
import type { Booked } from './book.ts';
import { ALL_DAYS, type CycleOn } from './cycle.ts';
import { runningOn } from './running.ts';

const row = { title: { 'zh-CN': '项', en: 'row' }, entries: { form: 'case' }, points: 1, valid: { ends: 'never' } };
const ledger = (more: object) => ({
  id: 'points',
  ledger: { plus: [row], gives: 'score', starts: 'all', floor: 0, cap: 'none', ends_hold: 'at-every-entry', ...more },
});
const told = (more: object): string =>
  problemsOf([ledger(more)])
    .map(({ code, words, wayOut }) => `${code}: ${words.en}. ${wayOut.en}`)
    .join();
const cycle = (from: unknown) => ({ cycle: { from, lasts: { months: 12 } } });

describe('the check of cycles', () => {
  it.each([
    ['from an entry', cycle('first-entry'), ''],
    ['from a day', cycle('period.start'), ''],
    ['the highest, entry by entry', { gives: 'highest' }, ''],
    ['from a number', cycle(3), 'wrong-kind: A cycle begins on a day. Write a day'],
    ['of this period only', { ...cycle('first-entry'), starts: 'anew' }, 'not-running: A cycle may have begun before'],
    [
      'at the end',
      { ...cycle('first-entry'), ends_hold: 'at-the-end' },
      'not-running: Cycles and the highest are worked out entry by entry',
    ],
    ['the highest at the end', { gives: 'highest', ends_hold: 'at-the-end' }, 'not-running: Cycles and the highest'],
  ])('%s', (_what, more, words) => {
    if (words === '') expect(told(more)).toBe('');
    else expect(told(more)).toContain(words);
  });
});

const DAYS = 1500;
const entries = fc.array(
  fc.record<Earned>({
    day: fc.integer({ min: 0, max: DAYS }),
    points: fc.integer({ min: 0, max: 9 }),
    life: fc.constant(null),
  }),
  { maxLength: 12 },
);
const text = (offset: number): string => fromDay(FIRST + offset);
const LENGTH = 365;
/** Cycles as a reader would find them: from an entry on, for so many days. */
const fromEntries: CycleOn = (day) => {
  const from = day;
  const until = fromDay(
    Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1970-01-01T00:00:00Z')) / 86_400_000) + LENGTH,
  );
  return { from, until };
};
const run = (plus: readonly Earned[], gives: 'score' | 'highest', on: number, cycleOn: CycleOn): number => {
  const booked: Booked[] = [
    { kind: 'plus', lines: plus.filter(({ day }) => day <= on).map((one, i) => line('p', one, i)) },
  ];
  const stood = runningOn(booked, new Decimal(0), {
    ends: (raw) => known(raw),
    resets: null,
    cycle: cycleOn,
    gives,
    overdrawn: 'counts',
    start: text(on - 200),
    day: text(on),
  });
  if ('state' in stood) throw new Error(stood.state);
  return stood.value.toNumber();
};

/** The same by hand: the points of the cycle that runs on a day. */
function standing(plus: readonly Earned[], on: number): number {
  let from: number | null = null;
  let sum = 0;
  for (const { day, points } of plus.toSorted((a, b) => a.day - b.day)) {
    if (day > on) break;
    if (from === null || day >= from + LENGTH) [from, sum] = [day, 0];
    sum += points;
  }
  return from !== null && on < from + LENGTH ? sum : 0;
}

describe('a ledger in cycles', () => {
  it('gives what was entered in the cycle that runs on the day', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: DAYS + 400 }), (plus, on) => {
        expect(run(plus, 'score', on, fromEntries)).toBe(standing(plus, on));
      }),
    );
  });

  it('gives as the highest what it gave on the best day of the period', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 200, max: DAYS + 400 }), (plus, on) => {
        const days = Array.from({ length: 201 }, (_, i) => standing(plus, on - 200 + i));
        expect(run(plus, 'highest', on, fromEntries)).toBe(Math.max(...days));
      }),
    );
  });

  it('is one without cycles when none ends', () => {
    fc.assert(
      fc.property(entries, (plus) => {
        const all = plus.reduce((so, { points }) => so + points, 0);
        expect(run(plus, 'score', DAYS, ALL_DAYS)).toBe(all);
        expect(run(plus, 'highest', DAYS, ALL_DAYS)).toBe(all);
      }),
    );
  });
});
