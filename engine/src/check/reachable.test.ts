import { describe, expect, test } from 'vitest';
import { dayOf, daysFrom, monthOf, textOf, weekdayOf, yearOf } from '../../test/plain/days.ts';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const FIELDS = [
  { id: 'on', type: 'date' },
  { id: 'seen', type: 'date' },
  { id: 'good', type: 'boolean' },
  { id: 'place', type: 'text' },
  { id: 'kind', type: 'choice', options: ['a', 'b', 'c'].map((id) => ({ id, title: words(id) })) },
  { id: 'hours', type: 'decimal', unit: 'hour', decimals: 1 },
];

/** What is found in a duty that asks for so much, with the line of the duty's file it stands on. */
function found(at_least: number, count: object, more: object = {}): string[] {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
        units: ['day', 'hour'].map((id) => ({ id, title: words(id) })),
      },
      forms: [{ id: 'visit', subject: { organisation: ['village'] }, date: 'on', fields: FIELDS }],
      obligations: [
        {
          id: 'duty',
          who: { organisations: ['village'] },
          when: { every: 'month' },
          amount: { at_least, unit: 'day' },
          counts: [{ form: 'visit', ...count }],
          part_period: { owes: 'full' },
          late: 'never',
          due_soon: { within: 1, days: 'calendar-days' },
          ...more,
        },
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack]).map(({ code, words: { en } }) => `${code}: ${en}`);
}

const DAYS = daysFrom(dayOf('2024-01-01'), dayOf('2027-12-31'));
const date = (day: number): number => Number(textOf(day).slice(8));
/** The key of the period in which a day lies, by rhythm. */
const PERIODS: Readonly<Record<string, (day: number) => string | number>> = {
  day: (day) => day,
  week: (day) => day - weekdayOf(day),
  'ten-days': (day) => `${textOf(day).slice(0, 7)} ${Math.min(2, Math.floor((date(day) - 1) / 10))}`,
  'half-month': (day) => `${textOf(day).slice(0, 7)} ${date(day) > 15}`,
  month: (day) => textOf(day).slice(0, 7),
  quarter: (day) => `${yearOf(day)} ${Math.ceil(monthOf(day) / 3)}`,
  'half-year': (day) => `${yearOf(day)} ${Math.ceil(monthOf(day) / 6)}`,
  year: yearOf,
};
const longest = (rhythm: string): number =>
  Math.max(...[...Map.groupBy(DAYS, PERIODS[rhythm] ?? yearOf).values()].map(({ length }) => length));

describe('a duty that asks for more than can ever count', () => {
  const never = (most: number, asked: number) =>
    `never-met: At most ${most} can count, but ${asked} is asked: it can never be met`;

  test.each(Object.keys(PERIODS))('where each day counts once, every %s', (rhythm) => {
    const [most, count, more] = [longest(rhythm), { per: { distinct: 'on' } }, { when: { every: rhythm } }];
    expect(found(most, count, more)).toEqual([]);
    expect(found(most + 1, count, more)).toEqual([never(most, most + 1)]);
    expect(found(2 * most, { per: { distinct: 'on', at_most: 2 } }, more)).toEqual([]);
    expect(found(2 * most + 1, { per: { distinct: 'on', at_most: 2 } }, more)).toEqual([never(2 * most, 2 * most + 1)]);
  });

  test.each([
    ['yes or no', 'good', 2],
    ['three kinds', 'kind', 3],
  ])('where each of %s counts once', (_what, distinct, most) => {
    expect(found(most, { per: { distinct } })).toEqual([]);
    expect(found(most + 1, { per: { distinct } })).toEqual([never(most, most + 1)]);
    expect(found(3 * most, { per: { distinct, at_most: 3 } })).toEqual([]);
    expect(found(3 * most + 1, { per: { distinct, at_most: 3 } })).toEqual([never(3 * most, 3 * most + 1)]);
  });

  test('where the latest entry alone counts, once', () => {
    expect(found(1, { latest: true, carries: true })).toEqual([]);
    expect(found(2, { latest: true, carries: true })).toEqual([never(1, 2)]);
    expect(found(2, { latest: true, carries: true, worth: 'data.good ? 2 : 1' })).toEqual([]);
  });

  test('is not found where nothing bounds it: another day, a text, no cap, or another form beside it', () => {
    for (const count of [{ per: { distinct: 'seen' } }, { per: { distinct: 'place' } }, {}])
      expect(found(1000, count)).toEqual([]);
    const beside = {
      counts: [
        { form: 'visit', per: { distinct: 'good' } },
        { form: 'visit', per: { distinct: 'kind' } },
      ],
    };
    expect(found(5, {}, beside)).toEqual([]);
    expect(found(6, {}, beside)).toEqual([never(5, 6)]);
    expect(found(40, { per: { distinct: 'on' } }, { when: { days_of_month: [5] } })).toEqual([]);
  });
});

test('what an entry is worth is in the unit of the duty', () => {
  expect(found(2, { worth: 'data.hours' })).toEqual(['unit-mismatch: This counts in “hour”, the duty in “day”']);
  expect(found(2, { worth: 'data.good ? 1 : 0.5' })).toEqual([]);
  expect(found(2, { worth: 'data.hours' }, { amount: { at_least: 2, unit: 'hour' } })).toEqual([]);
});
