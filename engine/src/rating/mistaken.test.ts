import { describe, expect, it } from 'vitest';
import { CLASSES, problemsOf } from '../../test/rated.ts';

const title = { 'zh-CN': '情形', en: 'Case' };
const item = (change: object, more: object = {}) => ({
  id: 'item',
  item: { full: 10, starts: 'zero', award: [{ title, ...change }], floor: 0, cap: 'full', missing: 'stop', ...more },
});
const told = (steps: readonly object[], more: object = {}) =>
  problemsOf(steps, more).map(({ code, words, wayOut }) => `${code}: ${words.en} → ${wayOut.en}`);

describe('who writes a scheme is told', () => {
  it.each([
    ['a week', { every: 'week', begins: '04-01' }, true],
    ['some months', { every: { months: 2 }, begins: '04-01' }, true],
    ['a year', { every: 'year', begins: '04-01' }, false],
    ['some years', { every: { years: 2, from: 2025 }, begins: '04-01' }, false],
  ])('that %s begins on no other day than it does', (_what, period, isWrong) => {
    const found = told([], { period }).filter((one) => one.startsWith('no-begin'));
    expect(found).toHaveLength(isWrong ? 1 : 0);
  });

  it('that rows give either grades or points', () => {
    const rows = [
      { at_least: 80, gives: { grade: 'a' } },
      { at_least: 60, gives: { points: 2 } },
    ];
    const bands = { of: 'marks', scale: 'class', rows, otherwise: { grade: 'c' } };
    expect(told([{ id: 'mixed', bands }])).toEqual([
      'wrong-kind: Some rows give grades and some points → Make two steps of it',
    ]);
  });

  it('how a grade is written in a formula, and how those under a kind of organisation are grouped', () => {
    const place = { of: 'marks', best: 'highest', ties: 'shared-with-gap', missing: 'stop' };
    const by = (within: object) => [{ id: 'place', rank: { ...place, within } }];
    expect(told([CLASSES, { id: 'is', formula: 'class == a' }])).toContainEqual(
      expect.stringMatching(/^unknown-step: .*“a” → “a” is the grade .* double quotes: 'final == "a"'$/),
    );
    expect(told(by({ by: ['township'] }))).toEqual([
      expect.stringMatching(/^unknown-step: .* → “township” is a kind of organisation .* write under: township;/),
    ]);
    expect(told(by({ by: ['mark'] }))).toEqual([expect.stringMatching(/Did you mean “marks”\?$/)]);
  });

  it('that what keeps another away cannot keep itself away', () => {
    const award = [
      { id: 'big', title, points: 2, when: 'cases > 2', unless: ['small'] },
      { id: 'small', title, points: 1, when: 'cases > 1', unless: ['big'] },
    ];
    const circular = (id: string) =>
      `circular: “${id}” excludes itself by way of others → Write unless only in the lesser one`;
    expect(told([item({}, { award })])).toEqual([circular('big'), circular('small')]);
    const sound = [{ ...award[0], unless: [] }, award[1]];
    expect(told([item({}, { award: sound })])).toEqual([]);
    const [unknown] = told([
      item(
        {},
        {
          award: [
            { ...award[0], unless: ['smal'] },
            { ...award[1], unless: [] },
          ],
        },
      ),
    ]);
    expect(unknown).toMatch(/^unknown-change: .*smal.* → Did you mean “small”\?$/);
  });

  it('which day how long an entry counts is read from, and that all must be said', () => {
    const valid = (rows: unknown) =>
      told([item({ entries: { form: 'case' }, points: 1, one_matter: 'each', repeat: 'single', valid: rows })]);
    expect(valid({ until: 'data.on' })).toEqual([]);
    expect(valid([{ when: 'points > 1', for: { months: 6 } }, { ends: 'never' }])).toEqual([]);
    expect(valid({ until: 'data.end' })[0]).toMatch(/^condition: .*end/);
    expect(valid([{ until: 'data.end' }, { ends: 'never' }])[0]).toMatch(/^condition: .*end/);
    expect(valid([{ when: 'points > 1', for: { months: 6 } }])).toHaveLength(1);
  });
});

describe('places by a quota', () => {
  const quota = (...places: object[]) => ({
    id: 'final',
    quota: {
      ...{ of: 'class', by: [{ step: 'marks', best: 'highest' }], within: 'all', base: 'all', places },
      ...{ shares: 'separate', rounding: 'down', unfilled: 'lapse', ties: 'all-out', binding: 'hard' },
      ...{ direct: 'none', missing: 'stop' },
    },
  });
  const share = (grade: string, size: object) => ({ grade, ...size });
  const codes = (...places: object[]) => told([CLASSES, quota(...places)]).map((one) => one.split(' → ')[0] ?? '');

  it('say how many there are, in one way', () => {
    expect(codes(share('a', {}))).toEqual([expect.stringContaining('No places are given')]);
    const both = share('a', { exactly: { share: '0.2' }, at_most: { share: '0.3' } });
    expect(codes(both)).toContainEqual(expect.stringContaining('exactly excludes at_most and at_least'));
  });

  it('that must be filled are no more than there can be', () => {
    const filled = (a: string, b: string) =>
      codes(share('a', { exactly: { share: a } }), share('b', { at_least: { share: b } }));
    expect(filled('0.6', '0.5')).toContainEqual(
      expect.stringContaining('Shares that must be filled make 1.1, more than 1'),
    );
    expect(filled('0.6', '0.4').join()).not.toContain('must be filled');
  });
});

describe('a list', () => {
  it('gives grades of a scale that is named, or none', () => {
    const top = (more: object, scale: object = {}) => [
      {
        id: 'list',
        top: {
          ...{ of: 'marks', best: 'highest', within: 'all', missing: 'stop' },
          ...{ awards: [{ first: 2, ...more }], short: 'none', vacant: 'lapse', ties: 'all-in' },
          ...scale,
        },
      },
    ];
    expect(told(top({ gives: 'a' }, { scale: 'class' }))).toEqual([]);
    expect(told(top({}))).toEqual([]);
    expect(told(top({ gives: 'a' }))[0]).toMatch(/^no-scale: gives needs a scale/);
    expect(told(top({}, { scale: 'class' }))[0]).toMatch(/^no-scale: It is not said what it gives/);
    expect(told(top({ gives: 'd' }, { scale: 'class' }))[0]).toMatch(/^unknown-grade: /);
  });
});

it('classes of marks are sound', () => expect(told([CLASSES])).toEqual([]));
