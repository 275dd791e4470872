import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldValue } from '../facts.ts';
import { say } from '../words.ts';
import { subjectsProblem } from './subjects-problem.ts';

const title = say('涉及的村', 'villages');
const plain = { id: 'villages', title, type: 'subjects' as const, of: { organisation: ['village'] } };
const shared = { ...plain, share: { unit: 'percent', decimals: 1, total: 100 } };
const broken = (field: typeof plain | typeof shared, value: FieldValue) => subjectsProblem(field, value)?.rule;

it('takes a list of different ids', () => {
  expect(broken(plain, ['a', 'b'])).toBeUndefined();
  expect(broken(plain, ['a', 'a'])).toBe('option');
  expect(broken(plain, 'a')).toBe('type');
  expect(broken(plain, { a: 1 })).toBe('type');
  expect(
    broken(
      plain,
      Array.from({ length: 100 }, (_, i) => String(i)),
    ),
  ).toBeUndefined();
  expect(
    broken(
      plain,
      Array.from({ length: 101 }, (_, i) => String(i)),
    ),
  ).toBe('max');
});

it('takes a number for each where the form asks for it, with its decimals and its sum', () => {
  expect(broken(shared, { a: 62.5, b: 37.5 })).toBeUndefined();
  expect(broken(shared, ['a'])).toBe('type');
  expect(broken(shared, { a: 62.55, b: 37.45 })).toBe('share');
  expect(broken(shared, { a: 101, b: -1 })).toBe('share');
  expect(broken(shared, { a: Number.NaN })).toBe('share');
  expect(broken(shared, { a: 62.5, b: 37.4 })).toBe('total');
  expect(
    broken({ ...shared, share: { unit: 'percent', decimals: 1, total: 99.9 } }, { a: 62.5, b: 37.4 }),
  ).toBeUndefined();
});

it('takes any division of the whole into tenths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
      expect(broken(shared, { a: tenths / 10, b: (1000 - tenths) / 10 })).toBeUndefined();
    }),
  );
});

it('says what is missing and what they add up to', () => {
  expect(subjectsProblem(shared, { a: 62.5 })?.words).toEqual({
    'zh-CN': '“涉及的村”各数之和应为 100，现为 62.5',
    en: '"villages": the numbers must add up to 100, not 62.5',
  });
});
