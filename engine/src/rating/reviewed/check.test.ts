import { expect, it } from 'vitest';
import { problemsOf } from '../../../test/rated.ts';

const title = { 'zh-CN': '自评', en: 'Own score' };
const STAGE = { id: 'own', title, entries: { form: 'check' }, of: 'data.marks', reason: 'not-required' };
const told = (stage: object, ...more: object[]): string[] =>
  problemsOf([
    { id: 'score', reviewed: { stages: [{ ...STAGE, ...stage }], full: 10, unreasoned: 'stop' } },
    ...more,
  ]).map(({ code, words }) => `${code}: ${words.en}`);
/** Finds fault with the score when it is taken for one in points. */
const PAID = { id: 'paid', formula: 'yuan(5) + score' };

it('a sound stage gives points', () => {
  expect(told({})).toEqual([]);
  expect(told({}, PAID)).toEqual([expect.stringMatching(/^unit-mismatch/)]);
});

it.each([
  [{ entries: { form: 'chek' } }, /^unknown-form: .*chek/],
  [{ of: 'data.mark' }, /^condition: .*data.mark/],
  [{ reason: 'why' }, /^unknown-field: .*why/],
  [{ by: { days_after_end: 8 } }, /^must-choose: by and late go together$/],
  [{ late: 'does-not-count' }, /^must-choose: by and late go together$/],
])('what is wrong with a stage (%j) is told once, and nothing of what stands on it', (stage, words) => {
  expect(told(stage, PAID)).toEqual([expect.stringMatching(words)]);
});
