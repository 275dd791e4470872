import { expect, it } from 'vitest';
import { problemsOf } from '../../test/rated.ts';

const said = (text: string) => ({ 'zh-CN': text, en: text });
const item = (more: object) => ({
  id: 'used',
  item: {
    ...{ full: 'none', starts: 'zero', floor: 0, cap: 'none', missing: 'stop' },
    award: [{ title: said('used'), points: 1, times: { count: { form: 'case' } }, units: 'full' }],
    ...more,
  },
});
const told = (...steps: object[]): string[] =>
  problemsOf(steps).map(({ code, words, wayOut }) => `${code}: ${words.en}. ${wayOut.en}`);

it.each([
  ['adds up without an end', {}, []],
  ['may have an end of its own', { cap: 20 }, []],
  ['does not start from them', { starts: 'full' }, ['no-full-marks: An item without full marks neither starts']],
  ['does not end at them', { cap: 'full' }, ['no-full-marks: An item without full marks neither starts']],
])('an item without full marks %s', (_what, more, found) => {
  const problems = told(item(more));
  expect(problems).toHaveLength(found.length);
  for (const [i, words] of found.entries()) expect(problems[i]).toContain(words);
});

it('adds nothing to the full marks of a sum, and has none of its own', () => {
  const ten = { ...item({ full: 10, cap: 'full' }), id: 'ten' };
  const total = { of: ['used', 'ten'], not_applicable: 'left-out', missing: 'stop', floor: 0, cap: 'none' };
  const making = (marks: number) =>
    problemsOf([item({}), ten, { id: 'sum', total }], { marks_make: marks, result: { score: 'sum' } });
  expect(making(10)).toEqual([]);
  expect(making(11).map(({ words }) => words.en)).toEqual([expect.stringContaining('10')]);
});
