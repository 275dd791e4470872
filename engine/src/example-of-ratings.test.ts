import { expect, it } from 'vitest';
import { ratingPack, villages } from '../test/rated.ts';
import { type Example, runExample } from './index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const pack = ratingPack([], {
  consequences: [
    { id: 'talk', when: 'marks < 60', what: words('talk'), counts_from: 'period-end', hearing: 'none' },
    { id: 'praise', when: 'marks >= 90', what: words('praise'), counts_from: 'period-end', hearing: 'none' },
  ],
  part_period: 'not-rated',
});

/** What an example finds wrong with what it expects of a village with 50 marks, or of one founded in the year. */
function failuresOf(expected: object, subject = 'v0'): string {
  const { organisations, facts } = villages([{ id: 'v0', marks: 50 }]);
  const example = {
    example: words('an example'),
    as_of: '2026-12-31',
    organisations: [
      ...organisations.map(({ parent, ...one }) => (parent === null ? one : { ...one, parent })),
      { id: 'new', kind: 'village', parent: 't0', from: '2026-06-01' },
    ],
    facts: facts.map(({ form, subject: about, date, data }) => ({ form, subject: about.id, date, data })),
    expect: [{ rating: 'year', period: '2026', subject, ...expected }],
  } as unknown as Example;
  return runExample([pack], example)
    .failures.map(({ en }) => en)
    .join('; ');
}

it('expects consequences: exactly those that follow', () => {
  expect(failuresOf({ consequences: ['talk'] })).toBe('');
  expect(failuresOf({ consequences: [] })).toContain('consequences is talk, expected ');
  expect(failuresOf({ consequences: ['talk', 'praise'] })).toContain('expected praise, talk');
});

it('expects that somebody is not rated', () => {
  expect(failuresOf({ rated: false }, 'new')).toBe('');
  expect(failuresOf({ rated: false })).toContain('is rated, expected not to be');
  expect(failuresOf({ steps: { marks: 50 } }, 'new')).toContain('is not rated');
});

it('expects findings, or that there are none', () => {
  expect(failuresOf({ findings: [] })).toBe('');
  expect(failuresOf({ findings: ['beyond the pool'] })).toContain('not among the findings: none');
});

it('names a parameter that no pack has', () => {
  const example = {
    example: words('an example'),
    as_of: '2026-12-31',
    parameters: { nothing: 1 },
    expect: [{ rating: 'year', period: '2026', subject: 'v0' }],
  } as unknown as Example;
  expect(runExample([pack], example).failures.map(({ en }) => en)).toEqual([
    'There is no parameter “nothing” to assume',
  ]);
});
