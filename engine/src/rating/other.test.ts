import { expect, it } from 'vitest';
import { checkPacks } from '../check/check.ts';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';

const titled = (id: string, construct: object) => ({ id, title: { 'zh-CN': id, en: id }, ...construct });
const rating = (id: string, period: object, steps: readonly object[], result: object = { score: 'score' }) => ({
  id,
  of: { organisations: ['village'] },
  period,
  part_period: 'rated',
  unit: 'point',
  steps,
  result,
});
const kinds = {
  organisations: [{ id: 'village', title: { 'zh-CN': '村', en: 'village' }, level: 5, parents: [] }],
  units: [{ id: 'point', title: { 'zh-CN': '分', en: 'points' } }],
};
const of = (id: string, period = 'same', step?: string) => ({
  formula: {
    result: { rating: id, whose: 'same', period, not_rated: 'zero', ...(step === undefined ? {} : { step }) },
  },
});
const rounds = (id: string, more: object = {}) => ({
  rounds: {
    rating: id,
    take: 'mean',
    missing: 'stop',
    not_applicable: 'left-out',
    not_over: 'stop',
    part_round: 'whole',
    ...more,
  },
});

function problemsOf(...ratings: readonly object[]): string[] {
  const { pack, problems } = loadPack(examplePackFiles({ kinds, ratings }));
  return (pack ? checkPacks([pack]) : problems).map(({ code, words }) => `${code}: ${words.en}`);
}

const YEAR = { every: 'year' };
const MONTH = { every: 'month' };

it('names a circle that leads through another rating, once', () => {
  const found = problemsOf(
    rating('a', YEAR, [titled('score', of('b'))]),
    rating('b', YEAR, [titled('score', of('a'))]),
  );
  expect(found.filter((one) => one.startsWith('circular'))).toHaveLength(1);
  expect(found[0]).toContain('“score” (score) → “score” (score) → “score” (score)');
});

it('lets a town take the base of its villages, and the villages the score of the town', () => {
  const villages = rating('a', YEAR, [titled('base', { formula: 7 }), titled('score', of('b'))]);
  expect(problemsOf(villages, rating('b', YEAR, [titled('score', of('a', 'same', 'base'))]))).toEqual([]);
});

it('lets a rating read its own result of last year', () => {
  const own = rating('a', YEAR, [
    titled('base', { formula: 7 }),
    titled('before', of('a', 'previous')),
    titled('score', { formula: 'base + before * 0.1' }),
  ]);
  expect(problemsOf({ ...own, since: '2020-01-01' })).toEqual([]);
});

it('lets months and their year carry over through one another from a declared day on, and asks for that day', () => {
  const month = rating('b', MONTH, [titled('back', of('a', 'previous')), titled('score', { formula: 'back + 1' })]);
  const year = rating('a', YEAR, [titled('score', rounds('b'))]);
  expect(problemsOf({ ...year, since: '2026-01-01' }, month)).toEqual([]);
  expect(problemsOf(year, { ...month, since: '2026-01-01' })).toEqual([]);
  expect(problemsOf(year, month).join('\n')).toContain('in ever earlier periods, without a beginning: “');
});

it.each([
  ['of equal length', rating('b', YEAR, [titled('score', { formula: 1 })]), {}, 'do not fill'],
  [
    'that begin on another day',
    rating('b', { every: 'month', begins: '01-21' }, [titled('score', { formula: 1 })]),
    {},
    'do not fill',
  ],
  [
    'with too few weights',
    rating('b', MONTH, [titled('score', { formula: 1 })]),
    { take: { weights: [1, 2] } },
    '2 weights for 12 rounds',
  ],
  [
    'of which more are needed than there are',
    rating('b', MONTH, [titled('score', { formula: 1 })]),
    { at_least: 13 },
    'needs 13 rounds',
  ],
  [
    'of months in which none ends',
    rating('b', { every: 'quarter' }, [titled('score', { formula: 1 })]),
    { only_months: [1, 2] },
    'No round ends in these months',
  ],
  [
    'with a weight too many for the months named',
    rating('b', MONTH, [titled('score', { formula: 1 })]),
    { only_months: [3, 6], take: { weights: [1, 1, 2] } },
    '3 weights for 2 rounds',
  ],
  ['without a score', rating('b', MONTH, [titled('score', { formula: 1 })], { place: 'score' }), {}, 'has no score'],
])('refuses rounds %s', (_name, other, more, words) => {
  const found = problemsOf(rating('a', YEAR, [titled('score', rounds('b', more))]), other);
  expect(found.join('\n')).toContain(words);
});

it('refuses a weight for each week of a month, and weeks that are to begin on a day of the year', () => {
  const weeks = rating('b', { every: 'week' }, [titled('score', { formula: 1 })]);
  const months = (more: object) => rating('a', MONTH, [titled('score', rounds('b', more))]);
  expect(problemsOf(months({}), weeks)).toEqual([]);
  expect(problemsOf(months({ take: { weights: [1, 1, 1, 1] } }), weeks).join()).toContain('no weight for each');
  expect(problemsOf(months({ at_least: 7 }), weeks).join()).toContain('needs 7 rounds');
  const days = rating('b', { every: 'day' }, [titled('score', { formula: 1 })]);
  expect(problemsOf(months({ at_least: 31 }), days)).toEqual([]);
  expect(problemsOf(months({ at_least: 32 }), days).join()).toContain('needs 32 rounds');
  expect(problemsOf(months({ take: { weights: Array(31).fill(1) } }), days).join()).toContain('no weight for each');
  const halves = rating('b', { every: 'half-month' }, [titled('score', { formula: 1 })]);
  expect(problemsOf(months({ take: { weights: [40, 60] } }), halves)).toEqual([]);
  expect(problemsOf(months({ take: { weights: [40, 30, 30] } }), halves).join()).toContain('3 weights for 2 rounds');
  const begun = rating('b', { every: 'week', begins: '01-05' }, [titled('score', { formula: 1 })]);
  expect(problemsOf(begun).join()).toContain('Weeks begin on Mondays');
});

it.each([
  [{ years: 3, from: 2024 }, YEAR, true],
  [{ years: 3, from: 2024 }, MONTH, true],
  ['year', { every: { months: 2 } }, true],
  ['half-year', { every: { months: 2 } }, true],
  ['quarter', { every: { months: 2 } }, false],
  [{ months: 2 }, { every: 'week' }, true],
  [{ weeks: 4, from: '2026-01-05' }, { every: { weeks: 2, from: '2026-01-05' } }, true],
  [{ weeks: 4, from: '2026-01-05' }, { every: { weeks: 2, from: '2026-01-12' } }, false],
  ['week', MONTH, false],
  ['month', { every: 'half-month' }, true],
  ['month', { every: 'ten-days' }, true],
  ['month', { every: 'day' }, true],
  ['half-month', { every: 'day' }, true],
  ['half-month', { every: 'ten-days' }, false],
  ['half-month', { every: 'week' }, true],
  ['half-month', MONTH, false],
])('rounds of %j over %j fit: %s', (every, shorter, fit) => {
  const found = problemsOf(
    rating('a', { every }, [titled('score', rounds('b'))]),
    rating('b', shorter, [titled('score', { formula: 1 })]),
  );
  if (fit) expect(found).toEqual([]);
  else expect(found.join()).toContain('do not fill');
});

it('accepts quarters that begin with the year', () => {
  const quarters = rating('b', { every: 'quarter', begins: '10-16' }, [titled('score', { formula: 1 })]);
  expect(problemsOf(rating('a', { every: 'year', begins: '10-16' }, [titled('score', rounds('b'))]), quarters)).toEqual(
    [],
  );
});
